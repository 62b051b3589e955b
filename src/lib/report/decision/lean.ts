import { formatMoneyCompact } from '../../format/money.ts';
import type { Report, ReportOption, ReportWarning } from '../types.ts';

/**
 * Why a planned total may lie outside eight of ten futures: a reader who checks numbers asks at once.
 * One note for all options that lie on one side.
 */
export function leanNotes({
	options,
	currency
}: Pick<Report, 'options' | 'currency'>): readonly ReportWarning[] {
	return [below(options, currency), above(options, currency)].flatMap((note) => note ?? []);
}

type Options = readonly ReportOption[];

function below(options: Options, currency: string): ReportWarning | undefined {
	const out = options.filter((option) => gapTo(option, 'p10') < 0);
	return noteOf(out, {
		where: `below their own P10${amountOf(out, 'p10', currency)}`,
		why: 'most ranges reach further up than down',
		advice: 'A budget is safer with P50 or more.'
	});
}

function above(options: Options, currency: string): ReportWarning | undefined {
	const out = options.filter((option) => gapTo(option, 'p90') > 0);
	return noteOf(out, {
		where: `above their own P90${amountOf(out, 'p90', currency)}`,
		why: 'most ranges reach further down than up',
		advice: 'P50 is what half of the futures stay under.'
	});
}

/**
 * Planned total less an end of the range; 0 where one of the two is not known, and where both read the
 * same: a total adds up cents, a range does not.
 */
function gapTo({ totals, range }: ReportOption, end: 'p10' | 'p90'): number {
	if (range === undefined || typeof totals.spend !== 'string') return 0;
	const read = (amount: string): string => formatMoneyCompact(amount, 'USD');
	if (read(totals.spend) === read(range[end])) return 0;
	return Number(totals.spend) - Number(range[end]);
}

/** The two amounts, where one option is meant: more would be a table. */
function amountOf(options: Options, end: 'p10' | 'p90', currency: string): string {
	const [only, ...others] = options;
	if (only?.range === undefined || others.length > 0 || typeof only.totals.spend !== 'string')
		return '';
	const written = (amount: string): string => formatMoneyCompact(amount, currency);
	return ` (${written(only.totals.spend)} against ${written(only.range[end])})`;
}

interface Words {
	readonly where: string;
	readonly why: string;
	readonly advice: string;
}

function noteOf(options: Options, { where, why, advice }: Words): ReportWarning | undefined {
	if (options.length === 0) return undefined;
	const names = options.map(({ label }) => label).join(', ');
	return {
		code: 'POINT_OUTSIDE_RANGE',
		options: options.map(({ id }) => id),
		message: `Planned totals ${where}: ${names}. They take the likely value of every input, and ${why}. ${advice}`
	};
}
