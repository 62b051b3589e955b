import { meshedGroups, nothingMeshed, onFargate, onNodes, type Choices } from './choices.ts';
import { taskNeed } from './areas/fargate.ts';
import type { Need, Room } from './areas/nodes.ts';
import type { GroupNeed } from './areas/shape.ts';
import { MOST_TASK_CPU, MOST_TASK_MIB } from './areas/tasks.ts';
import { podsOf } from './areas/traffic.ts';
import { withHeadroom } from './areas/proxy.ts';
import { constant, ifAbove, unitless, zero, zeroLike, type Expr } from './graph/expr.ts';
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
	const without = choices.hasNode
		? [...pricedRoom(capacity.room0), ...roomChecks(capacity.need0, capacity.room0)]
		: noNode(capacity.need0);
	if (nothingMeshed(choices)) return without.map(tooSmall);
	const withMesh = choices.hasNode
		? [...roomChecks(capacity.need1, capacity.room1), ...tunnelRoom(option)]
		: noNode(capacity.need1);
	const meshed = withMesh.map(({ path, margin }) => ({ path, margin: ifMeshed(option, margin) }));
	return [...without, ...meshed].map(tooSmall);
}

type Margin = Omit<Check, 'code'>;

const tooSmall = (margin: Margin): Check => ({ ...margin, code: 'NODE_TOO_SMALL' });

/** Loaded prices spread a node over its room (`model.md` §7), whether or not pods need it. */
const pricedRoom = (room: Room): readonly Margin[] => [
	{ path: 'node.vcpu', margin: unitless(room.cpu) },
	{ path: 'node.memGiB', margin: unitless(room.memMiB) }
];

/** Room is asked for where something needs nodes. */
function roomChecks(need: Need, room: Room): readonly Margin[] {
	const ifPods = (margin: Expr<'1'>): Expr<'1'> => ifAbove(need.pods, zero('pod'), margin, fine);
	const ifAny = <U extends string>(wanted: Expr<U>, margin: Expr<'1'>): Expr<'1'> =>
		ifAbove(wanted, zeroLike(wanted), margin, ifPods(margin));
	return [
		{ path: 'node.vcpu', margin: ifAny(need.cpu, unitless(room.cpu)) },
		{ path: 'node.memGiB', margin: ifAny(need.memMiB, unitless(room.memMiB)) },
		{ path: 'node.maxPods', margin: ifPods(unitless(room.pods)) }
	];
}

/** Without a node described, nothing may need one. */
function noNode(need: Need): readonly Margin[] {
	const asked = (size: Expr<'1'>): Expr<'1'> =>
		ifAbove(need.pods, zero('pod'), size, ifAbove(need.cpu, zero('core'), size, fine));
	return [
		{ path: 'node.vcpu', margin: asked(unitless(inputs.node.vcpu)) },
		{ path: 'node.memGiB', margin: asked(unitless(inputs.node.memGiB)) }
	];
}

const perNode = constant(1, 'pod/node');

/** CPU that tunnels leave: by request, by use, or by both, as sizing says. */
function tunnelRoom({ capacity, choices }: Option): readonly Margin[] {
	if (capacity.tunnel === undefined) return [];
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
	return margins.map((margin) => ({ path: 'node.vcpu', margin: unitless(margin) }));
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
		const without = podChecks(at, alone, capacity.room0);
		if (nothingMeshed(choices)) return without;
		const withMesh = podChecks(at, meshed, roomAtRest(option)).map((check) => ({
			...check,
			margin: ifMeshed(option, check.margin)
		}));
		return [...without, ...withMesh];
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
		const need = taskNeed(choices, at, capacity.beside);
		const fits = <U extends string>(wanted: Expr<U>, most: Expr<U>): Expr<'1'> => {
			const margin = ifAbove(wanted, most, zero('1'), fine);
			return ifAbove(podsOf(choices, at), zero('pod'), margin, fine);
		};
		const path = `workload.groups[${at}]`;
		return [
			{ code: 'FARGATE_TOO_LARGE', path: `${path}.appCpu`, margin: fits(need.cpu, MOST_TASK_CPU) },
			{
				code: 'FARGATE_TOO_LARGE',
				path: `${path}.appMemMiB`,
				margin: fits(need.memMiB, MOST_TASK_MIB)
			}
		] as const;
	});
}
