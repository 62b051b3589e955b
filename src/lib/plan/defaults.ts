import type { Plan } from './plan.ts';

/** A value of the scenario that a plan without it starts from, and why. */
export interface PlanDefault {
	readonly value: string;
	readonly low?: string;
	readonly high?: string;
	readonly reason: string;
}

const SCENARIO = 'A mid-sized platform to start from; enter your own.';

/**
 * The scenario of an empty plan (`design.md` §3), by plan path. It describes a platform and prices
 * nothing: what a thing costs, takes or is assumed to be stands in `pricing-data/`.
 */
export const PLAN_DEFAULTS: Readonly<Record<string, PlanDefault>> = {
	'workload.pods': { value: '300', reason: SCENARIO },
	'workload.services': { value: '60', reason: `Five pods a service. ${SCENARIO}` },
	'workload.edgeRps': { value: '1000', reason: `An average over the month. ${SCENARIO}` },
	'workload.payloadKiB': {
		value: '4',
		low: '2',
		high: '16',
		reason: 'A JSON answer of a few dozen fields; read it off a trace or an access log of your own.'
	},
	'workload.clusters': { value: '1', reason: 'One cluster until you say otherwise.' },
	'workload.azs': { value: '3', reason: 'Three zones are what cloud providers recommend.' },
	'workload.appCpu': { value: '0.25', reason: `A quarter of a core a pod. ${SCENARIO}` },
	'workload.appMemMiB': { value: '512', reason: `Half a GiB a pod. ${SCENARIO}` },
	'workload.growthPodsMonthly': {
		value: '0.02',
		low: '0',
		high: '0.04',
		reason: 'About a quarter more in a year; your own count over the last year is better.'
	},
	'workload.l7Fraction': {
		value: '0.3',
		low: '0.1',
		high: '0.6',
		reason: 'Most teams need routing or policy by request on some services only.'
	},
	'platform.cloud': { value: 'aws', reason: 'The cloud most answers are asked for.' },
	'platform.region': { value: 'eu-west-1', reason: 'A large region with every service priced.' },
	'platform.nodeType': {
		value: 'm7i.2xlarge',
		reason: 'A general-purpose node of 8 vCPU and 32 GiB.'
	},
	'platform.runtime': { value: 'k8s', reason: 'Kubernetes on nodes of your own.' },
	'platform.commitment': { value: 'on-demand', reason: 'List prices until you say otherwise.' },
	'platform.billing': {
		value: 'provisioned',
		reason: 'Whole nodes, as the provider invoices them.'
	},
	'platform.packingMode': { value: 'sum', reason: 'Capacity as an autoscaler reckons with it.' },
	'finance.months': { value: '36', reason: 'Three years: the usual horizon of a platform.' },
	'finance.discountAnnual': { value: '0.1', reason: 'A usual cost of capital; ask finance.' },
	'finance.currency': { value: 'USD', reason: 'The currency of the price lists.' },
	'finance.rounding': { value: 'half-even', reason: 'Does not drift upwards over many cells.' }
};

/** The plan of a reader who has entered nothing. */
export const defaultPlan: Plan = {};
