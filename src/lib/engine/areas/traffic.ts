import { meshedGroups, nothingMeshed, type Choices } from '../choices.ts';
import {
	constant,
	ifAbove,
	longSum,
	monthsSinceStart,
	number,
	one,
	zero,
	zeroLike,
	type Expr
} from '../graph/expr.ts';
import { subscript } from '../graph/explain.ts';
import { inputs, itemInputs } from '../inputs.ts';
import { growthAt } from './time.ts';

const { workload } = inputs;

/** Services in the month (`model.md` §3). */
export const services = workload.services
	.by(growthAt(workload.growthServicesMonthly))
	.roundedUp()
	.as({ id: 'services', label: 'Services', symbol: 'S' });

/** Pods of one group in the month, whole. */
export const podsOf = (choices: Choices, at: number): Expr<'pod'> =>
	itemInputs('workload.groups', at)
		.pods.by(growthAt(workload.growthPodsMonthly))
		.roundedUp()
		.as({
			id: `pods.${at}`,
			label: `Pods of ${choices.groups[at]?.id ?? at}`,
			symbol: choices.groups.length === 1 ? 'P' : `P${subscript(at + 1)}`
		});

export interface Traffic {
	readonly services: Expr<'service'>;
	readonly pods: Expr<'pod'>;
	readonly podsMeshed: Expr<'pod'>;
	/** λ0: requests that enter. */
	readonly edge: Expr<'request/s'>;
	/** Λ: internal calls. */
	readonly calls: Expr<'call/s'>;
	/** R: requests that the mesh carries. */
	readonly requests: Expr<'request/s'>;
	/** T: passes through proxies on our machines. */
	readonly traversals: Expr<'traversal/s'>;
	/** Ω: passes through waypoints. */
	readonly waypointPasses: Expr<'traversal/s'>;
}

/** Requests, calls and proxy passes per second, averages of the month (`model.md` §3). */
export function traffic(choices: Choices): Traffic {
	const pods = longSum(
		'pod',
		choices.groups.map((_, at) => podsOf(choices, at)),
		{ id: 'podsTotal', label: 'Pods' }
	).as({ id: 'podsTotal', label: 'Pods', symbol: 'Pₐ' });
	const podsMeshed = meshed(choices);
	const edge = entering(choices);
	const calls = edge.times(workload.callsPerRequest).by(one.plus(workload.retryFraction)).as({
		id: 'calls',
		label: 'Internal calls',
		symbol: 'Λ',
		why: 'Each entering request sets off calls between services; retries add to them.'
	});
	const when = whenMeshed(choices, podsMeshed);
	return {
		services,
		pods,
		podsMeshed,
		edge,
		calls,
		requests: when(carried(choices, edge, calls)).as({
			id: 'meshRequests',
			label: 'Requests that the mesh carries',
			symbol: 'R'
		}),
		traversals: when(passes(choices, edge, calls)).as({
			id: 'traversals',
			label: 'Passes through proxies',
			symbol: 'T',
			why: 'A call passes the proxy of the caller and that of the callee; an entering request passes one.'
		}),
		waypointPasses: when(throughWaypoints(choices, calls)).as({
			id: 'waypointPasses',
			label: 'Passes through waypoints',
			symbol: 'Ω'
		})
	};
}

function meshed(choices: Choices): Expr<'pod'> {
	const groups = nothingMeshed(choices) ? [] : meshedGroups(choices);
	return longSum(
		'pod',
		groups.map((at) => podsOf(choices, at)),
		{ id: 'podsMeshed', label: 'Pods in the mesh' }
	).as({ id: 'podsMeshed', label: 'Pods in the mesh', symbol: 'Pₘ' });
}

/** Keeps a quantity while something is meshed, 0 otherwise (`model.md` §3). */
export const whenMeshed =
	(choices: Choices, podsMeshed: Expr<'pod'>) =>
	<U extends string>(quantity: Expr<U>): Expr<U> =>
		nothingMeshed(choices)
			? zeroLike(quantity)
			: ifAbove(podsMeshed, zero('pod'), quantity, zeroLike(quantity));

function entering(choices: Choices): Expr<'request/s'> {
	const grown = workload.edgeRps.by(growthAt(workload.growthRpsMonthly));
	return (choices.season ? grown.by(seasonNow()) : grown).as({
		id: 'edge',
		label: 'Requests that enter',
		symbol: 'λ₀'
	});
}

/** The factor of this calendar position: a fold over the twelve of the record. */
function seasonNow(): Expr<'1'> {
	const twelve = number(12);
	const position = monthsSinceStart
		.minus(monthsSinceStart.over(twelve).roundedDown().by(twelve))
		.as({ id: 'season.position', label: 'Months since the last anniversary', symbol: 'p' });
	const factor = (at: number): Expr<'1'> => itemInputs('workload.season', at).value;
	let now = factor(0);
	for (let at = 1; at < 12; at++) {
		now = ifAbove(position, number(at - 0.5), factor(at), now);
		if (at === 5) now = now.as({ id: 'season.half', label: 'Season of the first half year' });
	}
	return now.as({ id: 'season', label: 'Season of the month', symbol: 'season' });
}

const requestPerCall = constant(1, 'request/call');
const passPerCall = constant(1, 'traversal/call');
const passPerRequest = constant(1, 'traversal/request');

function carried(
	choices: Choices,
	edge: Expr<'request/s'>,
	calls: Expr<'call/s'>
): Expr<'request/s'> {
	const between = calls.by(workload.meshedCallFraction).times(requestPerCall);
	return choices.edgeMeshed ? between.plus(edge) : between;
}

function passes(
	choices: Choices,
	edge: Expr<'request/s'>,
	calls: Expr<'call/s'>
): Expr<'traversal/s'> {
	const { kind, taskProxy } = choices.mesh;
	if (kind === 'managed' && taskProxy === undefined) return zero('traversal/s');
	const between = calls.by(workload.meshedCallFraction).times(constant(2, 'traversal/call'));
	return choices.edgeMeshed ? between.plus(edge.times(passPerRequest)) : between;
}

const throughWaypoints = (choices: Choices, calls: Expr<'call/s'>): Expr<'traversal/s'> =>
	choices.mesh.kind === 'ambient'
		? calls.by(workload.meshedCallFraction).by(workload.l7Fraction).times(passPerCall)
		: zero('traversal/s');
