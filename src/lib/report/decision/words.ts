import { formatMoneyCompact, formatMoneySpread } from '../../format/money.ts';
import type { Report, ReportComparison } from '../types.ts';
import { flipWords } from './crossing-words.ts';

/** "83 of 100": never all or none of what a sample cannot exclude. */
export function futures(probability: number): string {
	const of100 = Math.round(probability * 100);
	if (of100 === 100 && probability < 1) return 'more than 99 of 100';
	if (of100 === 0 && probability > 0) return 'fewer than 1 of 100';
	return `${of100} of 100`;
}

/** Below this the first place itself is open (`model.md` §15). */
export const SURE = 0.8;

/** Whether the futures leave open which option costs least. */
export const isFirstOpen = ({
	pair,
	probabilityCheapest
}: Pick<ReportComparison, 'pair' | 'probabilityCheapest'>): boolean =>
	pair !== undefined &&
	probabilityCheapest !== undefined &&
	(probabilityCheapest[pair.a] ?? 0) < SURE;

/** How sure the answer is, in words; nothing where there are no two options to compare. */
export function doubtWords({
	options,
	comparison,
	currency
}: Pick<Report, 'options' | 'comparison' | 'currency'>): string | undefined {
	const { pair, probabilityCheapest, tooCloseToCall, settle } = comparison;
	if (pair === undefined || probabilityCheapest === undefined) return undefined;
	const nameOf = (id: string): string => options.find((option) => option.id === id)?.label ?? id;
	const chance = (id: string): string => futures(probabilityCheapest[id] ?? 0);
	const { p10, p50, p90 } = pair.difference;
	const gap = formatMoneyCompact(Math.abs(Number(p50)), currency);
	const spread = formatMoneySpread((Number(p90) - Number(p10)) / 2, currency);
	const [a, b] = [nameOf(pair.a), nameOf(pair.b)];
	const lead =
		Number(p50) <= 0
			? `at the median it costs ${gap} ${spread} less than ${b}`
			: `${b} is ${gap} ${spread} cheaper at the median`;
	const isOpen = isFirstOpen(comparison);
	const first = isOpen
		? `Too close to call: ${a} costs least in ${chance(pair.a)} futures, ${b} in ${chance(pair.b)}`
		: `${a} costs least in ${chance(pair.a)} futures`;
	const order =
		isOpen || tooCloseToCall !== true
			? ''
			: ` The order of the others is too close to call: the whole order holds in ${futures(comparison.rankStability ?? 0)}.`;
	const flips = flipWords(comparison.breakEvens ?? [], pair.a);
	const flip = flips === undefined ? '' : `; it flips if ${flips}`;
	const measure =
		settle === undefined ? '' : ` Measuring “${settle.label}” would settle most of what is open.`;
	return `${first}; ${lead}${flip}.${order}${measure}`;
}
