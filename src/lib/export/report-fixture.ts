import type { Gap, Report, ReportOption, ReportTotals } from '../report/types.ts';

const gap: Gap = { missing: 'not-published', reason: 'The vendor names no price.' };

const totals = (spend: ReportTotals['spend']): ReportTotals => ({
	infra: spend,
	support: '0.00',
	oneOff: '0.00',
	spend,
	avoided: '0.00',
	adoption: '0.00',
	presentValue: spend,
	spendOtherwise: spend,
	netPresentValue: spend
});

const option = (id: string, rest: Partial<ReportOption>): ReportOption => ({
	id,
	label: id,
	base: 'linkerd',
	kind: 'sidecar',
	status: 'available',
	rows: [],
	totals: totals('0.00'),
	capacity: gap,
	latency: gap,
	facts: [],
	...rest
});

const row = {
	key: 'infra.compute',
	block: 'infra',
	label: 'Nodes',
	month0: '0.00',
	monthly: ['10.25', '-0.05'],
	total: '10.20'
} as const;

/** Two months, one option with a name that looks like a formula, one with a gap, one without rows. */
export const report: Report = {
	version: 1,
	modelVersion: '1.0.0',
	dataVersion: '2026-11-24',
	generatedAt: '2026-11-24T10:00:00Z',
	plan: {},
	name: 'Zürich: “pay & go”',
	currency: 'USD',
	months: 2,
	startMonth: '2026-12',
	billing: 'provisioned',
	pricesAsOf: { oldest: '2026-11-01', newest: '2026-11-23' },
	platform: { cloud: 'aws', region: 'eu-west-1', nodeType: 'm7i.2xlarge' },
	options: [
		option('mine', { label: '=1+1', rows: [row], totals: totals('10.20') }),
		option('priced', {
			status: 'incomplete',
			rows: [{ ...row, month0: gap, monthly: [gap, gap], total: gap }],
			totals: totals(gap)
		}),
		option('elsewhere', { status: 'not-offered', statusReason: 'not sold there' })
	],
	comparison: {
		ranking: ['mine'],
		cheapest: 'mine',
		rankingOtherwise: ['mine'],
		rankingDiffers: false,
		excluded: [{ id: 'elsewhere', reason: 'not sold there' }]
	},
	assumptions: [],
	sources: [],
	warnings: [{ code: 'STALE', message: 'One price is old.' }],
	ask: {
		options: [{ option: 'mine', amount: '10.20', planned: '10.20' }],
		words: 'Fund =1+1 with $10.20 over 2 months: the plan’s own figure, no range was drawn'
	},
	sentence: '=1+1 costs $10.20 over 2 months',
	subSentence: ''
};
