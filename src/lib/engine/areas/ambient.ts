import type { Choices } from '../choices.ts';
import { constant, ifAbove, number, zero, type Expr } from '../graph/expr.ts';
import { inputs } from '../inputs.ts';
import {
	atPeak,
	costOfPass,
	memoryByConfiguration,
	memoryByPods,
	sized,
	useInProportion,
	visible,
	withHeadroom
} from './proxy.ts';
import { whenMeshed, type Traffic } from './traffic.ts';

const { workload, mesh } = inputs;

export interface Tunnel {
	readonly pass: Expr<'core-s/traversal'>;
	readonly memUse: Expr<'MiB/pod'>;
	readonly memReserved: Expr<'MiB/pod'>;
	/** Peak use of one of `nodes` tunnels; depends on the number of nodes (`model.md` §6). */
	readonly cpuUse: (nodes: Expr<'node'>) => Expr<'core/pod'>;
	readonly ratePeak: (nodes: Expr<'node'>) => Expr<'traversal/pod-s'>;
	readonly cpuReserved: (use: Expr<'core/pod'>) => Expr<'core/pod'>;
}

const tunnelPerNode = constant(1, 'pod/node');

/** The tunnel that runs once on each node and carries all passes of that node. */
export function tunnelOf(choices: Choices, flow: Traffic): Tunnel {
	const { ztunnel } = mesh;
	const { sizing, unset } = choices.mesh;
	const pass = costOfPass(ztunnel, 'ztunnel');
	const ratePeak = (nodes: Expr<'node'>) =>
		atPeak(flow.traversals).over(nodes.times(tunnelPerNode));
	const memUse = memoryByPods(ztunnel, flow.pods).as({
		id: 'ztunnel.memUse',
		label: 'Memory that a node tunnel uses',
		why: 'It knows every pod of the mesh.'
	});
	return {
		pass,
		memUse,
		memReserved: sized({
			sizing,
			requestUnset: unset.has('mesh.ztunnel.memReqMiB'),
			request: ztunnel.memReqMiB,
			use: memUse
		}).as({ id: 'ztunnel.memReserved', label: 'Memory reserved per node tunnel' }),
		ratePeak,
		cpuUse: (nodes) => useInProportion(ztunnel, ratePeak(nodes), pass),
		cpuReserved: (use) =>
			sized({
				sizing,
				requestUnset: unset.has('mesh.ztunnel.cpuReq'),
				request: ztunnel.cpuReq,
				use
			})
	};
}

export interface Waypoints {
	readonly count: Expr<'pod'>;
	readonly pass: Expr<'core-s/traversal'>;
	readonly ratePeak: Expr<'traversal/pod-s'>;
	readonly cpuUse: Expr<'core/pod'>;
	readonly memUse: Expr<'MiB/pod'>;
	readonly cpuReserved: Expr<'core/pod'>;
	readonly memReserved: Expr<'MiB/pod'>;
	/** CPU of a replica left for traffic: must be above 0. */
	readonly room: Expr<'core/pod'>;
}

/** Waypoint replicas for the L7 share of calls; none when that share is 0 (`model.md` §4). */
export function waypointsOf(choices: Choices, flow: Traffic): Waypoints {
	const { waypoint } = mesh;
	const { sizing, unset } = choices.mesh;
	const when = whenMeshed(choices, flow.podsMeshed);
	const pass = costOfPass(waypoint, 'waypoint');
	const room = waypoint.cpuReq.minus(waypoint.c0);
	const replicas = atPeak(flow.waypointPasses)
		.over(waypoint.deployments)
		.times(pass)
		.by(withHeadroom)
		.over(room.guarded('REPLICA_TOO_SMALL'))
		.roundedUp()
		.atLeast(waypoint.minReplicas);
	const each = ifAbove(waypoint.deployments, number(0), replicas, zero('pod')).as({
		id: 'waypoint.each',
		label: 'Replicas of one waypoint'
	});
	const all = each.by(waypoint.deployments);
	const count = when(ifAbove(workload.l7Fraction, zero('1'), all, zero('pod'))).as({
		id: 'waypoint.count',
		label: 'Waypoint replicas',
		symbol: 'W',
		why: 'Each deployment is sized for its share of the L7 calls at peak, never below its minimum.'
	});
	const rate = atPeak(flow.waypointPasses).over(count);
	const ratePeak = ifAbove(count, zero('pod'), rate, zero('traversal/pod-s')).as({
		id: 'waypoint.rate',
		label: 'Passes per waypoint replica at peak'
	});
	const memUse = memoryByConfiguration(waypoint, visible(flow, choices.scoped)).as({
		id: 'waypoint.memUse',
		label: 'Memory that a waypoint uses'
	});
	return {
		count,
		pass,
		ratePeak,
		cpuUse: useInProportion(waypoint, ratePeak, pass).as({
			id: 'waypoint.cpuUse',
			label: 'CPU that a waypoint uses at peak'
		}),
		memUse,
		cpuReserved: waypoint.cpuReq,
		memReserved: sized({
			sizing,
			requestUnset: unset.has('mesh.waypoint.memReqMiB'),
			request: waypoint.memReqMiB,
			use: memUse
		}).as({ id: 'waypoint.memReserved', label: 'Memory reserved per waypoint' }),
		room
	};
}
