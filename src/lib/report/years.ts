import { calendarMonth, fiscalYear, formatPlanMonth } from '../format/date.ts';
import { addMoney } from './rows.ts';
import type { Block, MoneyOrGap, Report, ReportOption } from './types.ts';

/** Months of the plan, from 0 on, that belong together: a year of the plan, or a fiscal one. */
interface Year {
	readonly head: string;
	readonly from: number;
	readonly to: number;
}

/** Fiscal years where the plan names the month in which they begin, else years of the plan. */
export function yearsOf({ months, startMonth, fiscalYearStart }: Report): readonly Year[] {
	const years: Year[] = [];
	for (let month = 0; month < months; month++) {
		const named =
			startMonth === undefined || fiscalYearStart === undefined
				? undefined
				: fiscalYear(calendarMonth(startMonth, month + 1), fiscalYearStart);
		const head = named === undefined ? `Year ${Math.floor(month / 12) + 1}` : `FY ${named}`;
		const last = years.at(-1);
		if (last?.head === head) years[years.length - 1] = { ...last, to: month + 1 };
		else years.push({ head, from: month, to: month + 1 });
	}
	return years;
}

/** What fiscal years are, and which of them the plan fills in part; nothing for years of the plan. */
export function yearsNote(report: Report): string {
	const { startMonth, fiscalYearStart } = report;
	if (startMonth === undefined || fiscalYearStart === undefined) return '';
	const parts = yearsOf(report)
		.filter(({ from, to }) => to - from < 12)
		.map(({ head, from, to }) => {
			const [first, last] = [from + 1, to].map((month) => formatPlanMonth(month, startMonth));
			return `${head} holds ${first === last ? first : `${first} to ${last}`}`;
		});
	const named = 'Fiscal years bear the year in which they end.';
	return parts.length === 0 ? named : `${named} ${parts.join('; ')}.`;
}

/** Heads of a table by year: what is paid before the start, each year, all of it. */
export const yearHeads = (report: Report): readonly string[] => [
	'One-off',
	...yearsOf(report).map(({ head }) => head),
	'Total'
];

/** Spend by year of the plan, one-off cash apart. */
export function yearTotals(
	option: ReportOption,
	blocks: readonly Block[],
	report: Report
): readonly MoneyOrGap[] {
	const rows = option.rows.filter(({ block }) => blocks.includes(block));
	return [
		addMoney(rows.map(({ month0 }) => month0)),
		...yearsOf(report).map(({ from, to }) =>
			addMoney(rows.flatMap(({ monthly }) => monthly.slice(from, to)))
		),
		addMoney(rows.map(({ total }) => total))
	];
}
