import type { Report, ReportOption, ReportRow } from '../report/types.ts';
const M = 36;
const row = (
	key: string,
	label: string,
	block: ReportRow['block'],
	m0: number,
	m: number
): ReportRow => ({
	key,
	label,
	block,
	month0: m0.toFixed(2),
	monthly: Array.from({ length: M }, () => m.toFixed(2)),
	total: (m0 + m * M).toFixed(2)
});
const opt = (
	id: string,
	label: string,
	kind: ReportOption['kind'],
	r: readonly number[],
	cores: number,
	p99: number
): ReportOption => {
	const [compute = 0, storage = 0, net = 0, lb = 0, met = 0, tr = 0, run = 0, up = 0, m0 = 0] = r;
	const rows = [
		row('infra.compute', 'Compute', 'infra', 0, compute),
		row('infra.storage', 'Storage', 'infra', 0, storage),
		row('infra.network.overhead', 'Cross-zone traffic', 'infra', 0, net),
		row('infra.loadBalancer', 'Load balancers', 'infra', 0, lb),
		row('infra.observability.metrics', 'Metrics', 'infra', 0, met),
		row('infra.observability.traces', 'Traces', 'infra', 0, tr),
		row('support.run', 'Running it', 'support', 0, run),
		row('support.upgrades', 'Upgrades', 'support', 0, up),
		row('support.training', 'Training', 'support', m0, 166.3),
		row('avoided.incidents', 'Incidents avoided', 'avoided', 0, 900)
	];
	const infra = (compute + storage + net + lb + met + tr) * M,
		support = (run + up + 166.3) * M + m0;
	const cap = {
		month: 1,
		pods: 300,
		podsMeshed: 300,
		proxies: 300,
		waypoints: 0,
		coresRequested: cores,
		coresUsed: cores * 0.3,
		coresInvoiced: 48,
		gibRequested: 42,
		gibUsed: 14,
		gibInvoiced: 192,
		nodesBaseline: 12,
		nodesMesh: 18,
		binding: 'cpu',
		nodesByLimit: { cpu: 17, memory: 8, pods: 6, shape: 15 },
		usePerRequestCpu: 0.33,
		usePerRequestMem: 0.37,
		ratePerProxyRps: 93.3
	} as const;
	return {
		id,
		label,
		base: id,
		kind,
		status: id === 'app-mesh' ? 'ended' : 'available',
		...(id === 'app-mesh'
			? {
					endOfSupport: '2026-09-30',
					statusReason:
						"AWS ended support on 2026-09-30; it is shown as today's bill, not as a choice."
				}
			: {}),
		rows,
		totals: {
			infra: infra.toFixed(2),
			support: support.toFixed(2),
			oneOff: m0.toFixed(2),
			spend: (infra + support).toFixed(2),
			avoided: (900 * M).toFixed(2),
			adoption: '0.00',
			presentValue: ((infra + support) * 0.88).toFixed(2),
			spendAllocated: ((infra + support) * 0.97).toFixed(2),
			netPresentValue: '-12000.00'
		},
		capacity: {
			month1: cap,
			monthLast: { ...cap, month: M },
			remark: 'over-reserved',
			packing: { sum: 18, shape: 15, differs: false }
		},
		latency: {
			addedMeanMs: p99 / 2,
			addedP99Ms: p99,
			addedP99ComonotonicMs: p99 * 1.4,
			hopP50Ms: 0.5,
			hopP99Ms: 1.6,
			proxyRpsAtSlo: 8488.7,
			proxySaturationRps: 9779,
			headroom: 0.96
		},
		facts: [{ id: 'fte', label: 'People', value: 0.85, unit: 'FTE' }]
	};
};
const options = [
	opt('no-mesh', 'No mesh', 'none', [0, 0, 0, 0, 0, 0, 0, 0, 0], 0, 0),
	opt(
		'istio-sidecar',
		'Istio sidecar',
		'sidecar',
		[1681.92, 0, 35.74, 145.6, 8.71, 73.58, 21746.4, 923.87, 42768.63],
		32,
		3.63
	),
	opt(
		'istio-ambient',
		'Istio ambient',
		'ambient',
		[840.96, 0, 266.05, 145.6, 0.66, 10.05, 15350.4, 497.47, 42768.63],
		8.3,
		1.13
	),
	opt(
		'linkerd',
		'Linkerd',
		'sidecar',
		[1681.92, 0, 35.74, 145.6, 8.71, 73.58, 8954.4, 781.73, 42768.63],
		33.1,
		2.75
	),
	opt(
		'consul',
		'Consul',
		'sidecar',
		[1681.92, 24, 35.74, 145.6, 8.71, 73.58, 21746.4, 515.23, 42768.63],
		37.6,
		4.51
	),
	opt(
		'app-mesh',
		'App Mesh',
		'sidecar',
		[840.96, 0, 35.74, 145.6, 8.71, 73.58, 8954.4, 444.17, 42768.63],
		16.5,
		4.51
	)
];
export const report: Report = {
	version: 1,
	modelVersion: '1.0',
	dataVersion: '2026-11',
	generatedAt: '2026-11-24T00:00:00Z',
	plan: {},
	name: 'Default',
	currency: 'USD',
	months: M,
	billing: 'provisioned',
	pricesAsOf: { oldest: '2026-05-20', newest: '2026-07-30' },
	platform: { cloud: 'aws', region: 'eu-west-1', nodeType: 'm7i.2xlarge' },
	options,
	comparison: {
		ranking: ['linkerd', 'istio-ambient', 'consul', 'istio-sidecar'],
		cheapest: 'linkerd',
		rankingAllocated: ['linkerd', 'istio-ambient', 'istio-sidecar', 'consul'],
		rankingDiffers: true,
		excluded: [{ id: 'app-mesh', reason: 'ended' }],
		lead: '142453.05'
	},
	assumptions: [],
	sources: [],
	warnings: [{ code: 'X', message: 'People outweigh machines at this size.' }],
	sentence: 'Linkerd costs least here: $404k over 36 months, $142k less than Istio ambient',
	subSentence: 'Most of it is people: 0.35 of an engineer, an assumption.'
};
