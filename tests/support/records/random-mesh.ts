import fc, { type Arbitrary } from 'fast-check';
import type { GatewayJson, LicenceJson, MeshJson, ProxyJson, TierJson } from './record-json.ts';

/** A number with few decimals: figures that people write, and that doubles and decimals share. */
export const figure = (min: number, max: number, decimals = 0): Arbitrary<number> =>
	fc
		.integer({ min: Math.round(min * 10 ** decimals), max: Math.round(max * 10 ** decimals) })
		.map((whole) => whole / 10 ** decimals);

/** Mostly what follows, now and then 0. */
export const orZero = (some: Arbitrary<number>): Arbitrary<number> =>
	fc.oneof({ arbitrary: some, weight: 4 }, { arbitrary: fc.constant(0), weight: 1 });

export const maybe = <T>(some: Arbitrary<T>): Arbitrary<T | null> => fc.option(some, { freq: 3 });

const cpu = { c0: figure(0, 0.01, 4), c1: figure(0, 0.0006, 6), c2: figure(0, 0.000004, 7) };
const passes = {
	...cpu,
	pRefKiB: figure(0, 4),
	connFactor: figure(1, 3, 1)
};

const proxy: Arbitrary<ProxyJson> = fc.record({
	...passes,
	tlsFactor: figure(0.5, 2, 1),
	beta: fc.constantFrom(1, 0.8, 0.7, 0.5),
	cpuReq: figure(0, 0.5, 2),
	memReqMiB: figure(0, 256),
	m0: figure(0, 60),
	aServiceKiB: figure(0, 60),
	aEndpointKiB: figure(0, 30)
});

/** Requests that may be unset where the sizing allows it. */
const looseProxy = (sizing: MeshJson['sizing'], always: boolean): Arbitrary<ProxyJson> =>
	sizing !== 'usage'
		? proxy
		: fc.tuple(proxy, fc.boolean(), fc.boolean()).map(([one, noCpu, noMem]) => ({
				...one,
				...(noCpu && !always ? { cpuReq: null } : {}),
				...(noMem ? { memReqMiB: null } : {})
			}));

const gateway: Arbitrary<GatewayJson> = fc.record({
	...passes,
	cpuReq: figure(0.1, 1, 1),
	memReqMiB: figure(0, 512),
	minReplicas: figure(0, 3),
	ewMinReplicas: figure(0, 2),
	incremental: fc.boolean()
});

const tier: Arbitrary<TierJson> = fc.record({
	maxConn: figure(1, 800),
	pods: figure(0, 6),
	cpu: figure(0, 4, 1),
	memMiB: figure(0, 4096),
	diskGiB: orZero(figure(0, 300))
});

const controlPlane = fc.record({
	perCluster: fc.boolean(),
	tiers: fc.uniqueArray(tier, { maxLength: 4, selector: (one) => one.maxConn }),
	useCpuPer1000: figure(0, 1, 1),
	useMemMiBPer1000: figure(0, 2000)
});

const fees = {
	feePerProxyHour: orZero(figure(0, 0.02, 4)),
	feePerServiceHour: orZero(figure(0, 0.05, 3)),
	feePerClusterHour: orZero(figure(0, 1, 2)),
	feePerGB: orZero(figure(0, 0.05, 3)),
	feePerMillionRequests: orZero(figure(0, 0.5, 2)),
	freeRequestsPerServiceHour: orZero(figure(0, 300_000)),
	feeDiscount: orZero(figure(0, 1, 2))
};

const shared = {
	id: fc.constantFrom('one', 'two'),
	endOfSupport: maybe(fc.constantFrom('2026-09-30', '2027-06-30', '2031-01-31')),
	...fees,
	gateway: maybe(gateway),
	nodeAgent: fc.record({
		cpu: figure(0, 0.2, 1),
		memMiB: figure(0, 200),
		pods: figure(0, 2)
	}),
	controlPlane: maybe(controlPlane)
};

const step = fc.record({
	aboveReceivedRps: maybe(figure(0, 200)),
	aboveServices: maybe(figure(0, 200)),
	aboveTasks: maybe(figure(0, 200)),
	cpu: figure(0, 1, 2),
	memMiB: figure(0, 256)
});

const taskProxy = fc.record({
	cpu: figure(0, 0.5, 2),
	memMiB: figure(0, 128),
	appMemFactor: figure(1, 2, 2),
	steps: fc.array(step, { maxLength: 3 })
});

const ofSizing = (sizing: 'requests' | 'usage' | 'max'): Arbitrary<MeshJson> => {
	const base = { ...shared, sizing: fc.constant(sizing) };
	const waypoint = fc
		.tuple(looseProxy(sizing, true), figure(0.05, 0.5, 2), figure(0, 6), figure(0, 3))
		.map(([one, cpuReq, deployments, minReplicas]) => ({
			...one,
			cpuReq,
			deployments,
			minReplicas
		}));
	return fc.oneof(
		{
			weight: 4,
			arbitrary: fc.record({
				...base,
				kind: fc.constant('sidecar' as const),
				proxy: looseProxy(sizing, false)
			})
		},
		{
			weight: 4,
			arbitrary: fc.record({
				...base,
				kind: fc.constant('ambient' as const),
				ztunnel: looseProxy(sizing, false),
				waypoint: maybe(waypoint)
			})
		},
		{
			weight: 4,
			arbitrary: fc.record({
				...base,
				kind: fc.constant('managed' as const),
				crossAzIncluded: fc.boolean(),
				taskProxy: maybe(taskProxy)
			})
		},
		{ weight: 1, arbitrary: fc.record({ ...base, kind: fc.constant('none' as const) }) }
	);
};

/** A mesh of any kind, sized in any way, with all its parts or without some. */
export const meshes: Arbitrary<MeshJson> = fc
	.constantFrom('requests' as const, 'usage' as const, 'max' as const)
	.chain(ofSizing);

const bands = fc.uniqueArray(figure(1, 200), { minLength: 1, maxLength: 4 }).chain((ends) =>
	fc.array(figure(0, 400), { minLength: ends.length, maxLength: ends.length }).map((prices) =>
		[...ends]
			.sort((a, b) => a - b)
			.map((upTo, at) => ({
				upTo: at === ends.length - 1 ? null : upTo,
				unitPrice: prices[at] ?? 0
			}))
	)
);

export const licences: Arbitrary<LicenceJson> = fc.record({
	unit: fc.constantFrom('flat', 'cluster', 'pod', 'service', 'node', 'spend'),
	mode: fc.constantFrom('graduated', 'volume'),
	tiers: bands,
	minimumAnnual: orZero(figure(0, 50_000))
});
