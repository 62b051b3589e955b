import type { Choices } from '../choices.ts';
import { constant, zero, type Expr } from '../graph/expr.ts';
import { inputs } from '../inputs.ts';
import { atPeak, costOfPass, withHeadroom } from './proxy.ts';
import { whenMeshed, type Traffic } from './traffic.ts';

const { workload } = inputs;
const { gateway } = inputs.mesh;

export interface Gateways {
	readonly ingress: Expr<'pod'>;
	readonly eastWest: Expr<'pod'>;
	/** Ingress pods that stand in the baseline too: an ingress that exists today. */
	readonly ingressToday: Expr<'pod'>;
	readonly room: Expr<'core/pod'>;
}

export const noGateways: Gateways = {
	ingress: zero('pod'),
	eastWest: zero('pod'),
	ingressToday: zero('pod'),
	room: constant(1, 'core/pod')
};

/** Gateway replicas at peak (`model.md` §5). */
export function gatewaysOf(choices: Choices, flow: Traffic): Gateways {
	if (choices.mesh.gateway === undefined) return noGateways;
	const when = whenMeshed(choices, flow.podsMeshed);
	const room = gateway.cpuReq.minus(gateway.c0);
	const pass = costOfPass(gateway, 'gateway').by(withHeadroom);
	const entering = atPeak(flow.edge).times(constant(1, 'traversal/request'));
	const needed = entering.times(pass).over(room.guarded('REPLICA_TOO_SMALL'));
	const ingress = when(needed.roundedUp().atLeast(gateway.minReplicas)).as({
		id: 'gateway.ingress',
		label: 'Ingress replicas',
		symbol: 'G'
	});
	return {
		ingress,
		eastWest: choices.manyClusters
			? when(eastWest(flow, pass, room)).as({
					id: 'gateway.eastWest',
					label: 'East-west gateway replicas',
					symbol: 'EW',
					why: 'Each cluster carries its share of the calls between clusters.'
				})
			: zero('pod'),
		ingressToday: choices.mesh.gateway.incremental ? zero('pod') : ingress,
		room
	};
}

function eastWest(
	flow: Traffic,
	pass: Expr<'core-s/traversal'>,
	room: Expr<'core/pod'>
): Expr<'pod'> {
	const crossing = atPeak(flow.calls)
		.by(workload.crossClusterFraction)
		.times(constant(1, 'traversal/call'));
	const each = crossing
		.over(workload.clusters)
		.times(pass)
		.over(room.guarded('REPLICA_TOO_SMALL').times(constant(1, '1/cluster')))
		.roundedUp()
		.atLeast(gateway.ewMinReplicas);
	return each.times(workload.clusters).over(constant(1, 'cluster'));
}
