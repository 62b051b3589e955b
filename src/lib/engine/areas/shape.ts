import {
	constant,
	ifAbove,
	largest,
	longSum,
	smallest,
	zero,
	zeroLike,
	type Expr
} from '../graph/expr.ts';
import { subscript } from '../graph/explain.ts';
import { inputs } from '../inputs.ts';

const { workload } = inputs;

/** Pods of one group, and what each needs with whatever runs beside it. */
export interface GroupNeed {
	/** Position in the record's list. */
	readonly at: number;
	readonly pods: Expr<'pod'>;
	readonly cpu: Expr<'core/pod'>;
	readonly memMiB: Expr<'MiB/pod'>;
}

interface Whole {
	/** Prefix of the names. */
	readonly id: string;
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
const neverFits = constant('1e290', 'node');

/**
 * Nodes of one cluster when whole pods are placed: groups do not share nodes, the mesh's own pods
 * fill the room that is left (`model.md` §6, *shape*). Packing is not used: fragmentation is explicit.
 */
export function byWholePods({ id, need, room, share }: Whole): Expr<'node'> {
	const clusters = workload.clusters.over(constant(1, 'cluster'));
	const ofGroups = need.groups.map((group) => {
		const name = `${id}.group${group.at + 1}`;
		const nodes = group.pods
			.over(clusters)
			.over(podsPerNode(group, room, name))
			.roundedUp();
		return ifAbove(group.pods, zero('pod'), nodes, zero('node')).as({
			id: name,
			label: `Nodes for whole pods of group ${group.at + 1}`,
			symbol: `g${subscript(group.at + 1)}`
		});
	});
	const label = 'Nodes for whole pods, groups apart';
	return largest(
		longSum('node', ofGroups, { id: `${id}.groups`, label }).as({ id: `${id}.groups`, label }),
		within(share.cpu, room.cpu, share.cpu.over(room.cpu).roundedUp()).as({
			id: `${id}.byCpu`,
			label: 'Nodes for all CPU, packed without waste'
		}),
		within(share.memMiB, room.memMiB, share.memMiB.over(room.memMiB).roundedUp()).as({
			id: `${id}.byMem`,
			label: 'Nodes for all memory, packed without waste'
		}),
		within(share.pods, room.pods, share.pods.over(room.pods).roundedUp()).as({
			id: `${id}.byPods`,
			label: 'Nodes for all pods'
		})
	);
}

/** What is not wanted needs no node; what is wanted needs room. */
const within = <U extends string, V extends string>(
	wanted: Expr<U>,
	each: Expr<V>,
	nodes: Expr<'node'>
): Expr<'node'> => {
	const without = ifAbove(wanted, zeroLike(wanted), neverFits, zero('node'));
	return ifAbove(each, zeroLike(each), nodes, without);
};

/** f_g: whole pods of a group on an empty node. A size of 0 sets no limit. */
export function podsPerNode(group: GroupNeed, room: Whole['room'], id: string): Expr<'pod/node'> {
	const none = zero('pod/node');
	const byCpu = room.cpu.over(group.cpu).roundedDown().atLeast(none);
	const byMem = room.memMiB.over(group.memMiB).roundedDown().atLeast(none);
	return smallest(
		ifAbove(group.cpu, zero('core/pod'), byCpu, room.pods),
		ifAbove(group.memMiB, zero('MiB/pod'), byMem, room.pods),
		room.pods
	).as({
		id: `${id}.podsPerNode`,
		label: `Whole pods of group ${group.at + 1} on a node`,
		symbol: `f${subscript(group.at + 1)}`
	});
}
