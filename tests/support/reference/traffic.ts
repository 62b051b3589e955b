import { ceilStar, or, type At } from './basics.ts';

/** A group of pods in one month. */
export interface Group {
	readonly id: string;
	readonly pods: number;
	readonly cpu: number;
	readonly mem: number;
	readonly onNodes: boolean;
	/** In the mesh, as far as the kind of mesh can carry it. */
	readonly meshed: boolean;
}

export interface Traffic {
	readonly services: number;
	readonly groups: readonly Group[];
	readonly pods: number;
	readonly meshedPods: number;
	readonly edge: number;
	readonly calls: number;
	readonly carried: number;
	readonly traversals: number;
	readonly waypoint: number;
}

/** §3. */
export function trafficOf({ record, k }: At): Traffic {
	const { workload = {}, mesh = {} } = record;
	const kind = mesh.kind ?? 'none';
	const groups = (workload.groups ?? []).map((group, at): Group => {
		const onNodes = (group.runtime ?? 'k8s') === 'k8s';
		return {
			id: group.id ?? `group ${at + 1}`,
			pods: ceilStar(or(group.pods) * (1 + or(workload.growthPodsMonthly)) ** k),
			cpu: or(group.appCpu),
			mem: or(group.appMemMiB),
			onNodes,
			meshed: (group.meshed ?? true) && kind !== 'none' && !(kind === 'ambient' && !onNodes)
		};
	});
	const count = (some: readonly Group[]) => some.reduce((all, { pods }) => all + pods, 0);
	const meshedPods = count(groups.filter(({ meshed }) => meshed));
	const season = workload.season?.[k % 12] ?? 1;
	const edge = or(workload.edgeRps) * (1 + or(workload.growthRpsMonthly)) ** k * season;
	const calls = edge * or(workload.callsPerRequest) * (1 + or(workload.retryFraction));
	const phi = or(workload.meshedCallFraction, 1);
	const entering = (workload.edgeMeshed ?? true) ? edge : 0;
	const idle = meshedPods === 0;
	const proxyless = kind === 'managed' && (mesh.taskProxy ?? null) === null;
	return {
		services: ceilStar(or(workload.services) * (1 + or(workload.growthServicesMonthly)) ** k),
		groups,
		pods: count(groups),
		meshedPods,
		edge,
		calls,
		carried: idle ? 0 : phi * calls + entering,
		traversals: idle || proxyless ? 0 : 2 * phi * calls + entering,
		waypoint: idle || kind !== 'ambient' ? 0 : phi * or(workload.l7Fraction) * calls
	};
}
