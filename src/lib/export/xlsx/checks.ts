import { isGap } from '../../report/gap.ts';
import type { Report } from '../../report/types.ts';
import { fixedAddress, Grid, onSheet } from './grid.ts';
import type { OptionCells } from './option-rows.ts';
import { columnName } from './grid.ts';
import { COLUMN, LINE_ITEMS } from './places.ts';
import { STYLES } from './styles.ts';
import type { SummaryCells } from './summary.ts';

export const CHECKS = 'Checks';

/** Half a cent: what rounding may leave between the sheet and the tool. */
const TOLERANCE = 0.005;

export interface Checks {
	readonly grid: Grid;
	/** Cell that says "ok" or the code of the fault of an option. */
	readonly faults: ReadonlyMap<string, string>;
}

/** Rows from here on: one a check of the model, then totals against what was exported. */
const FIRST_ROW = 5;

/** Where the fault of each option will stand, so that the summary can point there. */
export function faultCells(options: readonly OptionCells[]): ReadonlyMap<string, string> {
	return new Map(
		options
			.filter(({ rows }) => rows.size > 0)
			.map(({ option }, at) => [option.id, onSheet(CHECKS, fixedAddress(FIRST_ROW + at, 2))])
	);
}

/** The sheet that tells whether to believe the others. */
export function checksSheet(
	report: Report,
	options: readonly OptionCells[],
	summary: SummaryCells
): Grid {
	const grid = new Grid(CHECKS);
	grid.put(1, 1, { text: `${report.name}: checks`, style: STYLES.title });
	grid.put(2, 1, {
		text: 'What the model asks of its inputs, and whether the sheet still says what was exported. It differs once a blue cell is changed.',
		style: STYLES.note
	});
	const priced = options.filter(({ rows }) => rows.size > 0);
	const guardRow = FIRST_ROW + priced.length + 2;
	const totalsRow = guardRow + priced.reduce((sum, { checks }) => sum + checks.size, 0) + 2;
	['Option', 'Can be worked out'].forEach((text, at) =>
		grid.put(FIRST_ROW - 1, at + 1, { text, style: STYLES.head })
	);
	let row = guardRow;
	['Option', 'Lowest margin, must be above 0', 'Check'].forEach((text, at) =>
		grid.put(guardRow - 1, at + 1, { text, style: STYLES.head })
	);
	priced.forEach((cells, at) => {
		const from = row;
		for (const [id, line] of cells.checks) guard(grid, cells, id, line, row++);
		verdict(grid, cells, FIRST_ROW + at, from, row - 1);
	});
	totals(grid, totalsRow, priced, summary);
	return grid;
}

function guard(grid: Grid, cells: OptionCells, id: string, line: number, row: number): void {
	const { workings } = cells;
	const step = workings?.reading.steps.find((known) => known.id === id);
	if (workings === undefined || step === undefined) return;
	const months = step.monthly ? workings.months : 1;
	const first = step.monthly ? COLUMN.zero + 1 : COLUMN.all;
	const last = step.monthly ? COLUMN.zero + months : COLUMN.all;
	const range = `'${LINE_ITEMS}'!$${columnName(first)}$${line}:$${columnName(last)}$${line}`;
	const values = Array.from({ length: months }, (_, k) => workings.value(id, k));
	const known = values.flatMap((value) => (value === undefined ? [] : [value]));
	grid.put(row, 1, { text: cells.option.label, style: STYLES.text });
	grid.put(row, 2, {
		formula: `IF(COUNT(${range})=0,1,MIN(${range}))`,
		result: known.length === 0 ? 1 : Math.min(...known),
		style: STYLES.number
	});
	grid.put(row, 3, { text: step.label, style: STYLES.text });
}

function verdict(grid: Grid, cells: OptionCells, row: number, from: number, to: number): void {
	grid.put(row, 1, { text: cells.option.label, style: STYLES.text });
	const margins = `$B$${from}:$B$${to}`;
	const fault = `INDEX($C$${from}:$C$${to},MATCH(TRUE,INDEX(${margins}<=0,0),0))`;
	grid.put(row, 2, {
		formula: to < from ? '"ok"' : `IF(MIN(${margins})>0,"ok",${fault})`,
		result: 'ok',
		style: STYLES.text
	});
}

function totals(
	grid: Grid,
	headRow: number,
	priced: readonly OptionCells[],
	summary: SummaryCells
): void {
	['Option', 'Total', 'In the sheet', 'As exported', 'Difference', 'Within half a cent'].forEach(
		(text, at) => grid.put(headRow, at + 1, { text, style: STYLES.head })
	);
	let row = headRow + 1;
	for (const { option } of priced) {
		for (const [key, label] of WATCHED) {
			const value = key === 'spend' ? option.totals.spend : option.totals.presentValue;
			const cell = summary.get(option.id)?.[key];
			if (isGap(value) || cell === undefined) continue;
			const [now, then, gap] = [3, 4, 5].map((column) => fixedAddress(row, column));
			grid.put(row, 1, { text: option.label, style: STYLES.text });
			grid.put(row, 2, { text: label, style: STYLES.text });
			grid.put(row, 3, { formula: cell, result: Number(value), style: STYLES.money });
			grid.put(row, 4, { number: Number(value), style: STYLES.computedMoney });
			grid.put(row, 5, { formula: `${now}-${then}`, result: 0, style: STYLES.money });
			grid.put(row, 6, {
				formula: `IF(ABS(${gap})<=${TOLERANCE},"yes","no: changed since")`,
				result: 'yes',
				style: STYLES.text
			});
			row++;
		}
	}
}

const WATCHED = [
	['spend', 'Total spend'],
	['present', 'Present value']
] as const;
