import { meshedGroups, onNodes, nothingMeshed, type Choices } from '../choices.ts';
import { sum, zero, type Expr } from '../graph/expr.ts';
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
	return { pods: podsOf(choices, at), cpu: group.appCpu, memMiB: group.appMemMiB };
};

const withProxy = (need: GroupNeed, beside: Beside): GroupNeed => ({
	pods: need.pods,
	cpu: need.cpu.plus(beside.cpu),
	memMiB: (beside.limitsMemory ? need.memMiB.by(taskProxy.appMemFactor) : need.memMiB).plus(
		beside.memMiB
	)
});

/** Need without the mesh: applications, and an ingress that exists today (`model.md` §6, n0). */
export const needWithout = (choices: Choices, gateways: Gateways): Need =>
	totalled(
		nodeGroups(choices).map((at) => plain(choices, at)),
		gatewayPods(gateways.ingressToday)
	);

/** Need with the mesh, tunnels and agents apart (`model.md` §6, n1). */
export function needWith(choices: Choices, beside: Beside | undefined, own: Own): Need {
	const meshed = new Set(nothingMeshed(choices) ? [] : meshedGroups(choices));
	const groups = nodeGroups(choices).map((at) => {
		const alone = plain(choices, at);
		return beside !== undefined && meshed.has(at) ? withProxy(alone, beside) : alone;
	});
	return totalled(groups, own);
}

const gatewayPods = (pods: Expr<'pod'>): Own => ({
	pods,
	cpu: pods.times(gateway.cpuReq),
	memMiB: pods.times(gateway.memReqMiB)
});

export interface Waypointed {
	readonly count: Expr<'pod'>;
	readonly cpuReserved: Expr<'core/pod'>;
	readonly memReserved: Expr<'MiB/pod'>;
}

/** Plane, gateways and waypoints together. */
export function ownPods(
	gateways: Gateways,
	plane: ControlPlane | undefined,
	waypoints: Waypointed | undefined,
	counted: Expr<'pod'>
): Own {
	const gates = gatewayPods(counted.plus(gateways.eastWest));
	const way = waypoints?.count ?? zero('pod');
	return {
		pods: gates.pods.plus(way).plus(plane?.pods ?? zero('pod')),
		cpu: gates.cpu
			.plus(waypoints === undefined ? zero('core') : way.times(waypoints.cpuReserved))
			.plus(plane?.cpu ?? zero('core')),
		memMiB: gates.memMiB
			.plus(waypoints === undefined ? zero('MiB') : way.times(waypoints.memReserved))
			.plus(plane?.memMiB ?? zero('MiB'))
	};
}

function totalled(groups: readonly GroupNeed[], own: Own): Need {
	return {
		groups,
		cpu: sum(
			'core',
			groups.map((group) => group.pods.times(group.cpu))
		).plus(own.cpu),
		memMiB: sum(
			'MiB',
			groups.map((group) => group.pods.times(group.memMiB))
		).plus(own.memMiB),
		pods: sum(
			'pod',
			groups.map((group) => group.pods)
		).plus(own.pods)
	};
}
