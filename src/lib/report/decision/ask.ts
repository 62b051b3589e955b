import { formatMoneyCompact } from '../../format/money.ts';
import { formatCount } from '../../format/number.ts';
import type { Money, Report, ReportAsk, ReportComparison, ReportFunding } from '../types.ts';
import { isFirstOpen } from './words.ts';

type Told = Pick<Report, 'options' | 'comparison' | 'months' | 'currency'>;

/** A budget holds when it is enough in nine futures of ten: the amount asked for is P90. */
const CONFIDENCE = 0.9;

/** An option that costs least in fewer futures than this is not named beside the first. */
const CONTENDS = 0.1;

/**
 * What the report asks money for: one option, or those between which the futures do not decide. Nothing
 * where no option can be chosen.
 */
export function askOf(report: Told): ReportAsk | undefined {
	const options = contenders(report.comparison).flatMap((id) => fundingOf(report, id) ?? []);
	const [first] = options;
	if (first === undefined) return undefined;
	const isDrawn = options.every(({ median }) => median !== undefined);
	return {
		options,
		...(isDrawn ? { confidence: CONFIDENCE } : {}),
		words: options.length === 1 ? fundWords(report, first) : openWords(report, options)
	};
}

const isEqual = (lead: Money | undefined): boolean => lead !== undefined && Number(lead) === 0;

/** Ids of what may turn out cheapest, in the order of the ranking. */
function contenders(comparison: ReportComparison): readonly string[] {
	const { ranking, lead, probabilityCheapest } = comparison;
	const isTie = isEqual(lead) && probabilityCheapest === undefined;
	if (!isTie && !isFirstOpen(comparison)) return ranking.slice(0, 1);
	return ranking.filter((id, at) => at < 2 || (probabilityCheapest?.[id] ?? 0) >= CONTENDS);
}

function fundingOf({ options }: Told, id: string): ReportFunding | undefined {
	const option = options.find((known) => known.id === id);
	const planned = option?.totals.spend;
	if (option === undefined || typeof planned !== 'string') return undefined;
	const { range } = option;
	return range === undefined
		? { option: id, amount: planned, planned }
		: { option: id, amount: range.p90, planned, median: range.p50 };
}

const nameOf = ({ options }: Told, { option: id }: ReportFunding): string =>
	options.find((known) => known.id === id)?.label ?? id;

function fundWords(report: Told, { amount, planned, median, option }: ReportFunding): string {
	const money = (value: string): string => formatMoneyCompact(value, report.currency);
	const label = nameOf(report, { option, amount, planned });
	const ask = `Fund ${label} with ${money(amount)} over ${formatCount(report.months)} months`;
	if (median === undefined) return `${ask}: ${UNDRAWN}`;
	const range = report.options.find(({ id }) => id === option)?.range;
	return range?.p10 === range?.p90
		? `${ask}: the plan’s own figure, none of its inputs has a range`
		: `${ask}: enough in 9 of 10 futures (planned ${money(planned)}, median ${money(median)})`;
}

const UNDRAWN = 'the plan’s own figure, no range was drawn';

function openWords(report: Told, options: readonly ReportFunding[]): string {
	const { comparison, months, currency } = report;
	const money = (value: string): string => formatMoneyCompact(value, currency);
	const names = listed(
		options.map((option) => nameOf(report, option)),
		'and'
	);
	const what = isEqual(comparison.lead) ? 'cost the same as planned' : 'are too close to call';
	const amounts = listed(
		options.map(({ amount }) => money(amount)),
		'or'
	);
	const either = `${names} ${what}: ${amounts} over ${formatCount(months)} months`;
	const isDrawn = options.every(({ median }) => median !== undefined);
	if (!isDrawn) return `${either}, ${UNDRAWN}`;
	const planned = listed(
		options.map((option) => money(option.planned)),
		'and'
	);
	const { settle } = comparison;
	const measure = settle === undefined ? '' : `; measure “${settle.label}” first`;
	return `${either}, each enough in 9 of 10 futures (planned ${planned})${measure}`;
}

/** "a", "a or b", "a, b or c". */
function listed(items: readonly string[], word: 'and' | 'or'): string {
	const last = items.at(-1) ?? '';
	const before = items.slice(0, -1);
	return before.length === 0 ? last : `${before.join(', ')} ${word} ${last}`;
}
