import { z } from 'zod';
import { PRINTED_UNITS } from './benchmark-units.ts';
import { dateText, decimalText, grade, missing, sourceKey, sources, words } from './schema.ts';

/** What was measured. Names that end in Default or Advised are settings, not measurements. */
export const METRICS = [
	'latency',
	'addedLatency',
	'addedLatencyShare',
	'throughput',
	'cpuPerProxy',
	'cpuPer1000Rps',
	'cpuTotal',
	'cpuIdlePerProxy',
	'addedCpuShare',
	'memoryPerProxy',
	'memoryIdlePerProxy',
	'memoryTotal',
	'memoryPerCluster',
	'memoryPerClusterWithoutStats',
	'memoryPerEndpoint',
	'memoryPerWorker',
	'configPerProxy',
	'pushRateDefault',
	'cpuRequestDefault',
	'memoryRequestDefault',
	'cpuRequestAdvised',
	'memoryRequestAdvised'
] as const;

/** Meshes observed. `cilium` and `envoy` are no options; they stand beside for comparison. */
export const OBSERVED = [
	'no-mesh',
	'istio-sidecar',
	'istio-ambient',
	'istio-ambient-l4',
	'linkerd',
	'consul',
	'app-mesh',
	'cilium',
	'envoy'
] as const;

const COMPONENTS = [
	'end-to-end',
	'proxy',
	'ztunnel',
	'waypoint',
	'cni',
	'node-proxy',
	'control-plane'
] as const;

/** Conditions that a publication may leave out. */
export const CONDITIONS = [
	'version',
	'rps',
	'connections',
	'payloadBytes',
	'mtls',
	'protocol',
	'hardware'
] as const;

const conditions = z
	.strictObject({
		rps: z.number().nonnegative().optional(),
		connections: z.int().positive().optional(),
		payloadBytes: z.int().nonnegative().optional(),
		mtls: z.boolean().optional(),
		l7: z.boolean().optional(),
		protocol: z.string().optional(),
		proxies: z.int().positive().optional(),
		services: z.int().positive().optional(),
		nodes: z.int().positive().optional(),
		hardware: words.optional(),
		/** open: requests arrive at their rate whatever happens; closed: each waits for an answer. */
		loop: z.enum(['open', 'closed']).optional(),
		notStated: z.array(z.enum(CONDITIONS)).readonly().optional()
	})
	.readonly();
export type Conditions = z.infer<typeof conditions>;

const observation = z
	.strictObject({
		id: z.string().regex(/^[\w.-]{3,80}$/),
		mesh: z.enum(OBSERVED),
		component: z.enum(COMPONENTS),
		version: z.string().min(1).optional(),
		metric: z.enum(METRICS),
		percentile: z.number().min(0).max(100).optional(),
		/** As printed. */
		value: decimalText,
		unit: z.enum(PRINTED_UNITS),
		/** What the value is of, where it is not one proxy or the whole. */
		per: z.string().optional(),
		conditions: conditions.optional(),
		note: words.optional(),
		grade,
		caveat: words.optional(),
		source: sourceKey.optional()
	})
	.readonly();
export type PrintedObservation = z.infer<typeof observation>;

/** Who speaks: a maker of a mesh, somebody without one, a university, a user. */
export const PUBLISHER_KINDS = ['vendor', 'independent', 'academic', 'user'] as const;

const publication = z
	.strictObject({
		kind: z.enum(PUBLISHER_KINDS),
		published: z.union([dateText, missing]),
		publishedApproximate: z.literal(true).optional(),
		setup: words,
		caveat: words.optional()
	})
	.readonly();

export const benchmarkFile = z
	.strictObject({
		schemaVersion: z.literal(1),
		set: z.string().regex(/^[a-z0-9-]{3,60}$/),
		sources,
		publication,
		/** Conditions of every observation in the file. */
		conditions: conditions.optional(),
		observations: z.array(observation).min(1).readonly()
	})
	.readonly();
export type BenchmarkFile = z.infer<typeof benchmarkFile>;

const run = z
	.strictObject({
		label: words,
		mesh: z.enum(OBSERVED),
		offeredRps: decimalText,
		achievedRps: decimalText,
		meanMs: decimalText,
		source: sourceKey,
		method: z.literal('claimed'),
		grade
	})
	.readonly();

/** The table of the article: claims, loadable as a benchmark set (`model.md` §16). */
export const articleFile = z
	.strictObject({
		schemaVersion: z.literal(1),
		set: z.literal('article'),
		sources,
		publication,
		claims: z
			.strictObject({
				latencyChange: decimalText,
				throughputChange: decimalText,
				method: z.literal('claimed'),
				grade,
				note: words
			})
			.readonly(),
		runs: z.array(run).readonly(),
		/** Observations that speak against it. */
		contradictedBy: z.array(z.string()).readonly(),
		notStated: z.array(words).readonly()
	})
	.readonly();
export type ArticleFile = z.infer<typeof articleFile>;
