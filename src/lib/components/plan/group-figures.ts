import { formatCount, formatNumber } from '$lib/format/number.ts';
import { at, isTree } from '$lib/state/plan-path.ts';

/** Fields that stand in each group instead, where there are groups. */
export const GROUPED: readonly string[] = [
	'workload.pods',
	'workload.appCpu',
	'workload.appMemMiB'
];

const numberAt = (group: unknown, field: string): number | undefined => {
	const written = at(group, field);
	const value = Number(isTree(written) ? written['value'] : written);
	return written !== undefined && Number.isFinite(value) ? value : undefined;
};

/** "312 in 9 groups", or the least and the most that a group has; a group may leave a size to its default. */
export function groupFigures(groups: unknown, path: string): string {
	if (!Array.isArray(groups)) return '';
	const field = path.slice(path.indexOf('.') + 1);
	const values = groups.flatMap((group) => numberAt(group, field) ?? []);
	const some = `${groups.length} ${groups.length === 1 ? 'group' : 'groups'}`;
	if (values.length < groups.length) return `in ${some}`;
	if (field === 'pods') {
		return `${formatCount(values.reduce((sum, value) => sum + value, 0))} in ${some}`;
	}
	const [least, most] = [Math.min(...values), Math.max(...values)].map((it) => formatNumber(it));
	return least === most ? `${least ?? ''}` : `${least ?? ''} to ${most ?? ''}`;
}
