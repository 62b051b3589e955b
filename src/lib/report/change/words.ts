import { formatMoneyDifference } from '../../format/money.ts';
import { formatNumber } from '../../format/number.ts';
import { formatPercent } from '../../format/quantity.ts';
import type { Report } from '../types.ts';
import type { ChangeCause, ChangeOption } from './types.ts';

const MOST_SAID = 2;

/** "Price of a node from 0.40 to 0.42". */
export const causeWords = ({ label, before, after }: ChangeCause): string =>
	`${label} from ${before === undefined ? 'none' : formatNumber(Number(before))} to ${after === undefined ? 'none' : formatNumber(Number(after))}`;

/** "+4.1 %", or the amount where there is no share. */
export function shareWords({ share, difference }: ChangeOption, currency: string): string {
	if (share !== undefined) return `${share > 0 ? '+' : ''}${formatPercent(share)}`;
	return difference === undefined ? 'not comparable' : formatMoneyDifference(difference, currency);
}

/** The option that a reader asks about first. */
export const bestOf = (
	options: readonly ChangeOption[],
	report: Report
): ChangeOption | undefined =>
	options.find(({ id }) => id === report.comparison.cheapest) ?? options[0];

/** What changed for the cheapest option, and why. */
export function changeWords(options: readonly ChangeOption[], report: Report): string {
	const best = bestOf(options, report);
	if (best === undefined) return 'The plans have no option in common.';
	if (options.every(({ difference, rows }) => Number(difference ?? 1) === 0 && rows.length === 0)) {
		return 'Nothing differs.';
	}
	const causes = best.causes.slice(0, MOST_SAID).map(causeWords);
	const why = causes.length === 0 ? '' : `, because ${causes.join(' and ')}`;
	return `${best.label}: ${shareWords(best, report.currency)}${why}.`;
}
