import { formatMoneyCompact } from '../format/money.ts';
import { formatCount } from '../format/number.ts';
import { isGap } from './is-gap.ts';
import type { Report, ReportOption } from './types.ts';

type Told = Pick<Report, 'options' | 'comparison' | 'months' | 'billing' | 'currency'>;

/** The answer in one sentence. */
export function sentenceOf({ options, comparison, months, currency }: Told): string {
	const cheapest = options.find(({ id }) => id === comparison.cheapest);
	if (cheapest === undefined || isGap(cheapest.totals.spend)) return nothingToChoose(options);
	const people = isNothingMeshed(options) ? 'No pod is in the mesh, so only people count: ' : '';
	const total = formatMoneyCompact(cheapest.totals.spend, currency);
	const over = `over ${formatCount(months)} months`;
	const next = options.find(({ id }) => id === comparison.ranking[1]);
	if (next === undefined || comparison.lead === undefined) {
		return `${people}${cheapest.label} costs ${total} ${over}; nothing else compared here can be chosen`;
	}
	const lead = formatMoneyCompact(comparison.lead, currency);
	return Number(comparison.lead) === 0
		? `${people}${cheapest.label} and ${next.label} cost the same here: ${total} ${over}`
		: `${people}${cheapest.label} costs least here: ${total} ${over}, ${lead} less than ${next.label}`;
}

/** There is nothing to choose on infrastructure: every row of it is 0 (`model.md` §3). */
export const isNothingMeshed = (options: readonly ReportOption[]): boolean => {
	const meshes = options.filter(({ kind }) => kind !== 'none');
	const meshed = meshes.flatMap(({ capacity }) =>
		isGap(capacity) ? [] : [capacity.month1.podsMeshed, capacity.monthLast.podsMeshed]
	);
	return meshed.length > 0 && meshed.every((pods) => pods === 0);
};

function nothingToChoose(options: readonly ReportOption[]): string {
	const meshes = options.filter(({ kind }) => kind !== 'none');
	if (meshes.length === 0) return 'No mesh is compared: choose at least one option';
	return 'None of these options can be priced here';
}

/** Why nothing can be chosen: the first reason stands for what often is one and the same. */
const reasonOf = (options: readonly ReportOption[]): string =>
	options.find(({ kind, statusReason }) => kind !== 'none' && statusReason !== undefined)
		?.statusReason ?? '';

/** What stands behind the answer: nodes, support and what billing does to the order. */
export function subSentenceOf({ options, comparison, billing, currency }: Told): string {
	const cheapest = options.find(({ id }) => id === comparison.cheapest);
	if (cheapest === undefined) return reasonOf(options);
	const { infra, support, oneOff } = cheapest.totals;
	if (isGap(infra) || isGap(support)) return '';
	const money = (amount: string): string => formatMoneyCompact(amount, currency);
	const once =
		isGap(oneOff) || Number(oneOff) === 0 ? '' : `, ${money(oneOff)} of that before month 1,`;
	const parts = `Of it ${money(support)} is support${once} and ${money(infra)} infrastructure.`;
	const nodes = isGap(cheapest.capacity)
		? ''
		: ` It adds ${added(cheapest.capacity.month1.nodesMesh - cheapest.capacity.month1.nodesBaseline)} in month 1.`;
	const otherwise =
		billing === 'allocated' ? 'whole nodes instead of share' : 'share instead of whole nodes';
	const order = comparison.rankingDiffers
		? ` Billed by ${otherwise}, the order changes: they lie within one node step.`
		: '';
	return `${parts}${nodes}${order}`;
}

const added = (nodes: number): string =>
	nodes === 0 ? 'no node' : nodes === 1 ? 'one node' : `${formatCount(nodes)} nodes`;
