import { clustersOf, or, type At } from './basics.ts';
import {
	afterZones,
	allocatableOf,
	limitsOf,
	tunnelCpu,
	type Limits,
	type Need,
	type PodSize,
	type Room
} from './nodes.ts';
import {
	gatewaysOf,
	planeOf,
	sidecarOf,
	taskProxyOf,
	tunnelMemory,
	waypointsOf,
	type Gateways,
	type Plane,
	type Waypoints
} from './proxies.ts';
import { trafficOf, type Traffic } from './traffic.ts';

/** What runs in a month, with and without the mesh. */
export interface Estate {
	readonly flow: Traffic;
	readonly waypoints: Waypoints | undefined;
	readonly gateways: Gateways;
	readonly plane: Plane;
	/** What stands beside each meshed pod. */
	readonly beside: { readonly cpu: number; readonly mem: number } | undefined;
	readonly limits: { readonly without: Limits; readonly with: Limits };
	readonly counts: Readonly<Record<'sum0' | 'sum1' | 'shape0' | 'shape1', number>>;
	readonly nodes: { readonly without: number; readonly with: number };
	readonly added: { readonly cpu: number; readonly mem: number };
	readonly prices: Readonly<Record<'core' | 'gib' | 'coreLoaded' | 'gibLoaded', number>>;
	readonly rooms: { readonly without: Room; readonly with: Room };
	readonly needs: { readonly without: Need; readonly with: Need };
}

export function estateOf(at: At): Estate {
	const { record } = at;
	const { mesh = {}, node = {} } = record;
	const flow = trafficOf(at);
	const idle = flow.meshedPods === 0;
	const gateways = gatewaysOf(at, flow);
	const waypoints = waypointsOf(at, flow);
	const proxy = idle
		? undefined
		: mesh.kind === 'sidecar'
			? sidecarOf(at, flow)
			: taskProxyOf(at, flow);
	const factor =
		mesh.kind === 'managed' && proxy !== undefined ? or(mesh.taskProxy?.appMemFactor, 1) : 1;
	const alloc = allocatableOf(node);
	const room0: Room = {
		cpu: alloc.cpu - or(node.systemDaemonCpu),
		mem: alloc.mem - or(node.systemDaemonMemMiB),
		pods: or(node.maxPods) - or(node.systemDaemonPods),
		tunnel: false
	};
	const existing = gateways.incremental ? 0 : gateways.ingress;
	const onNodes = flow.groups.filter((group) => group.onNodes);
	const need0 = needOf(
		onNodes.map(({ pods, cpu, mem }) => ({ pods, cpu, mem })),
		{
			pods: existing,
			cpu: existing * gateways.cpu,
			mem: existing * gateways.mem
		}
	);
	const limits0 = limitsOf(at, flow, need0, room0);
	const mode = node.packingMode ?? 'sum';
	const most = (limits: Limits, how: 'sum' | 'shape') =>
		afterZones(
			at,
			how === 'shape' ? limits.byShape : Math.max(limits.byCpu, limits.byMem, limits.byPods)
		);
	const n0 = most(limits0, mode);

	const proxied = proxy === undefined ? 0 : flow.meshedPods;
	const tunnels = mesh.kind === 'ambient' && !idle;
	const plane = planeOf(
		at,
		flow,
		proxied + (tunnels ? n0 : 0) + (waypoints?.count ?? 0) + gateways.ingress + gateways.eastWest
	);
	const gates = gateways.ingress + gateways.eastWest;
	const own = (gatewayPods: number) => ({
		pods: gatewayPods + (waypoints?.count ?? 0) + plane.pods,
		cpu: gatewayPods * gateways.cpu + (waypoints?.count ?? 0) * (waypoints?.cpu ?? 0) + plane.cpu,
		mem: gatewayPods * gateways.mem + (waypoints?.count ?? 0) * (waypoints?.mem ?? 0) + plane.mem
	});
	const need1 = needOf(
		onNodes.map(({ pods, cpu, mem, meshed }) =>
			meshed && proxy !== undefined
				? { pods, cpu: cpu + proxy.cpu, mem: mem * factor + proxy.mem }
				: { pods, cpu, mem }
		),
		own(gates)
	);
	const agent = mesh.nodeAgent ?? {};
	const tunnelMem = tunnels ? tunnelMemory(at, flow).mem : 0;
	const room1: Room = {
		cpu: room0.cpu - or(agent.cpu),
		mem: room0.mem - or(agent.memMiB) - tunnelMem,
		pods: room0.pods - or(agent.pods) - (tunnels ? 1 : 0),
		tunnel: tunnels
	};
	const limits1 = idle ? limits0 : limitsOf(at, flow, need1, room1);
	const n1 = most(limits1, mode);

	const meshedOnNodes = onNodes.filter((group) => group.meshed);
	const pods = meshedOnNodes.reduce((all, group) => all + group.pods, 0);
	const extra = meshedOnNodes.reduce((all, { pods: p, mem }) => all + p * mem * (factor - 1), 0);
	const charged = own(gates - existing);
	const perNode = {
		cpu: or(agent.cpu) + (tunnels && n1 > 0 ? tunnelCpu(at, flow, n1 / clustersOf(record)) : 0),
		mem: or(agent.memMiB) + tunnelMem
	};
	return {
		flow,
		waypoints,
		gateways,
		plane,
		beside: proxy,
		limits: { without: limits0, with: limits1 },
		counts: {
			sum0: most(limits0, 'sum'),
			sum1: most(limits1, 'sum'),
			shape0: most(limits0, 'shape'),
			shape1: most(limits1, 'shape')
		},
		nodes: { without: n0, with: n1 },
		added: idle
			? { cpu: 0, mem: 0 }
			: {
					cpu: charged.cpu + pods * (proxy?.cpu ?? 0) + n1 * perNode.cpu,
					mem: charged.mem + pods * (proxy?.mem ?? 0) + extra + n1 * perNode.mem
				},
		prices: pricesOf(at, room0),
		rooms: { without: room0, with: room1 },
		needs: { without: need0, with: need1 }
	};
}

function needOf(groups: readonly PodSize[], own: Omit<Need, 'groups'>): Need {
	let { cpu, mem, pods } = own;
	for (const group of groups) {
		cpu += group.pods * group.cpu;
		mem += group.pods * group.mem;
		pods += group.pods;
	}
	return { cpu, mem, pods, groups };
}

/** §7. */
function pricesOf({ record }: At, room: Room) {
	const { node = {} } = record;
	const ratio = or(node.coreToGibRatio);
	const gib = or(node.priceHour) / (or(node.vcpu) * ratio + or(node.memGiB));
	const core = ratio * gib;
	const packing = or(node.packing, 1);
	return {
		core,
		gib,
		coreLoaded: (core * or(node.vcpu)) / (packing * room.cpu),
		gibLoaded: (gib * or(node.memGiB)) / ((packing * room.mem) / 1024)
	};
}
