import { isGap } from '../../report/gap.ts';
import { addMoney } from '../../report/rows.ts';
import type { MoneyOrGap, Report } from '../../report/types.ts';
import { yearHeads, yearsNote, yearsOf } from '../../report/years.ts';
import { fixedAddress, onSheet, type Entry, type Grid } from './grid.ts';
import { lineItemCell } from './line-items.ts';
import type { OptionCells } from './option-rows.ts';
import { COLUMN, LINE_ITEMS } from './places.ts';
import { STYLES } from './styles.ts';

const money = (formula: string, value: MoneyOrGap): Entry =>
	isGap(value)
		? { formula: `IFERROR(${formula},"")`, result: '', style: STYLES.money }
		: { formula, result: Number(value), style: STYLES.money };

/** Spend by plan year, month 0 apart. */
export function years(grid: Grid, report: Report, options: readonly OptionCells[]): void {
	const spans = yearsOf(report);
	const kind = report.fiscalYearStart === undefined ? 'year of the plan' : 'fiscal year';
	grid.line([{ text: `Spend by ${kind}`, style: STYLES.section }]);
	grid.line(
		['Option', ...yearHeads(report)].map((text, column) => ({
			text,
			style: column === 0 ? STYLES.head : STYLES.headNumber
		}))
	);
	const note = yearsNote(report);
	for (const cells of options) {
		const row = cells.rows.get('total.spend');
		if (row === undefined) continue;
		const line: Entry[] = [{ text: cells.option.label, style: STYLES.text }];
		line.push(money(lineItemCell(row, COLUMN.zero), cells.option.totals.oneOff));
		for (const span of spans) {
			const from = fixedAddress(row, COLUMN.zero + span.from + 1);
			const to = fixedAddress(row, COLUMN.zero + span.to);
			const value = yearOf(cells, span.from, span.to);
			const range = `${onSheet(LINE_ITEMS, from)}:${to}`;
			line.push({
				formula: isGap(value) ? `IF(COUNT(${range})=0,"",SUM(${range}))` : `SUM(${range})`,
				result: isGap(value) ? '' : Number(value),
				style: STYLES.money
			});
		}
		line.push({
			...money(lineItemCell(row, COLUMN.all), cells.option.totals.spend),
			style: STYLES.moneyBold
		});
		grid.line(line);
	}
	if (note !== '') grid.line([{ text: note, style: STYLES.note }]);
}

const yearOf = ({ option }: OptionCells, from: number, to: number): MoneyOrGap =>
	addMoney(
		option.rows
			.filter(({ block }) => block === 'infra' || block === 'support')
			.flatMap(({ monthly }) => monthly.slice(from, to))
	);
