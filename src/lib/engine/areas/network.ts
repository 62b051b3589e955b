import { nothingMeshed, type Choices } from '../choices.ts';
import { constant, ifAbove, one, zero, type Expr } from '../graph/expr.ts';
import { inputs } from '../inputs.ts';
import type { Gateways } from './gateway.ts';
import { drift, secondsPerMonth } from './time.ts';
import { whenMeshed, type Traffic } from './traffic.ts';

const { network, workload, mesh, time } = inputs;

export interface Transfer {
	/** GB of all internal call payload, in or across zones. */
	readonly callGbMonth: Expr<'GB/month'>;
	readonly share0: Expr<'1'>;
	readonly share1: Expr<'1'>;
	readonly crossGbMonth0: Expr<'GB/month'>;
	readonly crossGbMonth1: Expr<'GB/month'>;
	readonly overhead: Expr<'USD/month'>;
	readonly locality: Expr<'USD/month'>;
}

/** Share of calls that leave their zone when callers and callees are spread evenly. */
const crossing = one.minus(one.over(workload.azs)).as({
	id: 'crossingShare',
	label: 'Calls that cross zones when spread evenly',
	symbol: 'x₀'
});

/**
 * Transfer between zones that the mesh adds and saves (`model.md` §9).
 *
 * Locality has a row of its own: it is never subtracted from the overhead, nor counted as a benefit.
 */
export function transfer(choices: Choices, flow: Traffic): Transfer {
	const when = whenMeshed(choices, flow.podsMeshed);
	const gb = flow.calls.times(secondsPerMonth).over(network.bytesPerGB).as({
		id: 'callVolume',
		label: 'Calls of a month, in GB per byte',
		symbol: 'Vol'
	});
	const legs = legsOf(choices);
	const perCall = bytesOf(choices);
	const today = network.localityBaseline;
	const local = whenMeshedElse(choices, flow, localityWith(choices), today).as({
		id: 'localShare',
		label: 'Calls kept in their zone with the mesh',
		symbol: 'ℓ₁'
	});
	const carried = perCall.by(legs).as({
		id: 'bytesWithMesh',
		label: 'Bytes of a call between zones with the mesh',
		symbol: 'b′'
	});
	const added = carried.minus(workload.bytesPerCall).as({
		id: 'addedBytes',
		label: 'Bytes that the mesh adds to a call between zones',
		symbol: 'Δb'
	});
	const share0 = crossing.by(one.minus(today));
	const share1 = crossing.by(one.minus(local));
	const price = network.crossAzPerGB.by(drift);
	return {
		callGbMonth: gb.times(workload.bytesPerCall),
		share0,
		share1,
		crossGbMonth0: gb.times(workload.bytesPerCall).by(share0),
		crossGbMonth1: gb
			.times(whenMeshedElse(choices, flow, carried, workload.bytesPerCall))
			.by(share1),
		overhead: when(gb.times(added).by(share0).times(price)),
		locality: when(gb.times(carried).by(crossing).by(today.minus(local)).times(price))
	};
}

/** One quantity while something is meshed, another otherwise. */
const whenMeshedElse = <U extends string>(
	choices: Choices,
	flow: Traffic,
	meshed: Expr<U>,
	otherwise: Expr<U>
): Expr<U> =>
	nothingMeshed(choices) ? otherwise : ifAbove(flow.podsMeshed, zero('pod'), meshed, otherwise);

/** How often a call crosses the network: a waypoint stands in between. */
const legsOf = (choices: Choices): Expr<'1'> =>
	choices.mesh.kind === 'ambient'
		? one.plus(workload.meshedCallFraction.by(workload.l7Fraction))
		: one;

const bytesOf = (choices: Choices): Expr<'byte/call'> =>
	choices.mesh.crossAzIncluded
		? workload.bytesPerCall
		: workload.bytesPerCall.plus(network.overheadBytesPerCall.by(workload.meshedCallFraction));

/** ℓ₁: calls kept in their zone, or carried between zones within the fee. */
const localityWith = (choices: Choices): Expr<'1'> =>
	choices.mesh.crossAzIncluded
		? one.minus(one.minus(network.localityBaseline).by(one.minus(workload.meshedCallFraction)))
		: network.localityBaseline.atLeast(network.localityMesh);

/** Load balancers of the gateways (`model.md` §9). */
export function loadBalancers(
	choices: Choices,
	flow: Traffic,
	gateways: Gateways
): Expr<'USD/month'> {
	const { gateway } = choices.mesh;
	if (gateway === undefined) return zero('USD/month');
	const ingress = gateway.incremental ? one : constant(0, '1');
	const clusters = workload.clusters.over(constant(1, 'cluster'));
	const eastWest = ifAbove(gateways.eastWest, zero('pod'), clusters, zero('1'));
	const entering = flow.edge.times(workload.bytesPerEdgeRequest).by(ingress);
	const crossingBytes = flow.calls.by(workload.crossClusterFraction).times(workload.bytesPerCall);
	const between = ifAbove(gateways.eastWest, zero('pod'), crossingBytes, zero('byte/s'));
	const gb = entering
		.plus(between)
		.times(secondsPerMonth)
		.over(network.bytesPerGB)
		.as({ id: 'loadBalancer.gb', label: 'GB through load balancers', symbol: 'GB' });
	const count = ingress.plus(eastWest).as({
		id: 'loadBalancer.count',
		label: 'Load balancers',
		symbol: 'LB'
	});
	const standing = network.lbHour.by(count).times(time.hoursPerMonth);
	return whenMeshed(choices, flow.podsMeshed)(standing.plus(gb.times(network.lbPerGB)).by(drift));
}

export interface Fee {
	readonly gbMonth: Expr<'GB/month'>;
	readonly requestsMonth: Expr<'request/month'>;
	readonly billedRequestsMonth: Expr<'request/month'>;
	readonly money: Expr<'USD/month'>;
}

/** What the provider of a mesh charges for it (`model.md` §9). */
export function fee(choices: Choices, flow: Traffic): Fee {
	const when = whenMeshed(choices, flow.podsMeshed);
	const perCall = workload.bytesPerCall.plus(network.overheadBytesPerCall);
	const between = flow.calls.by(workload.meshedCallFraction).times(perCall);
	const entering = flow.edge.times(workload.bytesPerEdgeRequest);
	const bytes = choices.edgeMeshed ? between.plus(entering) : between;
	const gbMonth = when(bytes.times(secondsPerMonth).over(network.bytesPerGB)).as({
		id: 'fee.gbMonth',
		label: 'GB that the mesh carries'
	});
	const requestsMonth = flow.requests.times(secondsPerMonth).as({
		id: 'fee.requestsMonth',
		label: 'Requests that the mesh carries in a month'
	});
	const free = flow.services.times(mesh.freeRequestsPerServiceHour).times(time.hoursPerMonth);
	const billedRequestsMonth = requestsMonth.minus(free).atLeast(zero('request/month')).as({
		id: 'fee.billedRequestsMonth',
		label: 'Requests beyond the free allowance',
		limits:
			'The allowance is pooled over services and hours: a lower bound where requests are uneven.'
	});
	const standing = flow.podsMeshed
		.times(mesh.feePerProxyHour)
		.plus(flow.services.times(mesh.feePerServiceHour))
		.plus(workload.clusters.times(mesh.feePerClusterHour))
		.times(time.hoursPerMonth)
		.as({ id: 'fee.standing', label: 'Fee by the hour' });
	const moving = gbMonth
		.times(mesh.feePerGB)
		.plus(billedRequestsMonth.over(constant('1e6', 'request')).times(mesh.feePerMillionRequests))
		.as({ id: 'fee.moving', label: 'Fee by GB and requests' });
	return {
		gbMonth,
		requestsMonth,
		billedRequestsMonth,
		money: when(standing.plus(moving).by(one.minus(mesh.feeDiscount)).by(drift))
	};
}
