import { z } from 'zod';
import {
	dateText,
	decimalText,
	figure,
	grade,
	isArgued,
	method,
	rangeFigure,
	sourceKey,
	sources,
	words
} from './schema.ts';

/** A published number behind the companion's figures, in the unit it was printed in. */
const evidence = z
	.strictObject({
		id: z.string().min(3).max(60),
		label: words,
		amount: decimalText.optional(),
		low: decimalText.optional(),
		high: decimalText.optional(),
		unit: z.string().min(1).max(30),
		source: sourceKey,
		asOf: dateText,
		method,
		grade,
		derivation: words.optional(),
		reason: words.optional(),
		note: words.optional()
	})
	.refine(isArgued, { error: 'Derived figures show their sum, assumed ones their reason.' })
	.readonly();
export type CompanionEvidence = z.infer<typeof evidence>;

/** What one instance reserves where it must be added. */
const instance = z.strictObject({ cpu: rangeFigure, memMiB: rangeFigure, pods: figure }).readonly();

const registryTier = z
	.strictObject({
		id: z.string().min(3).max(30),
		maxNodes: decimalText,
		clients: decimalText,
		cpu: decimalText,
		memMiB: decimalText,
		diskGiB: decimalText,
		method: method.optional(),
		grade: grade.optional(),
		reason: words.optional()
	})
	.readonly();

/** Members of a registry and the size of each, by the size of the estate. */
const registry = z
	.strictObject({
		members: figure,
		tiers: z.array(registryTier).min(1).readonly(),
		source: sourceKey,
		asOf: dateText,
		method,
		grade,
		note: words.optional()
	})
	.readonly();

export const COMPANION_IDS = [
	'prometheus',
	'grafana',
	'jaeger',
	'etcd',
	'consul-registry'
] as const;
export type CompanionId = (typeof COMPANION_IDS)[number];

export const companionFile = z
	.strictObject({
		schemaVersion: z.literal(1),
		file: z.string().regex(/^companions\//),
		id: z.enum(COMPANION_IDS),
		label: z.string().min(3).max(60),
		role: z.enum(['metrics', 'dashboards', 'traces and logs', 'registry']),
		sources,
		figures: z.record(z.string(), z.union([rangeFigure, figure])).readonly(),
		evidence: z.array(evidence).readonly(),
		instance: instance.optional(),
		registry: registry.optional()
	})
	.readonly();
export type CompanionFile = z.infer<typeof companionFile>;
