import { nothingMeshed, type Choices, type PackingMode } from '../choices.ts';
import { ifAbove, zero, type Expr } from '../graph/expr.ts';
import { allocatable, type Allocatable } from './allocatable.ts';
import { tunnelOf, waypointsOf, type Tunnel, type Waypoints } from './ambient.ts';
import { controlPlaneOf, type ControlPlane } from './control-plane.ts';
import { gatewaysOf, noGateways, type Gateways } from './gateway.ts';
import { needWith, needWithout, ownPods, WITH, WITHOUT, type Beside, type Side } from './need.ts';
import {
	limitsOf,
	namedRoom,
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
	const proxied = kind === 'sidecar' || (kind === 'managed' && task !== undefined);
	const beside = proxies(choices, flow, idle);
	const tunnel = !idle && kind === 'ambient' ? tunnelOf(choices, flow) : undefined;
	const waypoints = !idle && kind === 'ambient' && l7 ? waypointsOf(choices, flow) : undefined;
	const gateways = idle ? noGateways : gatewaysOf(choices, flow);
	const alloc = allocatable(choices.provider);
	const need0 = needWithout(choices, gateways);
	const room0 = namedRoom(roomOf(alloc, false), WITHOUT);
	const plain = { choices, flow, need: need0, room: room0, tunnel: undefined };
	const limits0 = limitsOf({ ...plain, id: 'nodes0' });
	const nodes0 = (mode: PackingMode) => packed(choices, mode, limits0, WITHOUT);
	const plane = controlPlaneOf(choices, flow, {
		pods: (proxied ? flow.podsMeshed : zero('pod'))
			.plus(waypoints?.count ?? zero('pod'))
			.plus(gateways.ingress)
			.plus(gateways.eastWest),
		nodes: kind === 'ambient' ? nodes0(choices.packingMode) : zero('node')
	});
	const own = ownPods(gateways, plane, waypoints, gateways.ingress);
	const need1 = needWith(choices, beside.beside, own);
	const withAgents = roomOf(alloc, !idle);
	const beside1 = tunnel === undefined ? withAgents : roomBeside(tunnel, withAgents);
	const room1 = namedRoom(beside1, WITH);
	const limits1 = idle
		? limits0
		: eitherLimits(
				flow,
				limitsOf({ choices, flow, need: need1, room: room1, tunnel, id: 'nodes1.meshed' }),
				limits0
			);
	const nodes1 = (mode: PackingMode) =>
		idle ? nodes0(mode) : packed(choices, mode, limits1, WITH);
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

/** Where no pod is meshed there are no agents and no tunnels: the limits are those without. */
function eitherLimits(flow: Traffic, withMesh: Limits, without: Limits): Limits {
	const either = (key: keyof Limits, words: string): Expr<'node'> =>
		ifAbove(flow.podsMeshed, zero('pod'), withMesh[key], without[key]).as({
			id: `nodes1.${key}`,
			label: `Nodes of a cluster ${words}, with the mesh`
		});
	return {
		byCpu: either('byCpu', 'by CPU'),
		byMem: either('byMem', 'by memory'),
		byPods: either('byPods', 'by count of pods'),
		byShape: either('byShape', 'for whole pods')
	};
}

/** Nodes of all clusters by one way of packing, after zone rules. */
const packed = (
	choices: Choices,
	mode: PackingMode,
	limits: Limits,
	{ id, words, sign }: Side
): Expr<'node'> =>
	nodesAfterZones(choices, packedBy(mode, limits)).as({
		id: `nodes${id}.${mode}`,
		label: `Nodes ${words}, ${mode === 'sum' ? 'by totals' : 'by whole pods'}`,
		symbol: `n${sign}`,
		sources: ['model §6']
	});

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
