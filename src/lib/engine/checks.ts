import { meshedGroups, nothingMeshed, onFargate, onNodes, type Choices } from './choices.ts';
import { taskNeed } from './areas/fargate.ts';
import type { Need, Room } from './areas/nodes.ts';
import type { GroupNeed } from './areas/shape.ts';
import { MOST_TASK_CPU, MOST_TASK_MIB } from './areas/tasks.ts';
import { podsOf } from './areas/traffic.ts';
import { withHeadroom } from './areas/proxy.ts';
import { constant, ifAbove, unitless, zero, type Expr } from './graph/expr.ts';
import type { FaultCode } from './graph/node.ts';
import { inputs } from './inputs.ts';
import type { Option } from './option.ts';

const { mesh, workload } = inputs;

/** Something that must be above 0 in every month; `path` names the field to change. */
export interface Check {
	readonly code: FaultCode;
	readonly path: string;
	readonly margin: Expr<'1'>;
}

/** Checks in the order in which `model.md` §2 lists the faults. Only components in use count. */
export function checksOf(option: Option): readonly Check[] {
	return [
		...unsetRequests(option),
		...smallReplicas(option),
		...smallNodes(option),
		...largePods(option),
		...largeTasks(option)
	];
}

const fine = constant(1, '1');

/** Asked only where something is meshed. */
const ifMeshed = (option: Option, margin: Expr<'1'>): Expr<'1'> =>
	ifAbove(option.flow.podsMeshed, zero('pod'), margin, fine);

function unsetRequests(option: Option): readonly Check[] {
	const { choices } = option;
	if (nothingMeshed(choices)) return [];
	const { kind, sizing, unset, gateway, waypoints } = choices.mesh;
	const needed = sizing === 'usage' ? [] : requestPaths(kind, waypoints);
	const always = [
		...(kind === 'ambient' && waypoints ? ['mesh.waypoint.cpuReq'] : []),
		...(gateway === undefined ? [] : ['mesh.gateway.cpuReq', 'mesh.gateway.memReqMiB'])
	];
	return [...new Set([...needed, ...always])]
		.filter((path) => unset.has(path))
		.map((path) => ({
			code: 'REQUEST_UNSET' as const,
			path,
			margin: path.startsWith('mesh.waypoint')
				? ifWaypoints(option, zero('1'))
				: ifMeshed(option, zero('1'))
		}));
}

const requestPaths = (kind: Choices['mesh']['kind'], waypoints: boolean): readonly string[] => {
	if (kind === 'sidecar') return ['mesh.proxy.cpuReq', 'mesh.proxy.memReqMiB'];
	if (kind !== 'ambient') return [];
	const tunnel = ['mesh.ztunnel.cpuReq', 'mesh.ztunnel.memReqMiB'];
	return waypoints ? [...tunnel, 'mesh.waypoint.memReqMiB'] : tunnel;
};

/** Waypoints are in use where calls need them and there are deployments. */
const ifWaypoints = (option: Option, margin: Expr<'1'>): Expr<'1'> =>
	ifMeshed(
		option,
		ifAbove(
			workload.l7Fraction,
			zero('1'),
			ifAbove(mesh.waypoint.deployments, zero('1'), margin, fine),
			fine
		)
	);

function smallReplicas(option: Option): readonly Check[] {
	const { gateways, waypoints } = option.capacity;
	const checks: Check[] = [];
	if (waypoints !== undefined) {
		checks.push({
			code: 'REPLICA_TOO_SMALL',
			path: 'mesh.waypoint.cpuReq',
			margin: ifWaypoints(option, unitless(waypoints.room))
		});
	}
	if (option.choices.mesh.gateway !== undefined && !nothingMeshed(option.choices)) {
		checks.push({
			code: 'REPLICA_TOO_SMALL',
			path: 'mesh.gateway.cpuReq',
			margin: ifMeshed(option, unitless(gateways.room))
		});
	}
	return checks;
}

function smallNodes(option: Option): readonly Check[] {
	const { capacity, choices } = option;
	const without = roomChecks(capacity.need0, capacity.room0, choices.hasNode);
	if (nothingMeshed(choices)) return without;
	const withMesh = roomChecks(capacity.need1, capacity.room1, choices.hasNode);
	const tunnels = tunnelRoom(option);
	return [...without, ...withMesh, ...tunnels].map((check) => ({
		...check,
		code: 'NODE_TOO_SMALL'
	}));
}

type Margin = Omit<Check, 'code'>;

/** Room is asked for only where pods need nodes. */
function roomChecks(need: Need, room: Room, hasNode: boolean): Check[] {
	const asked = (margin: Expr<'1'>): Expr<'1'> => ifAbove(need.pods, zero('pod'), margin, fine);
	const margins: Margin[] = hasNode
		? [
				{ path: 'node.vcpu', margin: asked(unitless(room.cpu)) },
				{ path: 'node.memGiB', margin: asked(unitless(room.memMiB)) },
				{ path: 'node.maxPods', margin: asked(unitless(room.pods)) }
			]
		: [{ path: 'node.vcpu', margin: asked(zero('1')) }];
	return margins.map((margin) => ({ ...margin, code: 'NODE_TOO_SMALL' }));
}

const perNode = constant(1, 'pod/node');

/** CPU that tunnels leave: by request, by use, or by both, as sizing says. */
function tunnelRoom(option: Option): readonly Check[] {
	const { capacity, choices } = option;
	if (capacity.tunnel === undefined || !choices.hasNode) return [];
	const { ztunnel } = mesh;
	const byUse = capacity.room1.cpu.minus(ztunnel.c0.times(perNode).by(withHeadroom));
	const byRequest = capacity.room1.cpu.minus(ztunnel.cpuReq.times(perNode));
	const unset = choices.mesh.unset.has('mesh.ztunnel.cpuReq');
	const margins =
		unset || choices.mesh.sizing === 'usage'
			? [byUse]
			: choices.mesh.sizing === 'requests'
				? [byRequest]
				: [byRequest, byUse];
	return margins.map((margin) => ({
		code: 'NODE_TOO_SMALL',
		path: 'node.vcpu',
		margin: ifMeshed(option, unitless(margin))
	}));
}

function largePods(option: Option): readonly Check[] {
	const { capacity, choices } = option;
	if (!choices.hasNode) return [];
	const groups = onNodes(
		choices,
		choices.groups.map((_, at) => at)
	);
	return groups.flatMap((at, position) => {
		const [alone, meshed] = [capacity.need0.groups[position], capacity.need1.groups[position]];
		if (alone === undefined || meshed === undefined) return [];
		return [...podChecks(at, alone, capacity.room0), ...podChecks(at, meshed, roomAtRest(option))];
	});
}

/** Room beside a tunnel that carries nothing: the most a pod can find. */
function roomAtRest(option: Option): Room {
	const { room1, tunnel } = option.capacity;
	if (tunnel === undefined) return room1;
	const taken = tunnel.cpuReserved(mesh.ztunnel.c0).times(perNode);
	return { ...room1, cpu: room1.cpu.minus(taken) };
}

function podChecks(at: number, group: GroupNeed, room: Room): readonly Check[] {
	const path = `workload.groups[${at}]`;
	const fits = <U extends string, V extends string>(
		room: Expr<U>,
		size: Expr<V>,
		none: Expr<V>
	): Expr<'1'> => {
		const whole = unitless(room.over(size).roundedDown());
		return ifAbove(group.pods, zero('pod'), ifAbove(size, none, whole, fine), fine);
	};
	return [
		{
			code: 'POD_TOO_LARGE',
			path: `${path}.appCpu`,
			margin: fits(room.cpu, group.cpu, zero('core/pod'))
		},
		{
			code: 'POD_TOO_LARGE',
			path: `${path}.appMemMiB`,
			margin: fits(room.memMiB, group.memMiB, zero('MiB/pod'))
		}
	];
}

function largeTasks(option: Option): readonly Check[] {
	const { choices, capacity } = option;
	if (nothingMeshed(choices)) return [];
	return onFargate(choices, meshedGroups(choices)).flatMap((at) => {
		const need = taskNeed(at, capacity.beside);
		const asked = (margin: Expr<'1'>): Expr<'1'> =>
			ifAbove(podsOf(choices, at), zero('pod'), margin, fine);
		const cpu = constant(MOST_TASK_CPU + 2e-9, 'core/pod').minus(need.cpu);
		const memory = constant(MOST_TASK_MIB + 2e-9, 'MiB/pod').minus(need.memMiB);
		const path = `workload.groups[${at}]`;
		return [
			{ code: 'FARGATE_TOO_LARGE', path: `${path}.appCpu`, margin: asked(unitless(cpu)) },
			{ code: 'FARGATE_TOO_LARGE', path: `${path}.appMemMiB`, margin: asked(unitless(memory)) }
		] as const;
	});
}
