import { leaf, type Expr } from './graph/expr.ts';

/** What a number may be (`model.md` §2). Bounds are inclusive unless `above` says so. */
export interface Domain {
	readonly min: number;
	readonly max: number;
	/** The minimum itself is not allowed. */
	readonly above?: boolean;
	/** In words, for the reader of an error. */
	readonly words: string;
}

/** No input of the model is larger: keeps all results finite. */
export const LARGEST = 1e12;

export const atLeastZero: Domain = { min: 0, max: LARGEST, words: '0 or more, at most 10^12' };
export const aboveZero: Domain = {
	min: 0,
	max: LARGEST,
	above: true,
	words: 'above 0, at most 10^12'
};
export const atLeastOne: Domain = { min: 1, max: LARGEST, words: '1 or more, at most 10^12' };
export const fraction: Domain = { min: 0, max: 1, words: 'from 0 to 1' };
export const fractionAboveZero: Domain = {
	min: 0,
	max: 1,
	above: true,
	words: 'above 0, at most 1'
};
/** A yearly or monthly change: −0.5 halves, 10 is elevenfold. */
export const change: Domain = { min: -1, max: 10, above: true, words: 'above −1, at most 10' };
/** A quarter of an hour in ms: no hop takes longer, and a lognormal through it stays finite. */
const delay: Domain = { min: 0, max: 1e6, words: '0 or more, at most 10^6' };
const horizon: Domain = { min: 12, max: 60, words: 'a whole number from 12 to 60' };

/** How an uncertain input is drawn (`model.md` §15). */
export type Spread = 'fixed' | 'pert' | 'splitLognormal' | 'lognormal' | 'triangular';

export interface Input<U extends string = string> {
	readonly unit: U;
	readonly label: string;
	readonly domain: Domain;
	/** Decimal text taken when the record leaves the field out. */
	readonly initial: string;
	readonly spread: Spread;
	/** Must be whole. */
	readonly whole: boolean;
	/** null means: no sourced figure. The rows that need it stop and say so. */
	readonly sourced: boolean;
	/** null means: not set, where the model knows what to do. */
	readonly unset: boolean;
}

interface Options {
	readonly label: string;
	readonly domain?: Domain;
	readonly initial?: string;
	readonly spread?: Spread;
	readonly whole?: boolean;
	readonly sourced?: boolean;
	readonly unset?: boolean;
}

const input = <U extends string>(unit: U, options: Options): Input<U> => ({
	unit,
	domain: atLeastZero,
	initial: '0',
	spread: 'pert',
	whole: false,
	sourced: false,
	unset: false,
	...options
});

/** A price or fee: fixed, and possibly without a figure. */
const price = <U extends string>(unit: U, label: string): Input<U> =>
	input(unit, { label, spread: 'fixed', sourced: true });

const count = <U extends string>(
	unit: U,
	label: string,
	options: Partial<Options> = {}
): Input<U> => input(unit, { label, spread: 'fixed', ...options });

const share = (label: string, options: Partial<Options> = {}): Input<'1'> =>
	input('1', { label, domain: fraction, ...options });

const growth = (label: string): Input<'1'> => input('1', { label, domain: change });

const proxy = {
	c0: input('core/pod', { label: 'CPU of an idle proxy', spread: 'splitLognormal' }),
	c1: input('core-s/traversal', {
		label: 'CPU per request through a proxy',
		spread: 'splitLognormal'
	}),
	c2: input('core-s/KiB-traversal', { label: 'CPU per KiB of payload beyond the reference' }),
	pRefKiB: count('KiB', 'Payload that the CPU per request was measured with', { initial: '1' }),
	tlsFactor: count('1', 'CPU with mTLS over CPU as measured', { initial: '1' }),
	connFactor: input('1', {
		label: 'CPU of a request on a new connection over one on a kept connection',
		domain: atLeastOne,
		initial: '1',
		spread: 'splitLognormal'
	}),
	beta: input('1', {
		label: 'How CPU grows with rate (1: in proportion)',
		domain: fractionAboveZero,
		initial: '1'
	}),
	cpuReq: count('core/pod', 'CPU requested per proxy', { unset: true }),
	memReqMiB: count('MiB/pod', 'Memory requested per proxy', { unset: true }),
	m0: input('MiB/pod', { label: 'Memory of an idle proxy', spread: 'splitLognormal' }),
	aServiceKiB: input('KiB/pod-service', {
		label: 'Proxy memory per visible cluster of endpoints',
		spread: 'splitLognormal'
	}),
	aEndpointKiB: input('KiB/pod-endpoint', {
		label: 'Proxy memory per visible endpoint',
		spread: 'splitLognormal'
	})
} as const;

const waypoint = {
	...proxy,
	deployments: count('1', 'Waypoint deployments'),
	minReplicas: count('pod', 'Fewest replicas of a waypoint')
} as const;

const gateway = {
	c0: proxy.c0,
	c1: proxy.c1,
	c2: proxy.c2,
	pRefKiB: proxy.pRefKiB,
	tlsFactor: proxy.tlsFactor,
	connFactor: proxy.connFactor,
	cpuReq: proxy.cpuReq,
	memReqMiB: proxy.memReqMiB,
	minReplicas: count('pod', 'Fewest ingress replicas'),
	ewMinReplicas: count('pod', 'Fewest east-west replicas per cluster')
} as const;

/** One table of every number of the input record (`model.md` §2). Choices are in record.ts. */
export const INPUTS = {
	time: {
		months: count('month', 'Months of the plan', { domain: horizon, initial: '36', whole: true }),
		hoursPerMonth: count('hour/month', 'Hours in a month', { domain: aboveZero, initial: '730' }),
		discountAnnual: count('1', 'Discount rate per year', {
			domain: { ...atLeastZero, max: 100, words: 'from 0 to 100' }
		}),
		labourInflationAnnual: growth('Rise of wages per year'),
		cloudPriceDriftAnnual: growth('Change of cloud prices per year')
	},
	workload: {
		clusters: count('cluster', 'Clusters', { domain: atLeastOne, initial: '1', whole: true }),
		azs: count('1', 'Zones', {
			domain: { ...atLeastOne, max: 100, words: 'a whole number from 1 to 100' },
			initial: '1',
			whole: true
		}),
		services: input('service', { label: 'Services' }),
		edgeRps: input('request/s', { label: 'Requests entering, average' }),
		callsPerRequest: input('call/request', { label: 'Internal calls per request' }),
		criticalPathDepth: input('1', { label: 'Calls in sequence on the longest path' }),
		retryFraction: share('Calls that are retried'),
		payloadKiB: input('KiB', { label: 'Payload of a call' }),
		bytesPerCall: input('byte/call', { label: 'Bytes of a call, both directions' }),
		bytesPerEdgeRequest: input('byte/request', { label: 'Bytes of an entering request' }),
		peakToAverage: input('1', {
			label: 'Peak rate over average rate',
			domain: atLeastOne,
			initial: '1'
		}),
		growthPodsMonthly: growth('Growth of pods per month'),
		growthRpsMonthly: growth('Growth of requests per month'),
		growthServicesMonthly: growth('Growth of services per month'),
		headroom: input('1', { label: 'Headroom above peak use' }),
		meshedCallFraction: share('Internal calls that the mesh carries', { initial: '1' }),
		l7Fraction: share('Calls that need a waypoint'),
		clustersPerService: input('1', {
			label: 'Clusters of endpoints per service (ports × subsets)',
			domain: atLeastOne,
			initial: '1'
		}),
		peersPerProxy: input('1', { label: 'Peers that a proxy talks to' }),
		crossClusterFraction: share('Calls that cross clusters'),
		newConnFraction: share('Requests that open a connection of their own'),
		visibleServices: input('service', { label: 'Services that a proxy knows of', unset: true })
	},
	node: {
		vcpu: count('core/node', 'vCPU of a node'),
		memGiB: count('GiB/node', 'Memory of a node'),
		maxPods: count('pod/node', 'Pods that fit on a node'),
		vmMemOverhead: count('1', 'Node memory that the hypervisor keeps', { domain: fraction }),
		packing: input('1', {
			label: 'Share of a node that is really requested',
			domain: fractionAboveZero,
			initial: '1'
		}),
		priceHour: price('USD/node-hour', 'Price of a node'),
		coreToGibRatio: input('1', {
			label: 'Price of a vCPU over price of a GiB',
			domain: atLeastZero
		}),
		systemDaemonCpu: count('core/node', 'CPU of system daemons'),
		systemDaemonMemMiB: count('MiB/node', 'Memory of system daemons'),
		systemDaemonPods: count('pod/node', 'Pods of system daemons'),
		minNodesPerAz: count('node', 'Fewest nodes per zone')
	},
	mesh: {
		feePerProxyHour: price('USD/pod-hour', 'Fee per proxy'),
		feePerServiceHour: price('USD/service-hour', 'Fee per service'),
		feePerClusterHour: price('USD/cluster-hour', 'Fee per cluster'),
		feePerGB: price('USD/GB', 'Fee per GB carried'),
		feePerMillionRequests: price('USD', 'Fee per million requests'),
		freeRequestsPerServiceHour: count('request/service-hour', 'Free requests per service and hour'),
		feeDiscount: count('1', 'Discount on the mesh fee', { domain: fraction }),
		proxy,
		ztunnel: proxy,
		waypoint,
		gateway,
		nodeAgent: {
			cpu: count('core/node', 'CPU of the mesh agent on each node'),
			memMiB: count('MiB/node', 'Memory of the mesh agent on each node'),
			pods: count('pod/node', 'Pods of the mesh agent on each node')
		},
		controlPlane: {
			useCpuPer1000: input('core/connection', { label: 'Control plane CPU per 1000 proxies' }),
			useMemMiBPer1000: input('MiB/connection', { label: 'Control plane memory per 1000 proxies' })
		},
		taskProxy: {
			cpu: count('core/pod', 'CPU of the provider’s proxy'),
			memMiB: count('MiB/pod', 'Memory of the provider’s proxy'),
			appMemFactor: input('1', {
				label: 'Memory limit of a task over its soft reservation',
				domain: atLeastOne,
				initial: '1'
			})
		}
	},
	purchase: {
		spotShare: count('1', 'Use on interruptible nodes', { domain: fraction }),
		spotDiscount: count('1', 'Discount of interruptible nodes', { domain: fraction, sourced: true })
	},
	fargate: {
		vcpuHour: price('USD/core-hour', 'Price of a task’s vCPU'),
		gibHour: price('USD/GiB-hour', 'Price of a task’s memory')
	},
	storage: { perGiBMonth: price('USD/GiB-month', 'Price of disk') },
	network: {
		bytesPerGB: count('byte/GB', 'Bytes in a billed GB', {
			domain: aboveZero,
			initial: '1000000000'
		}),
		crossAzPerGB: price('USD/GB', 'Transfer between zones, both directions together'),
		localityBaseline: share('Calls kept in their zone today'),
		localityMesh: share('Calls kept in their zone by the mesh'),
		overheadBytesPerCall: input('byte/call', { label: 'Framing that mTLS adds to a call' }),
		lbHour: price('USD/hour', 'Price of a load balancer'),
		lbPerGB: price('USD/GB', 'Load balancer, per GB')
	},
	observability: {
		seriesBase: input('series/pod', { label: 'Metric series of a proxy' }),
		seriesPerPeer: input('series/pod', { label: 'Metric series of a proxy per peer' }),
		seriesZtunnel: input('series/node', { label: 'Metric series of a node tunnel' }),
		scrapeSeconds: count('s', 'Seconds between samples', { domain: aboveZero, initial: '15' }),
		metricRetentionDays: count('1', 'Days that metrics are kept'),
		bytesPerSample: input('byte/sample', {
			label: 'Bytes of a stored sample',
			spread: 'splitLognormal'
		}),
		memKiBPerSeries: input('KiB/series', {
			label: 'Metric server memory per series',
			spread: 'splitLognormal'
		}),
		perMillionSamples: price('USD', 'Price of a million samples'),
		perGiBMonth: price('USD/GiB-month', 'Price of metric storage'),
		traceSampling: share('Requests that are traced'),
		bytesPerSpan: input('byte/span', { label: 'Bytes of a span', spread: 'splitLognormal' }),
		perGBTrace: price('USD/GB', 'Price of traces'),
		logFraction: share('Requests that are logged'),
		bytesPerLog: input('byte/record', { label: 'Bytes of a log record', spread: 'splitLognormal' }),
		perGBLog: price('USD/GB', 'Price of logs')
	},
	support: {
		rateHour: input('USD/hour', { label: 'Cost of an engineer’s hour' }),
		hoursPerFteMonth: count('hour/FTE-month', 'Working hours of an engineer'),
		fteBase: input('FTE', { label: 'Base engineers to run the mesh' }),
		ftePerExtraCluster: input('FTE/cluster', { label: 'Engineers per further cluster' }),
		ftePer100Services: input('FTE', { label: 'Engineers per 100 services' }),
		fteStep: count('FTE', 'Smallest step of staffing'),
		learningStart: count('1', 'Effort in month 1 over effort when settled', { initial: '1' }),
		learningHalfLifeMonths: count('1', 'Months in which the extra effort halves'),
		upgradesPerYear: input('upgrade/year', { label: 'Upgrades per year' }),
		hoursPerUpgradeCluster: input('hour/upgrade-cluster', {
			label: 'Hours per upgrade and cluster'
		}),
		hoursPerUpgradeService: input('hour/upgrade-service', {
			label: 'Hours per upgrade and service'
		}),
		patchesPerYear: input('upgrade/year', { label: 'Patches per year' }),
		hoursPerPatchCluster: input('hour/upgrade-cluster', { label: 'Hours per patch and cluster' }),
		meshIncidentsPerYear: input('incident/year', { label: 'Incidents of the mesh per year' }),
		hoursPerIncident: input('hour/incident', { label: 'Hours per incident' }),
		onCallMonthly: input('USD/month', { label: 'Cost of a new rota' }),
		trainees: input('person', { label: 'Engineers to train' }),
		trainingHours: input('hour/person', { label: 'Hours of training each' }),
		trainingFee: input('USD/person', { label: 'Fee of training each' }),
		turnoverAnnual: share('Engineers who leave per year'),
		consultingUpfront: input('USD', { label: 'Consulting before the start' }),
		consultingMonthly: input('USD/month', { label: 'Consulting per month' }),
		licence: { minimumAnnual: price('USD/year', 'Smallest licence per year') },
		migration: {
			designHours: input('hour', { label: 'Hours to design the migration' }),
			hoursFirstService: input('hour/service', { label: 'Hours for the first service' }),
			learningRate: input('1', {
				label: 'Hours of a service after twice as many',
				domain: { min: 0, max: 2, above: true, words: 'above 0, at most 2' },
				initial: '1'
			}),
			cash: input('USD', { label: 'Cash for the migration' }),
			parallelMonths: input('month', { label: 'Months in which both run' }),
			oldMonthly: input('USD/month', {
				label: 'Today’s invoice for the mesh being left',
				unset: true
			}),
			duplicateShare: share('Application that runs twice meanwhile'),
			waitingMonthly: input('USD/month', { label: 'Own cost of waiting a month' })
		}
	},
	opportunity: {
		languages: input('language', { label: 'Languages in use' }),
		buildMonths: count('month', 'Months of building it ourselves'),
		maintenanceAnnual: input('1', { label: 'Upkeep of what was built, per year' }),
		incidents: {
			perYear: input('incident/year', { label: 'Outages per year' }),
			mttrHours: input('hour/incident', { label: 'Hours to repair' }),
			costPerHour: input('USD/hour', { label: 'Loss per hour of outage', spread: 'lognormal' }),
			addressable: share('Outages that a mesh can help with'),
			frequencyReduction: share('Fewer such outages'),
			durationReduction: share('Shorter such outages')
		},
		security: {
			probabilityYear: share('Chance of a breach per year'),
			loss: input('USD', { label: 'Loss of a breach', spread: 'lognormal' }),
			addressable: share('Breaches that a mesh can help with'),
			reduction: share('Fewer such breaches'),
			auditHoursYear: input('hour/year', { label: 'Audit hours saved per year' })
		},
		releasesPerMonth: input('release/month', { label: 'Releases per month' }),
		hoursSavedPerRelease: input('hour/release', { label: 'Hours saved per release' }),
		replacedMonthly: input('USD/month', { label: 'Invoices that become unnecessary' }),
		revenueMonthly: input('USD/month', { label: 'Revenue per month' }),
		revenueExposed: share('Revenue that depends on response time'),
		elasticityPer100ms: input('1', { label: 'Revenue lost per 100 ms' }),
		valueMultiple: count('1', 'Value of an engineer’s hour over its cost', { initial: '1' }),
		rampMonths: count('month', 'Months until benefits are complete'),
		confidence: {
			build: share('Confidence: build', { initial: '1' }),
			incidents: share('Confidence: incidents', { initial: '1' }),
			security: share('Confidence: security', { initial: '1' }),
			delivery: share('Confidence: delivery', { initial: '1' }),
			replaced: share('Confidence: replaced', { initial: '1' })
		}
	},
	latency: {
		hopP50Ms: input('ms', {
			label: 'Latency added per call, median',
			domain: delay,
			spread: 'splitLognormal',
			sourced: true
		}),
		hopP99Ms: input('ms', {
			label: 'Latency added per call, p99',
			domain: delay,
			spread: 'splitLognormal',
			sourced: true
		}),
		hopCorrelation: share('Correlation of hops'),
		workers: count('1', 'Worker threads of a proxy', {
			domain: { min: 0, max: 10_000, words: 'from 0 to 10 000' }
		}),
		sloHopP99Ms: count('ms', 'Objective for the p99 of a call')
	}
} as const;

/** Inputs of one item of each list of the record. */
export const LIST_INPUTS = {
	'workload.groups': {
		pods: input('pod', { label: 'Pods' }),
		appCpu: input('core/pod', { label: 'CPU requested by the application' }),
		appMemMiB: input('MiB/pod', { label: 'Memory requested by the application' })
	},
	'workload.season': { value: count('1', 'Season of the month') },
	'mesh.controlPlane.tiers': {
		maxConn: count('connection/plane', 'Proxies that a tier serves', { domain: aboveZero }),
		pods: count('pod/plane', 'Control plane pods'),
		cpu: count('core/plane', 'Control plane CPU requested'),
		memMiB: count('MiB/plane', 'Control plane memory requested'),
		diskGiB: count('GiB/plane', 'Control plane disk')
	},
	'mesh.taskProxy.steps': {
		aboveReceivedRps: count('traversal/pod-s', 'Step above received requests', { unset: true }),
		aboveServices: count('service', 'Step above services', { unset: true }),
		aboveTasks: count('pod', 'Step above tasks', { unset: true }),
		cpu: count('core/pod', 'CPU of the step'),
		memMiB: count('MiB/pod', 'Memory of the step')
	},
	'purchase.terms': {
		termMonths: count('month', 'Length of the commitment', {
			domain: { min: 1, max: 120, words: 'a whole number from 1 to 120' },
			whole: true
		}),
		coverage: count('1', 'Use that is committed', { domain: fraction }),
		discount: count('1', 'Discount of the commitment', { domain: fraction, sourced: true }),
		fargateDiscount: count('1', 'Discount on tasks', { domain: fraction, sourced: true })
	},
	'support.licence.tiers': {
		upTo: count('1', 'Band ends at', { domain: aboveZero, unset: true }),
		unitPrice: price('USD/year', 'Price per unit and year')
	},
	'opportunity.features': {
		needed: count('1', 'Would be built anyway', {
			domain: { min: 0, max: 1, words: '0 or 1' },
			whole: true
		}),
		coverage: share('Part that the mesh has'),
		hoursPerLanguage: input('hour/language', { label: 'Hours to build per language' }),
		hoursPerService: input('hour/service', { label: 'Hours to build per service' })
	}
} as const;

type Table = { readonly [key: string]: Input | Table };
type Leaves<T> = {
	readonly [K in keyof T]: T[K] extends Input<infer U> ? Expr<U> : Leaves<T[K]>;
};

export const isInput = (entry: Input | Table): entry is Input =>
	typeof entry['unit'] === 'string' && typeof entry['label'] === 'string';

function leavesOf(table: Table, prefix: string): unknown {
	return Object.fromEntries(
		Object.entries(table).map(([key, entry]) => {
			const path = `${prefix}${key}`;
			return [key, isInput(entry) ? leaf(path, entry.unit) : leavesOf(entry, `${path}.`)];
		})
	);
}

const leaves = <T extends Table>(table: T, prefix = ''): Leaves<T> => {
	const built: unknown = leavesOf(table, prefix);
	// The walk above gives each input its leaf: the shape is that of the table.
	// eslint-disable-next-line @typescript-eslint/consistent-type-assertions
	return built as Leaves<T>;
};

/** Every input as a leaf: `inputs.network.crossAzPerGB` is an `Expr<'USD/GB'>`. */
export const inputs = leaves(INPUTS);

/** Leaves of item `at` of a list of the record. */
export const itemInputs = <K extends keyof typeof LIST_INPUTS>(
	list: K,
	at: number
): Leaves<(typeof LIST_INPUTS)[K]> => leaves(LIST_INPUTS[list], `${list}[${at}].`);

const flatten = (table: Table, prefix: string): readonly (readonly [string, Input])[] =>
	Object.entries(table).flatMap(([key, entry]) =>
		isInput(entry) ? [[`${prefix}${key}`, entry] as const] : flatten(entry, `${prefix}${key}.`)
	);

/** Every input of the record by path, items of lists apart. */
export const INPUT_BY_PATH: ReadonlyMap<string, Input> = new Map(flatten(INPUTS, ''));

/** Inputs of lists that were asked for: each path is taken apart once. */
const items = new Map<string, Input | undefined>();
const MOST_ITEMS = 5000;

/** The input behind a path, items of lists included (`workload.groups[0].pods`). */
export function inputAt(path: string): Input | undefined {
	const known = INPUT_BY_PATH.get(path) ?? items.get(path);
	if (known !== undefined || items.has(path)) return known;
	if (items.size >= MOST_ITEMS) items.clear();
	const found = itemAt(path);
	items.set(path, found);
	return found;
}

function itemAt(path: string): Input | undefined {
	const match = /^(.{1,60})\[\d{1,4}\](?:\.(\w{1,40}))?$/.exec(path);
	const list = Object.entries(LIST_INPUTS).find(([name]) => name === match?.[1])?.[1];
	if (list === undefined) return undefined;
	return Object.entries<Input>(list).find(([key]) => key === (match?.[2] ?? 'value'))?.[1];
}
