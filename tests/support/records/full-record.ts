import type { RecordJson } from './record-json.ts';

const passes = { c0: 0.003, c1: 0.0002, c2: 0.0000015, pRefKiB: 1, tlsFactor: 1, connFactor: 1.6 };
const proxy = {
	...passes,
	beta: 0.8,
	cpuReq: 0.1,
	memReqMiB: 128,
	m0: 45,
	aServiceKiB: 45,
	aEndpointKiB: 1
};

/** A record in which every field of `model.md` §2 is written. */
export const fullRecord: RecordJson = {
	time: {
		months: 36,
		startMonth: '2026-10',
		hoursPerMonth: 730,
		discountAnnual: 0.1,
		labourInflationAnnual: 0.03,
		cloudPriceDriftAnnual: -0.02
	},
	workload: {
		clusters: 2,
		azs: 3,
		services: 60,
		groups: [
			{ id: 'web', pods: 200, appCpu: 0.25, appMemMiB: 512, meshed: true, runtime: 'k8s' },
			{ id: 'jobs', pods: 20, appCpu: 0.5, appMemMiB: 1024, meshed: true, runtime: 'fargate' }
		],
		edgeRps: 1000,
		callsPerRequest: 5,
		criticalPathDepth: 3,
		retryFraction: 0.02,
		payloadKiB: 4,
		bytesPerCall: 4096,
		bytesPerEdgeRequest: 8192,
		peakToAverage: 2.5,
		season: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
		growthPodsMonthly: 0.01,
		growthRpsMonthly: 0.02,
		growthServicesMonthly: 0,
		headroom: 0.25,
		meshedCallFraction: 0.9,
		edgeMeshed: true,
		l7Fraction: 0.3,
		visibleServices: 30,
		clustersPerService: 2,
		peersPerProxy: 6,
		crossClusterFraction: 0.1,
		newConnFraction: 0.1
	},
	node: {
		provider: 'eks',
		vcpu: 8,
		memGiB: 32,
		maxPods: 58,
		vmMemOverhead: 0.02,
		packing: 0.85,
		packingMode: 'sum',
		priceHour: 0.384,
		coreToGibRatio: 9.1069,
		systemDaemonCpu: 0.2,
		systemDaemonMemMiB: 400,
		systemDaemonPods: 4,
		minNodesPerAz: 1,
		azBalanced: true,
		surviveAzLoss: true
	},
	mesh: {
		id: 'all',
		kind: 'sidecar',
		sizing: 'max',
		endOfSupport: '2030-06-30',
		feePerProxyHour: 0.001,
		feePerServiceHour: 0.025,
		feePerClusterHour: 0.1,
		feePerGB: 0.025,
		feePerMillionRequests: 0.1,
		freeRequestsPerServiceHour: 300_000,
		feeDiscount: 0.1,
		crossAzIncluded: false,
		taskProxy: {
			cpu: 0.25,
			memMiB: 64,
			appMemFactor: 1.2,
			steps: [
				{ aboveReceivedRps: 500, aboveServices: null, aboveTasks: null, cpu: 0.5, memMiB: 64 },
				{ aboveReceivedRps: null, aboveServices: 100, aboveTasks: 2000, cpu: 0.25, memMiB: 128 }
			]
		},
		proxy,
		ztunnel: proxy,
		waypoint: { ...proxy, deployments: 6, minReplicas: 2 },
		gateway: {
			c0: 0.01,
			c1: 0.00025,
			c2: 0.000002,
			pRefKiB: 1,
			connFactor: 1.6,
			cpuReq: 0.5,
			memReqMiB: 256,
			minReplicas: 2,
			ewMinReplicas: 1,
			incremental: true
		},
		nodeAgent: { cpu: 0.1, memMiB: 100, pods: 1 },
		controlPlane: {
			perCluster: true,
			tiers: [{ maxConn: 2000, pods: 2, cpu: 1, memMiB: 4096, diskGiB: 10 }],
			useCpuPer1000: 0.5,
			useMemMiBPer1000: 1240
		}
	},
	purchase: {
		billing: 'provisioned',
		terms: [{ termMonths: 12, coverage: 0.5, discount: 0.3, fargateDiscount: 0.2 }],
		spotShare: 0.1,
		spotDiscount: 0.6
	},
	fargate: { vcpuHour: 0.04048, gibHour: 0.004445 },
	storage: { perGiBMonth: 0.08 },
	network: {
		bytesPerGB: 1_000_000_000,
		crossAzPerGB: 0.02,
		localityBaseline: 0.1,
		localityMesh: 0.5,
		overheadBytesPerCall: 200,
		lbHour: 0.0225,
		lbPerGB: 0.006
	},
	observability: {
		seriesBase: 160,
		seriesPerPeer: 140,
		seriesZtunnel: 200,
		scrapeSeconds: 15,
		metricRetentionDays: 15,
		bytesPerSample: 1.5,
		memKiBPerSeries: 6,
		perMillionSamples: 0,
		perGiBMonth: 0.08,
		traceSampling: 0.01,
		bytesPerSpan: 500,
		perGBTrace: 0.5,
		logFraction: 0.01,
		bytesPerLog: 300,
		perGBLog: 0.5
	},
	support: {
		rateHour: 106.6,
		hoursPerFteMonth: 160,
		fteBase: 0.75,
		ftePerExtraCluster: 0.1,
		ftePer100Services: 0.15,
		fteStep: 0.05,
		learningStart: 1.5,
		learningHalfLifeMonths: 6,
		upgradesPerYear: 2,
		hoursPerUpgradeCluster: 16,
		hoursPerUpgradeService: 0.5,
		patchesPerYear: 6,
		hoursPerPatchCluster: 2,
		meshIncidentsPerYear: 4,
		hoursPerIncident: 6,
		onCallMonthly: 100,
		trainees: 6,
		trainingHours: 24,
		trainingFee: 50,
		turnoverAnnual: 0.13,
		consultingUpfront: 1000,
		consultingMonthly: 10,
		licence: {
			unit: 'pod',
			mode: 'graduated',
			tiers: [
				{ upTo: 100, unitPrice: 10 },
				{ upTo: null, unitPrice: 8 }
			],
			minimumAnnual: 500
		},
		migration: {
			designHours: 120,
			hoursFirstService: 6,
			learningRate: 0.8,
			cash: 1000,
			parallelMonths: 2,
			oldMonthly: null,
			source: { mesh: { id: 'old', kind: 'sidecar', proxy }, licence: null },
			duplicateShare: 0.25,
			waitingMonthly: 10
		}
	},
	opportunity: {
		languages: 2,
		features: [{ id: 'mtls', needed: 1, coverage: 0.9, hoursPerLanguage: 200, hoursPerService: 2 }],
		buildMonths: 6,
		maintenanceAnnual: 0.2,
		incidents: {
			perYear: 4,
			mttrHours: 2,
			costPerHour: 10_000,
			addressable: 0.2,
			frequencyReduction: 0.1,
			durationReduction: 0.2
		},
		security: {
			probabilityYear: 0.01,
			loss: 4_440_000,
			addressable: 0.1,
			reduction: 0.2,
			auditHoursYear: 40
		},
		releasesPerMonth: 8,
		hoursSavedPerRelease: 0.5,
		replacedMonthly: 200,
		revenueMonthly: 100_000,
		revenueExposed: 0.5,
		elasticityPer100ms: 0.002,
		valueMultiple: 1.2,
		rampMonths: 6,
		confidence: { build: 0.7, incidents: 0.5, security: 0.5, delivery: 0.5, replaced: 0.5 }
	},
	latency: { hopP50Ms: 0.5, hopP99Ms: 1.6, hopCorrelation: 0.2, workers: 2, sloHopP99Ms: 5 },
	rounding: 'half-even'
};
