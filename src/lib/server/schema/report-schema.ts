import * as z from 'zod';
import type { Report } from '../../report/types.ts';

const gap = z.strictObject({
	missing: z.enum(['not-published', 'not-measured', 'not-offered', 'ended', 'not-applicable']),
	reason: z.string()
});
const money = z.string().regex(/^-?\d+(?:\.\d+)?$/);
const moneyOrGap = z.union([money, gap]);
const numberOrGap = z.union([z.number(), gap]);
const optional = z.exactOptional;
const readonlyList = <T extends z.ZodType>(item: T) => z.array(item).readonly();

const row = z.strictObject({
	key: z.string(),
	block: z.enum(['infra', 'support', 'avoided', 'adoption']),
	label: z.string(),
	month0: moneyOrGap,
	monthly: readonlyList(moneyOrGap),
	total: moneyOrGap
});

const totals = z.strictObject({
	infra: moneyOrGap,
	support: moneyOrGap,
	oneOff: moneyOrGap,
	spend: moneyOrGap,
	avoided: moneyOrGap,
	adoption: moneyOrGap,
	presentValue: moneyOrGap,
	spendOtherwise: moneyOrGap,
	netPresentValue: moneyOrGap,
	paybackMonths: optional(z.number()),
	irrAnnual: optional(z.number()),
	roi: optional(z.number())
});

const limits = z.strictObject({
	cpu: z.number(),
	memory: z.number(),
	pods: z.number(),
	shape: z.number()
});

const capacityMonth = z.strictObject({
	month: z.number(),
	pods: z.number(),
	podsMeshed: z.number(),
	proxies: z.number(),
	waypoints: z.number(),
	coresRequested: z.number(),
	coresUsed: numberOrGap,
	coresInvoiced: z.number(),
	gibRequested: z.number(),
	gibUsed: numberOrGap,
	gibInvoiced: z.number(),
	nodesBaseline: z.number(),
	nodesMesh: z.number(),
	binding: z.enum(['cpu', 'memory', 'pods', 'shape', 'zones', 'none']),
	nodesByLimit: limits,
	usePerRequestCpu: optional(z.number()),
	usePerRequestMem: optional(z.number()),
	ratePerProxyRps: z.number()
});

const capacity = z.strictObject({
	month1: capacityMonth,
	monthLast: capacityMonth,
	proxy: z.enum(['sidecar', 'ztunnel', 'task proxy']),
	remark: optional(z.string()),
	packing: z.strictObject({ sum: z.number(), shape: z.number(), differs: z.boolean() })
});

const latency = z.strictObject({
	addedMeanMs: z.number(),
	addedP99Ms: z.number(),
	addedP99ComonotonicMs: z.number(),
	hopP50Ms: z.number(),
	hopP99Ms: z.number(),
	limitedBy: optional(z.enum(['sidecar', 'ztunnel', 'waypoint'])),
	proxySaturationRps: optional(z.number()),
	proxyRpsAtSlo: optional(z.number()),
	headroom: optional(z.number()),
	monthFull: optional(z.number())
});

const fact = z.strictObject({
	id: z.string(),
	label: z.string(),
	value: z.number(),
	unit: z.string()
});

const option = z.strictObject({
	id: z.string(),
	label: z.string(),
	base: z.string(),
	kind: z.enum(['sidecar', 'ambient', 'managed', 'none']),
	status: z.enum(['available', 'ended', 'incomplete', 'not-offered']),
	statusReason: optional(z.string()),
	endOfSupport: optional(z.string()),
	rows: readonlyList(row),
	totals,
	capacity: z.union([capacity, gap]),
	latency: z.union([latency, gap]),
	range: optional(z.strictObject({ p10: money, p50: money, p90: money })),
	milestones: optional(
		readonlyList(
			z.strictObject({
				kind: z.enum(['commitment', 'nodes', 'capacity', 'support', 'payback']),
				month: z.number(),
				words: z.string()
			})
		)
	),
	facts: readonlyList(fact),
	unitCosts: optional(
		readonlyList(
			z.strictObject({
				per: z.enum(['service', 'pod', 'million requests']),
				count: z.number(),
				amount: money
			})
		)
	),
	showback: optional(
		readonlyList(z.strictObject({ group: z.string(), share: z.number(), amount: money }))
	),
	error: optional(z.strictObject({ code: z.string(), path: z.string(), message: z.string() }))
});

const assumption = z.strictObject({
	id: z.string(),
	option: optional(z.string()),
	path: z.string(),
	label: z.string(),
	value: z.string(),
	low: optional(z.string()),
	high: optional(z.string()),
	unit: z.string(),
	percent: optional(z.literal(true)),
	basis: z.enum(['user', 'published', 'derived', 'claimed', 'assumed', 'default']),
	source: optional(z.string()),
	asOf: optional(z.string()),
	reason: optional(z.string()),
	changed: z.boolean(),
	planPath: optional(z.string())
});

const source = z.strictObject({
	id: z.string(),
	publisher: z.string(),
	title: z.string(),
	url: optional(z.string()),
	locator: optional(z.string()),
	retrieved: z.string(),
	grade: optional(z.string()),
	stale: optional(z.boolean())
});

const comparison = z.looseObject({
	ranking: readonlyList(z.string()),
	cheapest: optional(z.string()),
	rankingOtherwise: readonlyList(z.string()),
	rankingDiffers: z.boolean(),
	excluded: readonlyList(z.strictObject({ id: z.string(), reason: z.string() })),
	lead: optional(money)
});

const ask = z.strictObject({
	options: readonlyList(
		z.strictObject({
			option: z.string(),
			amount: money,
			planned: money,
			median: optional(money)
		})
	),
	confidence: optional(z.number()),
	words: z.string()
});

/** The report as the HTTP API sends it; `report/types.ts` is what it is held against. */
export const reportSchema = z.looseObject({
	version: z.literal(1),
	modelVersion: z.string(),
	dataVersion: z.string(),
	generatedAt: z.string(),
	plan: z.unknown(),
	name: z.string(),
	currency: z.string().length(3),
	exchange: optional(
		z.strictObject({
			rate: z.string(),
			date: z.string(),
			source: optional(z.string()),
			words: z.string()
		})
	),
	months: z.number(),
	startMonth: optional(z.string()),
	fiscalYearStart: optional(z.number()),
	billing: z.enum(['provisioned', 'allocated']),
	pricesAsOf: z.strictObject({ oldest: z.string(), newest: z.string() }),
	platform: z.strictObject({ cloud: z.string(), region: z.string(), nodeType: z.string() }),
	options: readonlyList(option),
	comparison,
	assumptions: readonlyList(assumption),
	sources: readonlyList(source),
	warnings: readonlyList(
		z.strictObject({
			code: z.string(),
			message: z.string(),
			path: optional(z.string()),
			options: optional(readonlyList(z.string()))
		})
	),
	ask: optional(ask),
	sentence: z.string(),
	subSentence: z.string()
}) satisfies z.ZodType<Report>;
