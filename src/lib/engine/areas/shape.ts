import {
	constant,
	ifAbove,
	largest,
	smallest,
	sum,
	zero,
	zeroLike,
	type Expr
} from '../graph/expr.ts';
import { inputs } from '../inputs.ts';

const { workload } = inputs;

/** Pods of one group, and what each needs with whatever runs beside it. */
export interface GroupNeed {
	readonly pods: Expr<'pod'>;
	readonly cpu: Expr<'core/pod'>;
	readonly memMiB: Expr<'MiB/pod'>;
}

interface Whole {
	readonly need: { readonly groups: readonly GroupNeed[] };
	readonly room: {
		readonly cpu: Expr<'core/node'>;
		readonly memMiB: Expr<'MiB/node'>;
		readonly pods: Expr<'pod/node'>;
	};
	/** Totals of one cluster. */
	readonly share: {
		readonly cpu: Expr<'core'>;
		readonly memMiB: Expr<'MiB'>;
		readonly pods: Expr<'pod'>;
	};
}

/** More nodes than any plan has: what does not fit at all. */
const neverFits = constant('1e15', 'node');

/**
 * Nodes of one cluster when whole pods are placed: groups do not share nodes, the mesh's own pods
 * fill the room that is left (`model.md` §6, *shape*). Packing is not used: fragmentation is explicit.
 */
export function byWholePods({ need, room, share }: Whole): Expr<'node'> {
	const clusters = workload.clusters.over(constant(1, 'cluster'));
	const ofGroups = need.groups.map((group) => {
		const nodes = group.pods.over(clusters).over(podsPerNode(group, room)).roundedUp();
		return ifAbove(group.pods, zero('pod'), nodes, zero('node'));
	});
	const within = <U extends string, V extends string>(
		wanted: Expr<U>,
		each: Expr<V>,
		nodes: Expr<'node'>
	): Expr<'node'> =>
		ifAbove(
			each,
			zeroLike(each),
			nodes,
			ifAbove(wanted, zeroLike(wanted), neverFits, zero('node'))
		);
	return largest(
		sum('node', ofGroups),
		within(share.cpu, room.cpu, share.cpu.over(room.cpu).roundedUp()),
		within(share.memMiB, room.memMiB, share.memMiB.over(room.memMiB).roundedUp()),
		within(share.pods, room.pods, share.pods.over(room.pods).roundedUp())
	);
}

/** f_g: whole pods of a group on an empty node. A size of 0 sets no limit. */
export function podsPerNode(group: GroupNeed, room: Whole['room']): Expr<'pod/node'> {
	const none = zero('pod/node');
	const byCpu = room.cpu.over(group.cpu).roundedDown().atLeast(none);
	const byMem = room.memMiB.over(group.memMiB).roundedDown().atLeast(none);
	return smallest(
		ifAbove(group.cpu, zero('core/pod'), byCpu, room.pods),
		ifAbove(group.memMiB, zero('MiB/pod'), byMem, room.pods),
		room.pods
	);
}
