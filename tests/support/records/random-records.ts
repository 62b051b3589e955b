import fc, { type Arbitrary } from 'fast-check';
import { figure, licences, maybe, meshes, orZero } from './random-mesh.ts';
import type { MeshJson, RecordJson } from './record-json.ts';

const time = fc.record({
	// Mostly short: a record costs time by the month, and what a month adds shows in the thirteenth.
	months: fc.oneof(
		{ weight: 3, arbitrary: fc.constantFrom(12, 13) },
		{ weight: 1, arbitrary: fc.constantFrom(24, 36, 60) }
	),
	startMonth: maybe(fc.constantFrom('2026-09', '2026-10', '2027-01')),
	hoursPerMonth: fc.constantFrom(730, 720),
	discountAnnual: orZero(figure(0, 0.3, 2)),
	labourInflationAnnual: orZero(figure(-0.05, 0.1, 2)),
	cloudPriceDriftAnnual: orZero(figure(-0.2, 0.2, 2))
});

const group = fc.record({
	id: fc.constantFrom('a', 'b', 'c'),
	pods: orZero(figure(1, 200)),
	appCpu: orZero(figure(0.05, 1.5, 2)),
	appMemMiB: orZero(figure(32, 2048)),
	meshed: fc.oneof({ arbitrary: fc.constant(true), weight: 4 }, fc.constant(false)),
	runtime: fc.oneof(
		{ arbitrary: fc.constant('k8s' as const), weight: 3 },
		fc.constant('fargate' as const)
	)
});

const workload = fc.record({
	clusters: fc.constantFrom(1, 1, 2, 3),
	azs: fc.constantFrom(1, 2, 3, 4),
	services: orZero(figure(1, 300)),
	groups: fc.array(group, { minLength: 1, maxLength: 4 }),
	edgeRps: orZero(figure(1, 4000)),
	callsPerRequest: orZero(figure(0.5, 10, 1)),
	criticalPathDepth: figure(0, 8),
	retryFraction: figure(0, 0.1, 2),
	payloadKiB: figure(0, 32),
	bytesPerCall: figure(0, 32_768),
	bytesPerEdgeRequest: figure(0, 65_536),
	peakToAverage: figure(1, 4, 1),
	season: maybe(fc.array(figure(0.5, 1.5, 1), { minLength: 12, maxLength: 12 })),
	growthPodsMonthly: orZero(figure(-0.02, 0.04, 3)),
	growthRpsMonthly: orZero(figure(-0.02, 0.04, 3)),
	growthServicesMonthly: orZero(figure(-0.02, 0.04, 3)),
	headroom: figure(0, 0.5, 2),
	meshedCallFraction: fc.oneof(fc.constant(1), figure(0, 1, 2)),
	edgeMeshed: fc.boolean(),
	l7Fraction: orZero(figure(0, 1, 2)),
	visibleServices: maybe(figure(1, 100)),
	clustersPerService: figure(1, 4, 1),
	peersPerProxy: figure(0, 20),
	crossClusterFraction: orZero(figure(0, 1, 2)),
	newConnFraction: orZero(figure(0, 1, 2))
});

const node = fc.record({
	provider: fc.constantFrom('eks', 'gke', 'aks', 'plain'),
	vcpu: fc.constantFrom(4, 8, 16, 48, 96),
	memGiB: fc.constantFrom(8, 16, 32, 192),
	maxPods: fc.constantFrom(29, 58, 110, 250),
	vmMemOverhead: figure(0, 0.05, 2),
	packing: figure(0.5, 1, 2),
	packingMode: fc.constantFrom('sum', 'shape'),
	priceHour: orZero(figure(0.05, 3, 3)),
	coreToGibRatio: figure(0, 11, 2),
	systemDaemonCpu: figure(0, 0.5, 2),
	systemDaemonMemMiB: figure(0, 800),
	systemDaemonPods: figure(0, 6),
	minNodesPerAz: fc.constantFrom(0, 0, 1, 2),
	azBalanced: fc.boolean(),
	surviveAzLoss: fc.boolean()
});

const term = fc.record({
	termMonths: fc.constantFrom(1, 3, 7, 12, 36),
	coverage: figure(0, 1, 2),
	discount: figure(0, 0.6, 2),
	fargateDiscount: figure(0, 0.5, 2)
});

const purchase = fc.record({
	billing: fc.constantFrom('provisioned', 'allocated'),
	terms: fc.array(term, { maxLength: 3 }),
	spotShare: orZero(figure(0, 1, 2)),
	spotDiscount: figure(0, 0.9, 2)
});

const network = fc.record({
	bytesPerGB: fc.constantFrom(1e9, 2 ** 30),
	crossAzPerGB: orZero(figure(0, 0.05, 3)),
	localityBaseline: orZero(figure(0, 1, 2)),
	localityMesh: orZero(figure(0, 1, 2)),
	overheadBytesPerCall: figure(0, 400),
	lbHour: figure(0, 0.05, 4),
	lbPerGB: figure(0, 0.02, 3)
});

const observability = fc.record({
	seriesBase: figure(0, 300),
	seriesPerPeer: figure(0, 200),
	seriesZtunnel: figure(0, 300),
	scrapeSeconds: fc.constantFrom(15, 30, 60),
	metricRetentionDays: figure(0, 30),
	bytesPerSample: figure(1, 2, 1),
	memKiBPerSeries: orZero(figure(0, 10)),
	perMillionSamples: orZero(figure(0, 0.5, 2)),
	perGiBMonth: orZero(figure(0, 0.2, 2)),
	traceSampling: figure(0, 0.1, 3),
	bytesPerSpan: figure(0, 1000),
	perGBTrace: figure(0, 1, 2),
	logFraction: figure(0, 0.1, 3),
	bytesPerLog: figure(0, 1000),
	perGBLog: figure(0, 1, 2)
});

const migration = fc.record({
	designHours: figure(0, 200),
	hoursFirstService: figure(0, 20),
	learningRate: figure(0.6, 1.2, 2),
	cash: orZero(figure(0, 20_000)),
	parallelMonths: orZero(figure(0, 6, 1)),
	oldMonthly: fc.option(figure(0, 5000), { freq: 1 }),
	source: maybe(fc.record({ mesh: meshes, licence: maybe(licences) })),
	duplicateShare: orZero(figure(0, 1, 2)),
	waitingMonthly: orZero(figure(0, 5000))
});

const support = fc.record({
	rateHour: figure(50, 200, 1),
	hoursPerFteMonth: fc.constantFrom(140, 160),
	fteBase: figure(0, 2, 2),
	ftePerExtraCluster: figure(0, 0.5, 2),
	ftePer100Services: figure(0, 0.5, 2),
	fteStep: fc.constantFrom(0, 0.05, 0.25, 1),
	learningStart: figure(0.5, 3, 1),
	learningHalfLifeMonths: fc.constantFrom(0, 1, 6, 7.5),
	upgradesPerYear: figure(0, 4),
	hoursPerUpgradeCluster: figure(0, 20),
	hoursPerUpgradeService: figure(0, 1, 1),
	patchesPerYear: figure(0, 12),
	hoursPerPatchCluster: figure(0, 4),
	meshIncidentsPerYear: figure(0, 10),
	hoursPerIncident: figure(0, 12),
	onCallMonthly: orZero(figure(0, 4000)),
	trainees: figure(0, 12),
	trainingHours: figure(0, 40),
	trainingFee: orZero(figure(0, 1000)),
	turnoverAnnual: figure(0, 0.3, 2),
	consultingUpfront: orZero(figure(0, 50_000)),
	consultingMonthly: orZero(figure(0, 5000)),
	licence: maybe(licences),
	migration: maybe(migration)
});

const feature = fc.record({
	id: fc.constantFrom('mtls', 'retries'),
	needed: fc.constantFrom(0 as const, 1 as const),
	coverage: figure(0, 1, 2),
	hoursPerLanguage: figure(0, 400),
	hoursPerService: figure(0, 4, 1)
});

const share = figure(0, 1, 2);

const opportunity = fc.record({
	languages: figure(0, 5),
	features: fc.array(feature, { maxLength: 3 }),
	buildMonths: fc.constantFrom(0, 1, 6, 70),
	maintenanceAnnual: figure(0, 0.3, 2),
	incidents: fc.record({
		perYear: figure(0, 10),
		mttrHours: figure(0, 8, 1),
		costPerHour: figure(0, 100_000),
		addressable: share,
		frequencyReduction: share,
		durationReduction: share
	}),
	security: fc.record({
		probabilityYear: share,
		loss: figure(0, 5_000_000),
		addressable: share,
		reduction: share,
		auditHoursYear: figure(0, 200)
	}),
	releasesPerMonth: figure(0, 50),
	hoursSavedPerRelease: figure(0, 2, 1),
	replacedMonthly: figure(0, 5000),
	revenueMonthly: figure(0, 1_000_000),
	revenueExposed: share,
	elasticityPer100ms: figure(0, 0.01, 3),
	valueMultiple: figure(0.5, 3, 1),
	rampMonths: fc.constantFrom(0, 1, 6, 24),
	confidence: fc.record({
		build: share,
		incidents: share,
		security: share,
		delivery: share,
		replaced: share
	})
});

const latency = fc
	.record({
		hopP50Ms: figure(0.1, 2, 1),
		ratio: figure(1, 5, 1),
		hopCorrelation: share,
		workers: fc.constantFrom(1, 2, 4),
		sloHopP99Ms: figure(1, 20)
	})
	.map(({ hopP50Ms, ratio, ...rest }) => ({ ...rest, hopP50Ms, hopP99Ms: hopP50Ms * ratio }));

/**
 * A complete input record of any kind: every field of `model.md` §2 is written. Most can be worked
 * out; a few end in one of the model's errors.
 */
export const records: Arbitrary<RecordJson> = fc.record({
	time,
	workload,
	node,
	mesh: meshes,
	purchase,
	fargate: fc.record({ vcpuHour: figure(0, 0.1, 4), gibHour: figure(0, 0.01, 4) }),
	storage: fc.record({ perGiBMonth: figure(0, 0.2, 2) }),
	network,
	observability,
	support,
	opportunity: maybe(opportunity),
	latency,
	rounding: fc.constantFrom('half-even', 'half-up')
});

/** Sizes at which something may not fit, and requests that may not be set. */
const tight = fc.record({
	vcpu: fc.constantFrom(0.1, 0.5, 1, 2, 8),
	memGiB: fc.constantFrom(0.5, 1, 2, 8),
	maxPods: fc.constantFrom(1, 4, 8, 58),
	appCpu: fc.constantFrom(0, 0.25, 2, 15.9, 16, 16.1),
	appMemMiB: fc.constantFrom(0, 512, 8192, 122_880, 122_881),
	waypointC0: fc.constantFrom(0.005, 0.1, 0.2),
	gatewayReq: fc.constantFrom(0.005, 0.5, null),
	unsetCpu: fc.boolean(),
	unsetMem: fc.boolean()
});

/** Records of which many end in an error: each of the five that `model.md` §2 lists beside the domains. */
export const tightRecords: Arbitrary<RecordJson> = fc
	.tuple(records, tight)
	.map(([record, { vcpu, memGiB, maxPods, appCpu, appMemMiB, ...more }]) => {
		const [first = {}, ...rest] = record.workload?.groups ?? [];
		return {
			...record,
			node: { ...record.node, vcpu, memGiB, maxPods },
			workload: { ...record.workload, groups: [{ ...first, appCpu, appMemMiB }, ...rest] },
			mesh: tightMesh(record.mesh ?? {}, more)
		};
	});

function tightMesh(
	mesh: MeshJson,
	{
		waypointC0,
		gatewayReq,
		unsetCpu,
		unsetMem
	}: {
		readonly waypointC0: number;
		readonly gatewayReq: number | null;
		readonly unsetCpu: boolean;
		readonly unsetMem: boolean;
	}
): MeshJson {
	const loose = { ...(unsetCpu ? { cpuReq: null } : {}), ...(unsetMem ? { memReqMiB: null } : {}) };
	return {
		...mesh,
		...(mesh.proxy ? { proxy: { ...mesh.proxy, ...loose } } : {}),
		...(mesh.ztunnel ? { ztunnel: { ...mesh.ztunnel, ...loose } } : {}),
		...(mesh.waypoint ? { waypoint: { ...mesh.waypoint, c0: waypointC0 } } : {}),
		...(mesh.gateway ? { gateway: { ...mesh.gateway, cpuReq: gatewayReq } } : {})
	};
}
