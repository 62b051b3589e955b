import { NAME_CHARS } from '../../plan/text.ts';
import type { Group, Inventory } from '../inventory/types.ts';
import { shown } from './proposal.ts';

/** A group as the plan file has it. */
export interface PlanGroupEntry {
	readonly id: string;
	readonly pods: number;
	readonly appCpu: number;
	readonly appMemMiB: number;
	readonly meshed: boolean;
	readonly runtime: 'k8s' | 'fargate';
}

/** Groups kept apart; beyond them a plan is no longer read, nor its link short. */
const MOST = 24;

/**
 * The workloads of an inventory as groups of a plan: the largest by name, the rest merged by what
 * the model tells apart (meshed, runtime), so that pods, cores and MiB add up to the same.
 */
export function planGroups({ groups }: Inventory): readonly PlanGroupEntry[] {
	const anyMeshed = groups.some(isMeshed);
	const entries = groups.map((group) => entryOf(group, !anyMeshed || isMeshed(group)));
	if (entries.length <= MOST) return entries;
	const rest = new Map<string, PlanGroupEntry>();
	for (const entry of entries.slice(MOST - 4)) {
		const key = `${entry.meshed ? 'meshed' : 'unmeshed'} ${entry.runtime}`;
		const known = rest.get(key);
		rest.set(key, known ? merged(known, entry) : { ...entry, id: `other workloads, ${key}` });
	}
	return [...entries.slice(0, MOST - 4), ...rest.values()];
}

/** True where a proxy or a node tunnel carries most of the group already. */
function isMeshed(group: Group): boolean {
	if (group.injects !== undefined) return true;
	return (group.proxy?.pods ?? 0) + group.ambientPods > group.pods / 2;
}

function entryOf(group: Group, meshed: boolean): PlanGroupEntry {
	return {
		id: shortened(group.id),
		pods: group.pods,
		// A pod that requests nothing reserves nothing: 0 is what the scheduler counts.
		appCpu: shown(group.app.cpu ?? 0),
		appMemMiB: shown(group.app.memMiB ?? 0),
		meshed,
		runtime: group.runtime
	};
}

/** A namespace and a workload may be longer together than a name in a plan: the end tells more. */
function shortened(id: string): string {
	if (id.length <= NAME_CHARS) return id;
	return `${id.slice(0, 40)}…${id.slice(41 - NAME_CHARS)}`;
}

function merged(a: PlanGroupEntry, b: PlanGroupEntry): PlanGroupEntry {
	const pods = a.pods + b.pods;
	return {
		...a,
		pods,
		appCpu: shown((a.appCpu * a.pods + b.appCpu * b.pods) / pods),
		appMemMiB: shown((a.appMemMiB * a.pods + b.appMemMiB * b.pods) / pods)
	};
}
