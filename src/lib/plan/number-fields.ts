/**
 * Numbers of the plan, each with the input of the record that it feeds (`model.md` §2). Unit, label
 * and limits are those of the input: nothing is said twice.
 */
export const NUMBER_FIELDS = {
	workload: {
		pods: 'workload.groups[0].pods',
		services: 'workload.services',
		edgeRps: 'workload.edgeRps',
		callsPerRequest: 'workload.callsPerRequest',
		criticalPathDepth: 'workload.criticalPathDepth',
		retryFraction: 'workload.retryFraction',
		payloadKiB: 'workload.payloadKiB',
		bytesPerCall: 'workload.bytesPerCall',
		bytesPerEdgeRequest: 'workload.bytesPerEdgeRequest',
		clusters: 'workload.clusters',
		azs: 'workload.azs',
		appCpu: 'workload.groups[0].appCpu',
		appMemMiB: 'workload.groups[0].appMemMiB',
		growthPodsMonthly: 'workload.growthPodsMonthly',
		growthRpsMonthly: 'workload.growthRpsMonthly',
		growthServicesMonthly: 'workload.growthServicesMonthly',
		peakToAverage: 'workload.peakToAverage',
		headroom: 'workload.headroom',
		l7Fraction: 'workload.l7Fraction',
		meshedCallFraction: 'workload.meshedCallFraction',
		clustersPerService: 'workload.clustersPerService',
		peersPerProxy: 'workload.peersPerProxy',
		crossClusterFraction: 'workload.crossClusterFraction',
		newConnFraction: 'workload.newConnFraction'
	},
	platform: {
		coverage: 'purchase.terms[0].coverage',
		commitmentDiscount: 'purchase.terms[0].discount',
		spotShare: 'purchase.spotShare',
		spotDiscount: 'purchase.spotDiscount',
		packing: 'node.packing',
		minNodesPerAz: 'node.minNodesPerAz',
		maxPods: 'node.maxPods',
		systemDaemonCpu: 'node.systemDaemonCpu',
		systemDaemonMemMiB: 'node.systemDaemonMemMiB',
		systemDaemonPods: 'node.systemDaemonPods'
	},
	people: {
		hourlyRate: 'support.rateHour',
		hoursPerFteMonth: 'support.hoursPerFteMonth',
		fteStep: 'support.fteStep',
		learningStart: 'support.learningStart',
		learningHalfLifeMonths: 'support.learningHalfLifeMonths',
		patchesPerYear: 'support.patchesPerYear',
		hoursPerPatchCluster: 'support.hoursPerPatchCluster',
		meshIncidentsPerYear: 'support.meshIncidentsPerYear',
		hoursPerIncident: 'support.hoursPerIncident',
		onCallMonthly: 'support.onCallMonthly',
		trainees: 'support.trainees',
		trainingHours: 'support.trainingHours',
		trainingFee: 'support.trainingFee',
		turnoverAnnual: 'support.turnoverAnnual',
		consultingUpfront: 'support.consultingUpfront',
		consultingMonthly: 'support.consultingMonthly'
	},
	network: {
		overheadBytesPerCall: 'network.overheadBytesPerCall',
		localityBaseline: 'network.localityBaseline',
		localityMesh: 'network.localityMesh'
	},
	observability: {
		scrapeSeconds: 'observability.scrapeSeconds',
		metricRetentionDays: 'observability.metricRetentionDays',
		traceSampling: 'observability.traceSampling',
		bytesPerSpan: 'observability.bytesPerSpan',
		logFraction: 'observability.logFraction',
		bytesPerLog: 'observability.bytesPerLog'
	},
	latency: {
		workers: 'latency.workers',
		sloHopP99Ms: 'latency.sloHopP99Ms',
		hopCorrelation: 'latency.hopCorrelation'
	},
	migration: {
		designHours: 'support.migration.designHours',
		hoursFirstService: 'support.migration.hoursFirstService',
		learningRate: 'support.migration.learningRate',
		cash: 'support.migration.cash',
		parallelMonths: 'support.migration.parallelMonths',
		duplicateShare: 'support.migration.duplicateShare',
		waitingMonthly: 'support.migration.waitingMonthly'
	},
	opportunity: {
		languages: 'opportunity.languages',
		buildMonths: 'opportunity.buildMonths',
		maintenanceAnnual: 'opportunity.maintenanceAnnual',
		releasesPerMonth: 'opportunity.releasesPerMonth',
		hoursSavedPerRelease: 'opportunity.hoursSavedPerRelease',
		replacedMonthly: 'opportunity.replacedMonthly',
		revenueMonthly: 'opportunity.revenueMonthly',
		revenueExposed: 'opportunity.revenueExposed',
		elasticityPer100ms: 'opportunity.elasticityPer100ms',
		valueMultiple: 'opportunity.valueMultiple',
		rampMonths: 'opportunity.rampMonths'
	},
	'opportunity.incidents': {
		perYear: 'opportunity.incidents.perYear',
		mttrHours: 'opportunity.incidents.mttrHours',
		costPerHour: 'opportunity.incidents.costPerHour',
		addressable: 'opportunity.incidents.addressable',
		frequencyReduction: 'opportunity.incidents.frequencyReduction',
		durationReduction: 'opportunity.incidents.durationReduction'
	},
	'opportunity.security': {
		probabilityYear: 'opportunity.security.probabilityYear',
		loss: 'opportunity.security.loss',
		addressable: 'opportunity.security.addressable',
		reduction: 'opportunity.security.reduction',
		auditHoursYear: 'opportunity.security.auditHoursYear'
	},
	'opportunity.confidence': {
		build: 'opportunity.confidence.build',
		incidents: 'opportunity.confidence.incidents',
		security: 'opportunity.confidence.security',
		delivery: 'opportunity.confidence.delivery',
		replaced: 'opportunity.confidence.replaced'
	},
	finance: {
		months: 'time.months',
		discountAnnual: 'time.discountAnnual',
		labourInflationAnnual: 'time.labourInflationAnnual',
		cloudPriceDriftAnnual: 'time.cloudPriceDriftAnnual'
	}
} as const;

/** Numbers that may also be null: "all services", "no invoice". */
export const NULLABLE_FIELDS = {
	workload: { visibleServices: 'workload.visibleServices' },
	migration: { oldMonthly: 'support.migration.oldMonthly' }
} as const;

/** Numbers of one group of pods. */
export const GROUP_FIELDS = {
	pods: 'workload.groups[0].pods',
	appCpu: 'workload.groups[0].appCpu',
	appMemMiB: 'workload.groups[0].appMemMiB'
} as const;

export type NumberGroup = keyof typeof NUMBER_FIELDS;
