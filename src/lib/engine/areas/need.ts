import { meshedGroups, onNodes, nothingMeshed, type Choices } from '../choices.ts';
import { subscript } from '../graph/explain.ts';
import { ifAbove, longSum, zero, zeroLike, type Expr } from '../graph/expr.ts';
import { inputs, itemInputs } from '../inputs.ts';
import type { ControlPlane } from './control-plane.ts';
import type { Gateways } from './gateway.ts';
import type { Need } from './nodes.ts';
import type { GroupNeed } from './shape.ts';
import { podsOf } from './traffic.ts';

const { gateway, taskProxy } = inputs.mesh;

/** What runs beside each meshed pod on a node, if anything. */
export interface Beside {
	readonly cpu: Expr<'core/pod'>;
	readonly memMiB: Expr<'MiB/pod'>;
	/** The provider's proxy forces a hard memory limit on the task. */
	readonly limitsMemory: boolean;
}

/** Pods of the mesh itself that need a place on nodes. */
export interface Own {
	readonly pods: Expr<'pod'>;
	readonly cpu: Expr<'core'>;
	readonly memMiB: Expr<'MiB'>;
}

const nodeGroups = (choices: Choices): readonly number[] =>
	onNodes(
		choices,
		choices.groups.map((_, at) => at)
	);

const plain = (choices: Choices, at: number): GroupNeed => {
	const group = itemInputs('workload.groups', at);
	return { at, pods: podsOf(choices, at), cpu: group.appCpu, memMiB: group.appMemMiB };
};

/** An application and its proxy as one pod. */
function withProxy(need: GroupNeed, beside: Beside, name: string): GroupNeed {
	const own = beside.limitsMemory ? need.memMiB.by(taskProxy.appMemFactor) : need.memMiB;
	const label = 'of a pod with its proxy';
	const group = subscript(need.at + 1);
	return {
		...need,
		cpu: need.cpu
			.plus(beside.cpu)
			.as({ id: `${name}.cpu`, label: `CPU ${label}`, symbol: `c${group}` }),
		memMiB: own
			.plus(beside.memMiB)
			.as({ id: `${name}.memMiB`, label: `Memory ${label}`, symbol: `m${group}` })
	};
}

/** Need without the mesh: applications, and an ingress that exists today (`model.md` §6, n0). */
export const needWithout = (choices: Choices, gateways: Gateways): Need =>
	totalled(
		nodeGroups(choices).map((at) => plain(choices, at)),
		gatewayPods(gateways.ingressToday),
		WITHOUT
	);

/** Need with the mesh, tunnels and agents apart (`model.md` §6, n1). */
export function needWith(choices: Choices, beside: Beside | undefined, own: Own): Need {
	const meshed = new Set(nothingMeshed(choices) ? [] : meshedGroups(choices));
	const groups = nodeGroups(choices).map((at) => {
		const alone = plain(choices, at);
		const name = `pod${at + 1}.meshed`;
		return beside !== undefined && meshed.has(at) ? withProxy(alone, beside, name) : alone;
	});
	return totalled(groups, own, WITH);
}

/** What no pod asks for is 0, even where its request is not set. */
const ifAny = <U extends string>(pods: Expr<'pod'>, asked: Expr<U>): Expr<U> =>
	ifAbove(pods, zero('pod'), asked, zeroLike(asked));

const gatewayPods = (pods: Expr<'pod'>): Own => ({
	pods,
	cpu: ifAny(pods, pods.times(gateway.cpuReq)),
	memMiB: ifAny(pods, pods.times(gateway.memReqMiB))
});

export interface Waypointed {
	readonly count: Expr<'pod'>;
	readonly cpuReserved: Expr<'core/pod'>;
	readonly memReserved: Expr<'MiB/pod'>;
}

/** Plane, gateways and waypoints together. */
export function ownPods(
	gateways: Gateways,
	plane: ControlPlane,
	waypoints: Waypointed | undefined,
	counted: Expr<'pod'>
): Own {
	const gates = gatewayPods(counted.plus(gateways.eastWest));
	const way = waypoints?.count ?? zero('pod');
	const waypointCpu =
		waypoints === undefined ? zero('core') : ifAny(way, way.times(waypoints.cpuReserved));
	const waypointMem =
		waypoints === undefined ? zero('MiB') : ifAny(way, way.times(waypoints.memReserved));
	return {
		pods: gates.pods.plus(way).plus(plane.pods),
		cpu: gates.cpu.plus(waypointCpu).plus(plane.cpu),
		memMiB: gates.memMiB.plus(waypointMem).plus(plane.memMiB)
	};
}

export interface Side {
	readonly id: string;
	readonly words: string;
	readonly sign: string;
}

/** The estate before and after: ids, words and symbols of its quantities. */
export const WITHOUT: Side = { id: '0', words: 'without the mesh', sign: '₀' };
export const WITH: Side = { id: '1', words: 'with the mesh', sign: '₁' };

function totalled(groups: readonly GroupNeed[], own: Own, side: Side): Need {
	const total = <U extends string>(
		of: Wanted<U>,
		each: (group: GroupNeed) => Expr<U>,
		rest: Expr<U>
	): Expr<U> => {
		const name = { id: `need${side.id}.${of.key}`, label: `${of.words} needed ${side.words}` };
		return longSum(of.unit, [...groups.map(each), rest], name).as({
			...name,
			symbol: `${of.symbol}${side.sign}`
		});
	};
	return {
		groups,
		cpu: total(CPU, (group) => group.pods.times(group.cpu), own.cpu),
		memMiB: total(MEMORY, (group) => group.pods.times(group.memMiB), own.memMiB),
		pods: total(PODS, (group) => group.pods, own.pods)
	};
}

interface Wanted<U extends string> {
	readonly key: string;
	readonly unit: U;
	readonly words: string;
	readonly symbol: string;
}

const CPU: Wanted<'core'> = { key: 'cpu', unit: 'core', words: 'CPU', symbol: 'C' };
const MEMORY: Wanted<'MiB'> = { key: 'memMiB', unit: 'MiB', words: 'Memory', symbol: 'M' };
const PODS: Wanted<'pod'> = { key: 'pods', unit: 'pod', words: 'Places for pods', symbol: 'Q' };
