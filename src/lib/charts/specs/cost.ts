import { formatMonth } from '../../format/date.ts';
import { formatCellExact } from '../../format/ledger-cell.ts';
import { formatMoneyCompact } from '../../format/money.ts';
import { NOT_AVAILABLE } from '../../format/number.ts';
import { underRequested } from '../../report/under-requested.ts';
import type { MoneyOrGap, Report, ReportOption } from '../../report/types.ts';
import { blocksOver, isGap, type Blocks, type Period } from './period.ts';
import type { Bar, BarSpec, Point } from './spec.ts';

const point = (cell: MoneyOrGap): Point =>
	isGap(cell) ? { gap: cell.reason } : { value: Number(cell) };

/** Why an option stands in the chart without being a choice. */
export function markOf(option: ReportOption): string | undefined {
	if (option.status === 'available') return undefined;
	if (option.status === 'ended')
		return option.endOfSupport ? `ended ${formatMonth(option.endOfSupport)}` : 'ended';
	return option.status === 'not-offered' ? 'not offered here' : 'incomplete';
}

interface Entry {
	readonly option: ReportOption;
	readonly blocks: Blocks;
	readonly rank: number;
	/** The choice that costs least over the period. */
	readonly best: boolean;
}

/** Choices first, cheapest on top; then what can only be looked at, cheapest first. */
export function costOrder(report: Report, period: Period): readonly Entry[] {
	const ranked = report.comparison.ranking;
	const size = (cell: MoneyOrGap): number => (isGap(cell) ? Infinity : Number(cell));
	const entries = report.options
		.map((option) => {
			const at = ranked.indexOf(option.id);
			return { option, blocks: blocksOver(option, period), rank: at < 0 ? ranked.length : at };
		})
		.sort(
			(a, b) =>
				Number(a.rank === ranked.length) - Number(b.rank === ranked.length) ||
				size(a.blocks.spend) - size(b.blocks.spend) ||
				a.rank - b.rank
		);
	return entries.map((entry, at) => ({
		...entry,
		best: at === 0 && entry.rank < ranked.length && !isGap(entry.blocks.spend)
	}));
}

/** Options in the order of the cost chart over the whole plan: what every table follows. */
export const inCostOrder = (report: Report): readonly ReportOption[] =>
	costOrder(report, 'all').map(({ option }) => option);

export const periodWords = (period: Period, months: number): string =>
	period === 'month'
		? 'in month 1'
		: period === 'year'
			? 'in the first year'
			: `over ${months} months`;

function bar(entry: Entry, report: Report, period: Period): Bar {
	const { option, blocks } = entry;
	const mark = markOf(option);
	const spend = blocks.spend;
	const cells = [blocks.infra, blocks.running, ...(period === 'month' ? [] : [blocks.oneOff])];
	return {
		id: option.id,
		label: option.label,
		base: option.base,
		best: entry.best,
		points:
			option.rows.length > 0 ? cells.map(point) : cells.map(() => ({ gap: whyEmpty(option) })),
		end: endOf(option, spend, report.currency),
		...(mark === undefined ? {} : { mark }),
		...(option.range !== undefined && period === 'all'
			? { range: { low: Number(option.range.p10), high: Number(option.range.p90) } }
			: {})
	};
}

function endOf(option: ReportOption, spend: MoneyOrGap, currency: string): string {
	if (option.rows.length === 0) return NOT_AVAILABLE;
	return isGap(spend) ? 'incomplete' : formatMoneyCompact(spend, currency);
}

const whyEmpty = (option: ReportOption): string =>
	option.error?.message ?? option.statusReason ?? 'There is no figure for this option.';

/** Why options are no choice, or their cost is to be taken with care: each reason once. */
function notesOf(options: readonly ReportOption[]): readonly string[] {
	const byReason = new Map<string, string[]>();
	for (const option of options) {
		for (const why of [option.statusReason ?? option.error?.message, underRequested(option)]) {
			if (why !== undefined) byReason.set(why, [...(byReason.get(why) ?? []), option.label]);
		}
	}
	return [...byReason].map(([why, labels]) => `${labels.join(', ')}: ${why}`);
}

/** Spend by block: what the invoice and the payroll would show, options sorted. */
export function costSpec(report: Report, period: Period): BarSpec {
	const order = costOrder(report, period);
	const words = periodWords(period, report.months);
	const bars = order.map((entry) => bar(entry, report, period));
	const [first] = bars.filter((it) => it.best);
	return {
		kind: 'bars',
		layout: 'stacked',
		id: 'cost',
		title: `Total cost ${words}, by option`,
		finding: first
			? `${first.label} costs least ${words}: ${first.end}. ` +
				(period === 'month'
					? 'One-off costs are not part of a month.'
					: 'One-off costs are included.')
			: `No option can be priced in full ${words}.`,
		axis: {
			label: `${report.currency} ${words}`,
			short: (value) => formatMoneyCompact(value, report.currency),
			full: (value) => `${formatCellExact(value.toFixed(2))} ${report.currency}`
		},
		series: [
			{ id: 'infra', label: 'Infrastructure' },
			{ id: 'support', label: 'Support, monthly' },
			...(period === 'month' ? [] : ([{ id: 'one-off', label: 'Support, one-off' }] as const))
		],
		bars,
		endBy: 'name',
		whisker: 'P10–P90',
		notes: notesOf(report.options)
	};
}
