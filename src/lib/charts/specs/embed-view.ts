import { costSpec } from './cost.ts';
import { blocksOver, isGap } from './period.ts';
import type { Bar, BarSpec } from './spec.ts';
import { formatCellExact } from '../../format/ledger-cell.ts';
import { formatMoneyCompact } from '../../format/money.ts';
import { formatCount, formatRange } from '../../format/number.ts';
import { futures, SURE } from '../../report/decision/words.ts';
import { isNothingMeshed } from '../../report/sentence.ts';
import type { MoneyOrGap, Report, ReportOption, ReportSource } from '../../report/types.ts';

/** A cell as text, or why it is empty. */
export type Cell = { readonly text: string } | { readonly gap: string };

export interface ViewRow {
	readonly id: string;
	readonly label: string;
	readonly base: string;
	readonly best: boolean;
	readonly mark?: string;
	/** Infrastructure, support paid each month, support paid once, total. */
	readonly cells: readonly Cell[];
}

/** A figure as it was before. */
export interface Before {
	/** What the cheapest option cost. */
	readonly total: string;
	/** Its name, where it was another one. */
	readonly label?: string;
	/** ISO day. */
	readonly day: string;
}

/** How the figures of an embed stand to time. */
export type Standing =
	| { readonly kind: 'live'; readonly day: string; readonly moved?: Before }
	| { readonly kind: 'pinned'; readonly day: string; readonly otherModel?: string };

/**
 * Everything an embed shows, as plain values: the report laid out, about 10 kB instead of its 400.
 * It survives JSON, so the same object serves the page, its script and the pictures.
 */
export interface EmbedView {
	/** Of the plan. */
	readonly name: string;
	/** Nothing was entered: the plan that everybody starts with. */
	readonly isDefault: boolean;
	readonly headline: string;
	/** What stands behind the headline: range, next option. Empty where nothing is priced. */
	readonly note: string;
	readonly finding: string;
	readonly currency: string;
	readonly months: number;
	readonly series: BarSpec['series'];
	readonly bars: readonly Bar[];
	readonly rows: readonly ViewRow[];
	/** Gaps and exceptions, each a sentence. */
	readonly notes: readonly string[];
	readonly warnings: readonly string[];
	readonly sources: readonly ReportSource[];
	readonly moreSources: number;
	readonly standing: Standing;
	readonly modelVersion: string;
	readonly platform: Report['platform'];
}

/** The sources that most figures come from; the full plan lists the rest. */
const MOST_SOURCES = 10;

export function viewOf(report: Report, standing: Standing): EmbedView {
	const spec = costSpec(report, 'all');
	const sources = weightiest(report);
	return {
		name: report.name,
		isDefault: isEmpty(report.plan),
		headline: headlineOf(report),
		note: noteOf(report),
		finding: spec.finding,
		currency: report.currency,
		months: report.months,
		series: spec.series,
		bars: spec.bars,
		rows: spec.bars.map((bar) => rowOf(bar, report)),
		notes: spec.notes,
		warnings: report.warnings.map(({ message }) => message),
		sources: sources.slice(0, MOST_SOURCES),
		moreSources: Math.max(0, sources.length - MOST_SOURCES),
		standing,
		modelVersion: report.modelVersion,
		platform: report.platform
	};
}

/** A day alone is no entry: it says when, not what. */
const isEmpty = (plan: unknown): boolean =>
	typeof plan === 'object' && plan !== null && Object.keys(plan).every((key) => key === 'data');

export const cheapestOf = ({ options, comparison }: Report): ReportOption | undefined =>
	options.find(({ id }) => id === comparison.cheapest);

function headlineOf(report: Report): string {
	const cheapest = cheapestOf(report);
	if (cheapest === undefined || isGap(cheapest.totals.spend)) return report.sentence;
	const total = formatMoneyCompact(cheapest.totals.spend, report.currency);
	const people = isNothingMeshed(report.options)
		? 'No pod is in the mesh, so only people count: '
		: '';
	return `${people}${cheapest.label} costs least: ${total} over ${formatCount(report.months)} months`;
}

function noteOf(report: Report): string {
	return [rangeWords(report), leadWords(report)].filter((words) => words !== '').join(' ');
}

function rangeWords(report: Report): string {
	const range = cheapestOf(report)?.range;
	if (range === undefined || range.p10 === range.p90) return '';
	const [low, high] = [range.p10, range.p90].map((amount) =>
		formatMoneyCompact(amount, report.currency)
	);
	return `In 80 of 100 futures ${formatRange(low ?? '', high ?? '')}.`;
}

function leadWords(report: Report): string {
	const { options, comparison, currency } = report;
	const cheapest = cheapestOf(report);
	const next = options.find(({ id }) => id === comparison.ranking[1]);
	if (cheapest === undefined || next === undefined || comparison.lead === undefined) return '';
	const lead = formatMoneyCompact(comparison.lead, currency);
	const ahead = comparison.probabilityCheapest?.[cheapest.id];
	const doubt =
		ahead === undefined || ahead >= SURE
			? ''
			: `; too close to call: ${cheapest.label} is cheapest in ${futures(ahead)} futures`;
	return Number(comparison.lead) === 0
		? `${next.label} costs the same.`
		: `${next.label} is ${lead} dearer${doubt}.`;
}

function rowOf(bar: Bar, report: Report): ViewRow {
	const option = report.options.find(({ id }) => id === bar.id);
	const blocks = option === undefined ? undefined : blocksOver(option, 'all');
	const hasRows = option !== undefined && option.rows.length > 0;
	const why = option?.error?.message ?? option?.statusReason ?? 'There is no figure.';
	const cell = (amount: MoneyOrGap | undefined): Cell => {
		if (!hasRows || amount === undefined) return { gap: why };
		return isGap(amount) ? { gap: amount.reason } : { text: formatCellExact(amount) };
	};
	const { id, label, base, best, mark } = bar;
	return {
		id,
		label,
		base,
		best,
		...(mark === undefined ? {} : { mark }),
		cells: [blocks?.infra, blocks?.running, blocks?.oneOff, blocks?.spend].map(cell)
	};
}

/** Sources of the report, each publication once, those behind most assumptions first. */
function weightiest({ sources, assumptions }: Report): readonly ReportSource[] {
	const uses = new Map<string, number>();
	for (const { source } of assumptions) {
		if (source !== undefined) uses.set(source, (uses.get(source) ?? 0) + 1);
	}
	const sorted = [...sources].sort((a, b) => (uses.get(b.id) ?? 0) - (uses.get(a.id) ?? 0));
	const seen = new Set<string>();
	return sorted.filter(({ publisher, title }) => {
		const key = `${publisher} ${title}`;
		const isNew = !seen.has(key);
		seen.add(key);
		return isNew;
	});
}

/** How a live figure moved since a day; absent where it reads the same. */
export function movedSince(now: Report, then: Report, day: string): Before | undefined {
	const [current, former] = [cheapestOf(now), cheapestOf(then)];
	if (former === undefined || isGap(former.totals.spend)) return undefined;
	const total = formatMoneyCompact(former.totals.spend, then.currency);
	const isSame =
		current !== undefined &&
		current.id === former.id &&
		!isGap(current.totals.spend) &&
		formatMoneyCompact(current.totals.spend, now.currency) === total;
	if (isSame) return undefined;
	return { total, day, ...(current?.id === former.id ? {} : { label: former.label }) };
}

/** The chart of a view, for whatever draws bars. */
export const specOf = (view: EmbedView): BarSpec => ({
	kind: 'bars',
	layout: 'stacked',
	id: 'cost',
	title: `Total cost over ${view.months} months, by option`,
	finding: view.finding,
	notes: view.notes,
	series: view.series,
	bars: view.bars,
	endBy: 'name',
	axis: {
		label: `${view.currency} over ${view.months} months`,
		short: (value) => formatMoneyCompact(value, view.currency),
		full: (value) => `${formatCellExact(value.toFixed(2))} ${view.currency}`
	}
});

/** Bars of what can be chosen, cheapest first: without a mesh nothing is spent, which is no answer. */
export const choosable = (view: EmbedView): readonly Bar[] =>
	view.bars.filter((bar) => bar.mark === undefined && bar.id !== 'no-mesh');
