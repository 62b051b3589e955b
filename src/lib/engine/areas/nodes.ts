import type { Choices, PackingMode } from '../choices.ts';
import {
	constant,
	ifAbove,
	largest,
	leastCount,
	one,
	zero,
	zeroLike,
	type Expr
} from '../graph/expr.ts';
import { inputs } from '../inputs.ts';
import type { Allocatable } from './allocatable.ts';
import type { Tunnel } from './ambient.ts';
import { atPeak, withHeadroom } from './proxy.ts';
import { byWholePods, type GroupNeed } from './shape.ts';
import type { Side } from './need.ts';
import type { Traffic } from './traffic.ts';

const { node, workload, mesh } = inputs;

/** Everything that asks for room on nodes, all clusters together. */
export interface Need {
	readonly cpu: Expr<'core'>;
	readonly memMiB: Expr<'MiB'>;
	readonly pods: Expr<'pod'>;
	readonly groups: readonly GroupNeed[];
}

/** Room of one node for pods, after daemons and agents. */
export interface Room {
	readonly cpu: Expr<'core/node'>;
	readonly memMiB: Expr<'MiB/node'>;
	readonly pods: Expr<'pod/node'>;
}

/** Nodes of one cluster by each limit, before zone rules. */
export interface Limits {
	readonly byCpu: Expr<'node'>;
	readonly byMem: Expr<'node'>;
	readonly byPods: Expr<'node'>;
	readonly byShape: Expr<'node'>;
}

export const roomOf = (of: Allocatable, agents: boolean): Room => {
	const cpu = of.cpu.minus(node.systemDaemonCpu);
	const memMiB = of.memMiB.minus(node.systemDaemonMemMiB);
	const pods = node.maxPods.minus(node.systemDaemonPods);
	return agents
		? {
				cpu: cpu.minus(mesh.nodeAgent.cpu),
				memMiB: memMiB.minus(mesh.nodeAgent.memMiB),
				pods: pods.minus(mesh.nodeAgent.pods)
			}
		: { cpu, memMiB, pods };
};

const tunnelPerNode = constant(1, 'pod/node');

/** Room that a tunnel's memory and pod leave; its CPU depends on the count of nodes. */
export const roomBeside = (tunnel: Tunnel, room: Room): Room => ({
	cpu: room.cpu,
	memMiB: room.memMiB.minus(tunnel.memReserved.times(tunnelPerNode)),
	pods: room.pods.minus(tunnelPerNode)
});

/** The same room with names. */
export const namedRoom = ({ cpu, memMiB, pods }: Room, { id, words, sign }: Side): Room => ({
	cpu: cpu.as({
		id: `room${id}.cpu`,
		label: `CPU of a node for pods ${words}`,
		symbol: `a${sign}`
	}),
	memMiB: memMiB.as({
		id: `room${id}.memMiB`,
		label: `Memory of a node for pods ${words}`,
		symbol: `aₘ${sign}`
	}),
	pods: pods.as({
		id: `room${id}.pods`,
		label: `Places of a node for pods ${words}`,
		symbol: `aₚ${sign}`
	})
});

export interface Packing {
	/** Prefix of the names. */
	readonly id: string;
	readonly choices: Choices;
	readonly flow: Traffic;
	readonly need: Need;
	readonly room: Room;
	readonly tunnel: Tunnel | undefined;
}

/** Nodes by each limit (`model.md` §6, both tables). */
export function limitsOf(packing: Packing): Limits {
	const { need, room, tunnel, id } = packing;
	const perCluster = share(need);
	const packedCpu = room.cpu.by(node.packing).guarded('NODE_TOO_SMALL');
	const packedMem = room.memMiB.by(node.packing).guarded('NODE_TOO_SMALL');
	const places = room.pods.guarded('NODE_TOO_SMALL');
	const byCpu =
		tunnel === undefined
			? ifAny(need.cpu, perCluster.cpu.over(packedCpu).roundedUp())
			: byCpuBesideTunnels(packing, tunnel, perCluster.cpu);
	return {
		byCpu: byCpu.as({ id: `${id}.byCpu`, label: 'Nodes of a cluster by CPU' }),
		byMem: ifAny(need.memMiB, perCluster.memMiB.over(packedMem).roundedUp()).as({
			id: `${id}.byMem`,
			label: 'Nodes of a cluster by memory'
		}),
		byPods: ifAny(need.pods, perCluster.pods.over(places).roundedUp()).as({
			id: `${id}.byPods`,
			label: 'Nodes of a cluster by count of pods'
		}),
		byShape: byShape(packing, perCluster).as({
			id: `${id}.byShape`,
			label: 'Nodes of a cluster for whole pods'
		})
	};
}

function byShape(
	{ id, need, room, tunnel }: Packing,
	perCluster: Omit<Need, 'groups'>
): Expr<'node'> {
	const whole = { id: `${id}.shape`, need, share: perCluster };
	if (tunnel === undefined) return byWholePods({ ...whole, room });
	return leastCount('node', (nodes) => {
		const cpu = room.cpu.minus(tunnelCpu(tunnel, nodes)).as({
			id: `${id}.shape.room`,
			label: 'CPU of a node beside its tunnel',
			why: 'With more nodes each tunnel carries less.'
		});
		return byWholePods({ ...whole, room: { ...room, cpu } });
	});
}

/** What is not asked for needs no room: an estate without nodes may describe half of one. */
const ifAny = <U extends string>(need: Expr<U>, nodes: Expr<'node'>): Expr<'node'> =>
	ifAbove(need, zeroLike(need), nodes, zero('node'));

/** Cores that the tunnel of one node takes when a cluster has `nodes`. */
const tunnelCpu = (tunnel: Tunnel, nodes: Expr<'node'>): Expr<'core/node'> => {
	const all = nodes.by(clusterCount);
	return tunnel.cpuReserved(tunnel.cpuUse(all)).times(tunnelPerNode);
};

const clusterCount = workload.clusters.over(constant(1, 'cluster'));

/** Totals of one cluster: clusters are alike. */
const share = (need: Need): Omit<Need, 'groups'> => ({
	cpu: need.cpu.over(clusterCount),
	memMiB: need.memMiB.over(clusterCount),
	pods: need.pods.over(clusterCount)
});

/**
 * Nodes by CPU where tunnels share them. The use of a tunnel falls as nodes are added; the smallest
 * n with n·η·(a − (c0 + T·κ·u/n)·(1 + h)) ≥ C has this closed form.
 */
function byCpuBesideTunnels(
	{ choices, flow, room, id }: Packing,
	tunnel: Tunnel,
	cpu: Expr<'core'>
): Expr<'node'> {
	const { ztunnel } = mesh;
	const requested = ztunnel.cpuReq.times(tunnelPerNode);
	const byRequest = cpu
		.over(room.cpu.minus(requested).guarded('NODE_TOO_SMALL').by(node.packing))
		.roundedUp()
		.as({ id: `${id}.byRequest`, label: 'Nodes by CPU, tunnels as requested' });
	const carried = atPeak(flow.traversals).over(clusterCount).times(tunnel.pass).by(withHeadroom);
	const idle = ztunnel.c0.times(tunnelPerNode).by(withHeadroom);
	const byUse = cpu
		.over(node.packing)
		.plus(carried)
		.over(room.cpu.minus(idle).guarded('NODE_TOO_SMALL'))
		.roundedUp()
		.as({ id: `${id}.byUse`, label: 'Nodes by CPU, tunnels as used' });
	if (choices.mesh.unset.has('mesh.ztunnel.cpuReq')) return byUse;
	return { requests: byRequest, usage: byUse, max: byRequest.atLeast(byUse) }[choices.mesh.sizing];
}

/** Zone rules and clusters, in the order of `model.md` §6. */
export function nodesAfterZones(choices: Choices, perCluster: Expr<'node'>): Expr<'node'> {
	const { azs } = workload;
	let nodes = perCluster;
	if (choices.surviveAzLoss && choices.manyZones) {
		nodes = nodes.by(azs).over(azs.minus(one)).roundedUp();
	}
	nodes = nodes.atLeast(node.minNodesPerAz.by(azs));
	if (choices.azBalanced) nodes = nodes.over(azs).roundedUp().by(azs);
	return nodes.by(clusterCount);
}

export const packedBy = (mode: PackingMode, limits: Limits): Expr<'node'> =>
	mode === 'shape' ? limits.byShape : largest(limits.byCpu, limits.byMem, limits.byPods);
