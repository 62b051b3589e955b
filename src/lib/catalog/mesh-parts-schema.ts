import { z } from 'zod';
import { FEATURES, MESH_IDS, RUNTIMES } from './mesh-ids.ts';
import { figureOrMissing, rangeOrMissing } from './mesh-proxy-schema.ts';
import {
	dateText,
	decimalText,
	figure,
	grade,
	isArgued,
	method,
	missing,
	rangeFigure,
	sourceKey,
	unitText,
	words
} from './schema.ts';

/** Where a group of plain amounts comes from. */
const said = {
	source: sourceKey,
	asOf: dateText,
	method,
	grade,
	derivation: words.optional(),
	reason: words.optional(),
	note: words.optional()
};
const argued = { error: 'A derived figure needs "derivation", an assumed one needs "reason".' };

/** One size of a control plane; a tier that is judged says so itself. */
const tier = z
	.strictObject({
		maxConn: decimalText,
		pods: decimalText,
		cpu: decimalText,
		memMiB: decimalText,
		diskGiB: decimalText,
		method: method.optional(),
		grade: grade.optional(),
		source: sourceKey.optional(),
		reason: words.optional()
	})
	.readonly();

/** Totals for one plane, replicas included; use is per 1000 connections and never money. */
export const controlPlane = z
	.strictObject({
		perCluster: z.boolean(),
		tiers: z.array(tier).min(1).readonly(),
		onlyOn: z.array(z.enum(RUNTIMES)).readonly().optional(),
		useCpuPer1000: rangeOrMissing,
		useMemMiBPer1000: rangeOrMissing,
		...said
	})
	.refine(isArgued, argued)
	.readonly();

const step = z
	.strictObject({
		aboveReceivedRps: decimalText.optional(),
		aboveServices: decimalText.optional(),
		aboveTasks: decimalText.optional(),
		cpu: decimalText,
		memMiB: decimalText
	})
	.readonly();

/** A proxy that the provider sizes for us. */
export const taskProxy = z
	.strictObject({
		cpu: figure,
		memMiB: figure,
		appMemFactor: rangeFigure,
		steps: z.array(step).readonly(),
		...said
	})
	.readonly();

const installed = z.union([
	z.strictObject({ replicas: decimalText, cpuReq: decimalText, memReqMiB: decimalText }),
	z.strictObject({ replicas: decimalText, requests: missing })
]);

/** A part of an installation with what it reserves, as the chart has it and for availability. */
export const component = z
	.strictObject({
		id: z.string().min(2).max(60),
		scope: z.enum(['mesh', 'cluster', 'namespace', 'gateway', 'node', 'pod']),
		optional: z.boolean(),
		default: installed,
		ha: installed.optional(),
		...said
	})
	.refine(isArgued, argued)
	.readonly();

export const nodeAgent = z
	.strictObject({
		/** Whether an installation has it without further choice. */
		included: z.boolean(),
		cpu: figureOrMissing,
		memMiB: figureOrMissing,
		pods: figureOrMissing
	})
	.readonly();

const hop = { hopP50Ms: rangeOrMissing, hopP99Ms: rangeOrMissing };

/** Latency a call gains: both sidecars, or both tunnels and apart from them the waypoint. */
export const latency = z
	.strictObject({
		...hop,
		workers: figureOrMissing,
		waypoint: z.strictObject(hop).readonly().optional()
	})
	.readonly();

export const telemetry = z
	.strictObject({
		seriesBase: rangeFigure,
		seriesPerPeer: rangeFigure,
		seriesZtunnel: rangeFigure.optional()
	})
	.readonly();

const offered = z.union([z.literal(true), missing]);

export const platforms = z
	.strictObject({
		clouds: z.strictObject({ aws: offered, gcp: offered, azure: offered }).readonly(),
		runtimes: z.record(z.enum(RUNTIMES), offered).readonly()
	})
	.readonly();

/** A price per unit and year, the absence of one (null: no licence is needed), or why not known. */
export const licence = z
	.strictObject({ terms: words, price: z.union([z.null(), missing]), ...said })
	.readonly();

/** A price that is kept for comparison: claimed, superseded or of a product that ended. */
export const otherPrice = z
	.strictObject({
		id: z.string().min(3).max(60),
		label: words,
		/** The input it would replace, as a path of the record. */
		field: z.string().min(3).max(60),
		amount: decimalText,
		unit: unitText,
		status: z.enum(['claimed', 'superseded', 'ended']),
		...said
	})
	.readonly();

/** A fee by the name of the provider's service, or a figure of its own. */
export const fee = z.union([
	z.strictObject({ sku: z.string().min(2).max(60), times: decimalText.optional() }).readonly(),
	figure
]);

/** Where an option that ended may go from a runtime; `advised` is the provider's own advice. */
export const move = z
	.strictObject({
		from: z.array(z.enum(RUNTIMES)).min(1).readonly(),
		to: z.array(z.enum(MESH_IDS)).min(1).readonly(),
		advised: z.enum(MESH_IDS),
		source: sourceKey,
		asOf: dateText
	})
	.readonly();

/** The part of each feature that the mesh has, from 0 to 1. */
export const coverage = z
	.strictObject({ features: z.record(z.enum(FEATURES), decimalText).readonly(), ...said })
	.refine(isArgued, argued)
	.readonly();
