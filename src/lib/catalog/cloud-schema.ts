import { z } from 'zod';
import {
	dateText,
	decimalText,
	grade,
	isArgued,
	method,
	missing,
	sourceKey,
	sources,
	unitText,
	words
} from './schema.ts';

/** A region, an instance type, a family or a service: what names a row or a column of prices. */
const name = z.string().regex(/^(\*|[A-Za-z0-9][A-Za-z0-9._-]{0,59})$/);

/** Amounts by region; `*` stands for every region. */
const amounts = z.record(name, decimalText).readonly();

const argued = { error: 'A derived block needs "derivation", an assumed one needs "reason".' };

/** What every dated block says about its values: since when, by whose word, how sure. */
const said = {
	from: dateText,
	source: sourceKey,
	method,
	grade,
	derivation: words.optional(),
	reason: words.optional(),
	note: words.optional()
};

/** Values of one service that share a date and a source. */
const serviceBlock = z
	.strictObject({ ...said, amounts })
	.refine(isArgued, argued)
	.readonly();

/** Prices of instance types that share a date and a source: type, then region. */
const nodeBlock = z
	.strictObject({ ...said, amounts: z.record(name, amounts).readonly() })
	.refine(isArgued, argued)
	.readonly();

/** Pods that fit on a node, by instance type; `*` stands for every type. */
const podsBlock = z
	.strictObject({ ...said, pods: amounts })
	.refine(isArgued, argued)
	.readonly();

const nodeType = z
	.strictObject({
		family: name,
		/** Billed cores; shared-core types bill a fraction and show `visibleVcpu`. */
		vcpu: decimalText,
		memGiB: decimalText,
		arch: z.enum(['amd64', 'arm64']),
		processor: z.string().min(2).max(80).optional(),
		visibleVcpu: decimalText.optional()
	})
	.readonly();

const nodes = z
	.strictObject({
		/** Where cores and memory of the types come from. */
		specs: z.strictObject({ source: sourceKey, asOf: dateText, grade }).readonly(),
		types: z.record(name, nodeType).readonly(),
		maxPods: z.array(podsBlock).min(1).readonly(),
		prices: z.array(nodeBlock).min(1).readonly(),
		spotPrices: z.array(nodeBlock).readonly()
	})
	.readonly();

const service = z
	.strictObject({
		name: words,
		unit: unitText,
		/** The provider's own name of the unit. */
		per: z.string().min(1).max(40),
		/** How many of the unit's denominator the amount buys, where it is not 1. */
		quantity: z.int().positive().optional(),
		note: words.optional(),
		values: z.array(serviceBlock).min(1).readonly(),
		/** Why a region without a value has none. */
		otherwise: missing.optional()
	})
	.readonly();

/** A price the model needs, said in terms of a service: its amount times `times`. */
const rule = z
	.strictObject({
		sku: name,
		unit: unitText,
		/** 1 when absent. */
		times: decimalText.optional(),
		/** How the service's amount becomes the model's, where it is more than a change of name. */
		derivation: words.optional(),
		/** Set where even the provider's published amount only stands in for what is needed. */
		method: z.literal('assumed').optional(),
		reason: words.optional()
	})
	.readonly();

/** A value the model needs that is the same in every region. */
const constant = z
	.strictObject({ amount: decimalText, unit: unitText, ...said })
	.refine(isArgued, argued)
	.readonly();

const commitment = z
	.strictObject({
		kind: z.enum(['standard-ri', 'resource-cud', 'sustained-use', 'spot']),
		term: z.string().min(1).max(40),
		payment: z.literal('all-upfront').optional(),
		/** Amounts are prices of the reference type (USD/hour, USD/month) or percentages off. */
		measure: z.enum(['USD/hour', 'USD/month', 'percent']),
		...said,
		/** Family, then the instance type whose price stands for it. */
		references: z.record(name, name).readonly(),
		/** Family, then region. */
		amounts: z.record(name, amounts).readonly()
	})
	.readonly();

/** One file of `pricing-data/clouds/`. */
export const cloudSchema = z
	.strictObject({
		schemaVersion: z.literal(1),
		/** The day of the last change to the file: no value may begin later. */
		updated: dateText,
		cloud: z.enum(['aws', 'gcp', 'azure']),
		label: z.string().min(2).max(60),
		currency: z.literal('USD'),
		provider: z.enum(['eks', 'gke', 'aks']),
		defaults: z
			.strictObject({
				region: name,
				/** In order of preference; the first that a region sells is its default. */
				nodeTypes: z.array(name).min(1).readonly(),
				/** Sold in every region: prices we do not hold are scaled by it. */
				yardstick: name
			})
			.readonly(),
		sources,
		/** Region, then the place it stands for, or an empty text where we cannot name it. */
		regions: z.record(name, z.string().max(40)).readonly(),
		/** Names that carry prices but sell no nodes: groups of regions, a peer's region. */
		areas: z.array(name).readonly(),
		nodes,
		services: z.record(name, service).readonly(),
		platform: z.record(name, z.union([rule, constant, missing])).readonly(),
		commitments: z.array(commitment).readonly()
	})
	.readonly();

export type Cloud = z.infer<typeof cloudSchema>;
export type CloudId = Cloud['cloud'];
export type Service = Cloud['services'][string];
export type NodeSpec = Cloud['nodes']['types'][string];
export type Commitment = Cloud['commitments'][number];
export type PlatformEntry = Cloud['platform'][string];
