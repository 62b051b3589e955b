import type { Sizing } from '../choices.ts';
import { constant, ifAbove, number, one, power, zero, type Expr } from '../graph/expr.ts';
import { inputs } from '../inputs.ts';
import type { Traffic } from './traffic.ts';

const { workload } = inputs;

/** CPU coefficients that every proxy, tunnel, waypoint and gateway has. */
export interface CpuCoefficients {
	readonly c0: Expr<'core/pod'>;
	readonly c1: Expr<'core-s/traversal'>;
	readonly c2: Expr<'core-s/KiB-traversal'>;
	readonly pRefKiB: Expr<'KiB'>;
	readonly tlsFactor: Expr<'1'>;
	readonly connFactor: Expr<'1'>;
}

export interface MemoryCoefficients {
	readonly m0: Expr<'MiB/pod'>;
	readonly aServiceKiB: Expr<'KiB/pod-service'>;
	readonly aEndpointKiB: Expr<'KiB/pod-endpoint'>;
}

/**
 * CPU of one pass: u of `model.md` §4.
 *
 * `name` separates the components of one option. Connection churn is in u alone: never in c0, memory
 * or latency.
 */
export const costOfPass = (of: CpuCoefficients, name: string): Expr<'core-s/traversal'> => {
	const payload = workload.payloadKiB.minus(of.pRefKiB).atLeast(zero('KiB'));
	const churn = workload.newConnFraction.by(of.connFactor.minus(one));
	return of.c1
		.plus(of.c2.times(payload))
		.by(of.tlsFactor)
		.by(one.plus(churn))
		.as({
			id: `${name}.cpuPerPass`,
			label: 'CPU of one pass',
			symbol: 'u',
			why: 'Measured at the reference payload; more bytes and new connections cost more.',
			limits: 'A gRPC or TCP load needs a coefficient of its own.',
			sources: ['model §4']
		});
};

/** Rate per proxy at which coefficients are quoted. */
const quotedRate = constant(1000, 'traversal/pod-s');

/** Use at a rate: per pass dearer when quiet, by the exponent β. */
export const useAtRate = (
	of: CpuCoefficients & { readonly beta: Expr<'1'> },
	rate: Expr<'traversal/pod-s'>,
	pass: Expr<'core-s/traversal'>
): Expr<'core/pod'> => {
	const busy = power(rate.over(quotedRate), of.beta);
	return of.c0.plus(quotedRate.by(busy).times(pass));
};

/** Use that grows in proportion to the rate: tunnels, waypoints, gateways. */
export const useInProportion = (
	of: CpuCoefficients,
	rate: Expr<'traversal/pod-s'>,
	pass: Expr<'core-s/traversal'>
): Expr<'core/pod'> => of.c0.plus(rate.times(pass));

/** What is reserved for a request and a use (`model.md` §4, *size*). */
export function sized<U extends string>(choice: {
	readonly sizing: Sizing;
	readonly requestUnset: boolean;
	readonly request: Expr<U>;
	readonly use: Expr<U>;
}): Expr<U> {
	const roomy = choice.use.by(one.plus(workload.headroom));
	if (choice.sizing === 'usage') return roomy;
	// An unset request is refused by a check before any figure is read.
	if (choice.requestUnset) return roomy;
	return choice.sizing === 'requests' ? choice.request : choice.request.atLeast(roomy);
}

const kibPerMib = constant(1024, 'KiB/MiB');

export interface Visible {
	readonly services: Expr<'service'>;
	readonly endpoints: Expr<'endpoint'>;
}

/** Services and endpoints that a proxy holds configuration of: V_s and V_e. */
export function visible(flow: Traffic, scoped: boolean): Visible {
	const seen = scoped ? flow.services.atMost(workload.visibleServices) : flow.services;
	const services = seen.as({
		id: 'visibleServices',
		label: 'Services that a proxy knows of',
		symbol: 'Vₛ'
	});
	const share = services.over(flow.services);
	const endpoints = flow.pods.times(constant(1, 'endpoint/pod')).by(share);
	return {
		services,
		endpoints: ifAbove(flow.services, zero('service'), endpoints, zero('endpoint')).as({
			id: 'visibleEndpoints',
			label: 'Endpoints that a proxy knows of',
			symbol: 'Vₑ'
		})
	};
}

/** Memory by what a proxy knows: rate does not enter, bodies stream (`model.md` §4). */
export const memoryByConfiguration = (of: MemoryCoefficients, seen: Visible): Expr<'MiB/pod'> => {
	const byService = of.aServiceKiB.times(seen.services).by(workload.clustersPerService);
	const byEndpoint = of.aEndpointKiB.times(seen.endpoints);
	return of.m0.plus(byService.plus(byEndpoint).over(kibPerMib));
};

/** Memory of a node tunnel: every pod of the mesh is an endpoint. */
export const memoryByPods = (of: MemoryCoefficients, pods: Expr<'pod'>): Expr<'MiB/pod'> => {
	const endpoints = pods.times(constant(1, 'endpoint/pod'));
	return of.m0.plus(of.aEndpointKiB.times(endpoints).over(kibPerMib));
};

/** Peak of an average rate. */
export const atPeak = <U extends string>(average: Expr<U>): Expr<U> =>
	average.by(workload.peakToAverage);

/** 1 + headroom. */
export const withHeadroom = number(1).plus(workload.headroom);
