import { nothingMeshed, type Choices, type PackingMode } from '../choices.ts';
import { ifAbove, zero, type Expr } from '../graph/expr.ts';
import { allocatable, type Allocatable } from './allocatable.ts';
import { tunnelOf, waypointsOf, type Tunnel, type Waypoints } from './ambient.ts';
import { controlPlaneOf, type ControlPlane } from './control-plane.ts';
import { gatewaysOf, noGateways, type Gateways } from './gateway.ts';
import { needWith, needWithout, ownPods, type Beside } from './need.ts';
import {
	limitsOf,
	nodesAfterZones,
	packedBy,
	roomBeside,
	roomOf,
	type Limits,
	type Need,
	type Room
} from './nodes.ts';
import { sidecar, type EachProxy } from './sidecar.ts';
import { taskProxyOf, type TaskProxy } from './task-proxy.ts';
import type { Traffic } from './traffic.ts';

/** Everything that runs because of the mesh, and the nodes it needs. */
export interface Capacity {
	readonly sidecar: EachProxy | undefined;
	readonly taskProxy: TaskProxy | undefined;
	readonly tunnel: Tunnel | undefined;
	readonly waypoints: Waypoints | undefined;
	readonly gateways: Gateways;
	readonly plane: ControlPlane;
	readonly alloc: Allocatable;
	readonly beside: Beside | undefined;
	readonly need0: Need;
	readonly need1: Need;
	readonly room0: Room;
	readonly room1: Room;
	readonly limits0: Limits;
	readonly limits1: Limits;
	readonly nodes0: (mode: PackingMode) => Expr<'node'>;
	readonly nodes1: (mode: PackingMode) => Expr<'node'>;
}

/** Assembles proxies, gateways and plane, and packs them (`model.md` §4–§6). */
export function capacityOf(choices: Choices, flow: Traffic): Capacity {
	const idle = nothingMeshed(choices);
	const { kind, taskProxy: task, waypoints: l7 } = choices.mesh;
	const beside = proxies(choices, flow, idle);
	const tunnel = !idle && kind === 'ambient' ? tunnelOf(choices, flow) : undefined;
	const waypoints = !idle && kind === 'ambient' && l7 ? waypointsOf(choices, flow) : undefined;
	const gateways = idle ? noGateways : gatewaysOf(choices, flow);
	const alloc = allocatable(choices.provider);
	const need0 = needWithout(choices, gateways);
	const room0 = roomOf(alloc, false);
	const limits0 = limitsOf({ choices, flow, need: need0, room: room0, tunnel: undefined });
	const nodes0 = (mode: PackingMode) => nodesAfterZones(choices, packedBy(mode, limits0));
	const plane = controlPlaneOf(choices, flow, {
		pods: (kind === 'sidecar' || task !== undefined ? flow.podsMeshed : zero('pod'))
			.plus(waypoints?.count ?? zero('pod'))
			.plus(gateways.ingress)
			.plus(gateways.eastWest),
		nodes: kind === 'ambient' ? nodes0(choices.packingMode) : zero('node')
	});
	const own = ownPods(gateways, plane, waypoints, gateways.ingress);
	const need1 = needWith(choices, beside.beside, own);
	const withAgents = roomOf(alloc, !idle);
	const room1 = tunnel === undefined ? withAgents : roomBeside(tunnel, withAgents);
	const limits1 = limitsOf({ choices, flow, need: need1, room: room1, tunnel });
	const nodes1 = (mode: PackingMode) => {
		const packed = nodesAfterZones(choices, packedBy(mode, limits1));
		return idle ? nodes0(mode) : ifAbove(flow.podsMeshed, zero('pod'), packed, nodes0(mode));
	};
	return {
		...beside,
		tunnel,
		waypoints,
		gateways,
		plane,
		alloc,
		need0,
		need1,
		room0,
		room1,
		limits0,
		limits1,
		nodes0,
		nodes1
	};
}

function proxies(
	choices: Choices,
	flow: Traffic,
	idle: boolean
): Pick<Capacity, 'sidecar' | 'taskProxy' | 'beside'> {
	const { kind, taskProxy: task } = choices.mesh;
	if (!idle && kind === 'sidecar') {
		const each = sidecar(choices, flow);
		const beside = { cpu: each.cpuReserved, memMiB: each.memReserved, limitsMemory: false };
		return { sidecar: each, taskProxy: undefined, beside };
	}
	if (!idle && kind === 'managed' && task !== undefined) {
		const each = taskProxyOf(choices, flow, task.steps);
		const beside = { cpu: each.cpuReserved, memMiB: each.memReserved, limitsMemory: true };
		return { sidecar: undefined, taskProxy: each, beside };
	}
	return { sidecar: undefined, taskProxy: undefined, beside: undefined };
}
