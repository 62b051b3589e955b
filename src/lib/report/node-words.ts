import { formatCount } from '../format/number.ts';
import { isGap } from './is-gap.ts';
import type { Plan } from '../plan/plan.ts';
import type { CapacityMonth, Report, ReportOption } from './types.ts';

/** What stands between the nodes that a limit asks for and those that are bought (`model.md` §6). */
export function nodeWords(report: Report, plan: Plan, when: 'month1' | 'monthLast'): string {
	const asked =
		'By CPU · memory · pods: nodes that each limit alone would need in one cluster; the most of them counts';
	const [example] = inOrder(report).flatMap(({ label, capacity }) => {
		if (isGap(capacity) || capacity[when].binding === 'none') return [];
		const needed = neededBy(capacity[when], plan);
		const bought = capacity[when].nodesMesh;
		return bought === needed ? [] : [{ label, needed, bought }];
	});
	if (example === undefined) return `${asked}.`;
	const { label, needed, bought } = example;
	const why = rulesOf(report, plan).join(' and ');
	return `${asked}. ${label} needs ${formatCount(needed)} and gets ${formatCount(bought)}: ${why}.`;
}

/** The best choice first: whoever asks looks there. */
const inOrder = ({ options, comparison }: Report): readonly ReportOption[] =>
	comparison.ranking.flatMap((id) => options.find((option) => option.id === id) ?? []);

const neededBy = ({ nodesByLimit: limits }: CapacityMonth, plan: Plan): number =>
	plan.platform?.packingMode === 'shape'
		? limits.shape
		: Math.max(limits.cpu, limits.memory, limits.pods);

/** Why more are bought than needed. */
function rulesOf({ assumptions }: Report, plan: Plan): readonly string[] {
	const { azBalanced = true, surviveAzLoss = false } = plan.platform ?? {};
	const valueOf = (path: string): number =>
		Number(assumptions.find((it) => it.path === path)?.value ?? 1);
	const [zones, clusters] = [valueOf('workload.azs'), valueOf('workload.clusters')];
	const rules = [
		...(clusters > 1 ? [`there are ${formatCount(clusters)} clusters`] : []),
		...(surviveAzLoss && zones > 1 ? ['the other zones must do when one is lost'] : []),
		...(azBalanced && zones > 1 ? [`each of ${formatCount(zones)} zones has as many`] : [])
	];
	return rules.length > 0 ? rules : ['each zone keeps its fewest nodes'];
}
