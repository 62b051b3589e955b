/** A value that a new plan starts with, and why this one. */
export interface PlanDefault {
	readonly value: number | string;
	readonly low?: number;
	readonly high?: number;
	readonly reason: string;
}

/**
 * The scenario of a new plan (`design.md` §3), by plan path. Assumptions that have a range and hold for
 * any scenario are figures of pricing-data/planning.json instead.
 */
export const PLAN_DEFAULTS: Readonly<Record<string, PlanDefault>> = {
	'workload.pods': { value: 300, reason: 'a platform of medium size' },
	'workload.services': { value: 60, reason: 'five pods a service' },
	'workload.edgeRps': { value: 1000, reason: 'requests that enter, averaged over the month' },
	'workload.payloadKiB': { value: 4, reason: 'a JSON answer of a few records' },
	'workload.clusters': { value: 1, reason: 'one cluster' },
	'workload.azs': { value: 3, reason: 'three zones, as most regions have' },
	'workload.appCpu': { value: 0.25, reason: 'a common request of a service' },
	'workload.appMemMiB': { value: 512, reason: 'a common request of a service' },
	'workload.growthPodsMonthly': { value: 0.02, low: 0, high: 0.05, reason: 'a quarter more a year' },
	'workload.growthRpsMonthly': { value: 0.02, low: 0, high: 0.05, reason: 'traffic grows with pods' },
	'workload.growthServicesMonthly': { value: 0, low: 0, high: 0.02, reason: 'services stay as they are' },
	'workload.l7Fraction': { value: 0.3, low: 0.1, high: 0.6, reason: 'calls that need routing or rules by path' },
	'workload.meshedCallFraction': { value: 1, reason: 'the mesh carries all internal calls' },
	'platform.cloud': { value: 'aws', reason: 'the cloud with the longest price list here' },
	'platform.region': { value: 'eu-west-1', reason: 'a large region' },
	'platform.nodeType': { value: 'm7i.2xlarge', reason: '8 vCPU and 32 GiB, the size most clusters use' },
	'platform.spotShare': { value: 0, reason: 'all nodes stay until released' },
	'finance.months': { value: 36, reason: 'three years, as budgets are planned' },
	'finance.discountAnnual': { value: 0.1, reason: 'the rate of published business cases' },
	'finance.currency': { value: 'USD', reason: 'list prices are in dollars' }
};
