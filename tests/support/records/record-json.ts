/** The input record of `model.md` §2 as JSON, for tests: every field may be left out. */
export interface GroupJson {
	id?: string;
	pods?: number;
	appCpu?: number;
	appMemMiB?: number;
	meshed?: boolean;
	runtime?: 'k8s' | 'fargate';
}

export interface TimeJson {
	months?: number;
	startMonth?: string | null;
	hoursPerMonth?: number;
	discountAnnual?: number;
	labourInflationAnnual?: number;
	cloudPriceDriftAnnual?: number;
}

export interface WorkloadJson {
	clusters?: number;
	azs?: number;
	services?: number;
	groups?: GroupJson[];
	edgeRps?: number;
	callsPerRequest?: number;
	criticalPathDepth?: number;
	retryFraction?: number;
	payloadKiB?: number;
	bytesPerCall?: number;
	bytesPerEdgeRequest?: number;
	peakToAverage?: number;
	season?: number[] | null;
	growthPodsMonthly?: number;
	growthRpsMonthly?: number;
	growthServicesMonthly?: number;
	headroom?: number;
	meshedCallFraction?: number;
	edgeMeshed?: boolean;
	l7Fraction?: number;
	visibleServices?: number | null;
	clustersPerService?: number;
	peersPerProxy?: number;
	crossClusterFraction?: number;
	newConnFraction?: number;
}

export interface NodeJson {
	provider?: 'eks' | 'gke' | 'aks' | 'plain';
	vcpu?: number;
	memGiB?: number;
	maxPods?: number;
	vmMemOverhead?: number;
	packing?: number;
	packingMode?: 'sum' | 'shape';
	priceHour?: number | null;
	coreToGibRatio?: number;
	systemDaemonCpu?: number;
	systemDaemonMemMiB?: number;
	systemDaemonPods?: number;
	minNodesPerAz?: number;
	azBalanced?: boolean;
	surviveAzLoss?: boolean;
}

export interface GatewayJson {
	c0?: number;
	c1?: number;
	c2?: number;
	pRefKiB?: number;
	connFactor?: number;
	cpuReq?: number | null;
	memReqMiB?: number | null;
	minReplicas?: number;
	ewMinReplicas?: number;
	incremental?: boolean;
}

export interface ProxyJson {
	c0?: number;
	c1?: number;
	c2?: number;
	pRefKiB?: number;
	tlsFactor?: number;
	connFactor?: number;
	beta?: number;
	cpuReq?: number | null;
	memReqMiB?: number | null;
	m0?: number;
	aServiceKiB?: number;
	aEndpointKiB?: number;
}

export interface WaypointJson extends ProxyJson {
	deployments?: number;
	minReplicas?: number;
}

export interface TierJson {
	maxConn?: number;
	pods?: number;
	cpu?: number;
	memMiB?: number;
	diskGiB?: number;
}

export interface StepJson {
	aboveReceivedRps?: number | null;
	aboveServices?: number | null;
	aboveTasks?: number | null;
	cpu?: number;
	memMiB?: number;
}

export interface MeshJson {
	id?: string;
	kind?: 'sidecar' | 'ambient' | 'managed' | 'none';
	sizing?: 'requests' | 'usage' | 'max';
	endOfSupport?: string | null;
	feePerProxyHour?: number | null;
	feePerServiceHour?: number | null;
	feePerClusterHour?: number | null;
	feePerGB?: number | null;
	feePerMillionRequests?: number | null;
	freeRequestsPerServiceHour?: number;
	feeDiscount?: number;
	crossAzIncluded?: boolean;
	taskProxy?: { cpu?: number; memMiB?: number; appMemFactor?: number; steps?: StepJson[] } | null;
	proxy?: ProxyJson | null;
	ztunnel?: ProxyJson | null;
	waypoint?: WaypointJson | null;
	gateway?: GatewayJson | null;
	nodeAgent?: { cpu?: number; memMiB?: number; pods?: number };
	controlPlane?: {
		perCluster?: boolean;
		tiers?: TierJson[];
		useCpuPer1000?: number;
		useMemMiBPer1000?: number;
	} | null;
}

export interface TermJson {
	termMonths?: number;
	coverage?: number;
	discount?: number | null;
	fargateDiscount?: number | null;
}

export interface LicenceJson {
	unit?: 'flat' | 'cluster' | 'pod' | 'service' | 'node' | 'spend';
	tiers?: { upTo?: number | null; unitPrice?: number | null }[];
	mode?: 'graduated' | 'volume';
	minimumAnnual?: number;
}

export interface SupportJson {
	rateHour?: number;
	hoursPerFteMonth?: number;
	fteBase?: number;
	ftePerExtraCluster?: number;
	ftePer100Services?: number;
	fteStep?: number;
	learningStart?: number;
	learningHalfLifeMonths?: number;
	upgradesPerYear?: number;
	hoursPerUpgradeCluster?: number;
	hoursPerUpgradeService?: number;
	patchesPerYear?: number;
	hoursPerPatchCluster?: number;
	meshIncidentsPerYear?: number;
	hoursPerIncident?: number;
	onCallMonthly?: number;
	trainees?: number;
	trainingHours?: number;
	trainingFee?: number;
	turnoverAnnual?: number;
	consultingUpfront?: number;
	consultingMonthly?: number;
	licence?: LicenceJson | null;
	migration?: {
		designHours?: number;
		hoursFirstService?: number;
		learningRate?: number;
		cash?: number;
		parallelMonths?: number;
		oldMonthly?: number | null;
		source?: { mesh: MeshJson; licence?: LicenceJson | null } | null;
		duplicateShare?: number;
		waitingMonthly?: number;
	} | null;
}

export interface FeatureJson {
	id?: string;
	needed?: 0 | 1;
	coverage?: number;
	hoursPerLanguage?: number;
	hoursPerService?: number;
}

export interface OpportunityJson {
	languages?: number;
	features?: FeatureJson[];
	buildMonths?: number;
	maintenanceAnnual?: number;
	incidents?: {
		perYear?: number;
		mttrHours?: number;
		costPerHour?: number;
		addressable?: number;
		frequencyReduction?: number;
		durationReduction?: number;
	};
	security?: {
		probabilityYear?: number;
		loss?: number;
		addressable?: number;
		reduction?: number;
		auditHoursYear?: number;
	};
	releasesPerMonth?: number;
	hoursSavedPerRelease?: number;
	replacedMonthly?: number;
	revenueMonthly?: number;
	revenueExposed?: number;
	elasticityPer100ms?: number;
	valueMultiple?: number;
	rampMonths?: number;
	confidence?: {
		build?: number;
		incidents?: number;
		security?: number;
		delivery?: number;
		replaced?: number;
	};
}

export interface RecordJson {
	time?: TimeJson;
	workload?: WorkloadJson;
	node?: NodeJson;
	mesh?: MeshJson;
	purchase?: {
		billing?: 'provisioned' | 'allocated';
		terms?: TermJson[];
		spotShare?: number;
		spotDiscount?: number | null;
	};
	fargate?: { vcpuHour?: number | null; gibHour?: number | null };
	storage?: { perGiBMonth?: number | null };
	network?: {
		bytesPerGB?: number;
		crossAzPerGB?: number | null;
		localityBaseline?: number;
		localityMesh?: number;
		overheadBytesPerCall?: number;
		lbHour?: number | null;
		lbPerGB?: number | null;
	};
	observability?: {
		seriesBase?: number;
		seriesPerPeer?: number;
		seriesZtunnel?: number;
		scrapeSeconds?: number;
		metricRetentionDays?: number;
		bytesPerSample?: number;
		memKiBPerSeries?: number;
		perMillionSamples?: number | null;
		perGiBMonth?: number | null;
		traceSampling?: number;
		bytesPerSpan?: number;
		perGBTrace?: number | null;
		logFraction?: number;
		bytesPerLog?: number;
		perGBLog?: number | null;
	};
	support?: SupportJson;
	opportunity?: OpportunityJson | null;
	latency?: {
		hopP50Ms?: number | null;
		hopP99Ms?: number | null;
		hopCorrelation?: number;
		workers?: number;
		sloHopP99Ms?: number;
	};
	rounding?: 'half-even' | 'half-up';
}
