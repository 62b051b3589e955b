import { isGap } from '../../report/gap.ts';
import type { Report } from '../../report/types.ts';
import { fixedAddress, Grid, onSheet, type Entry } from './grid.ts';
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

/** Of the first verdict, below its heading and heads; totals and margins follow. */
const FIRST_ROW = 6;

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
		text: 'Whether each option can be worked out, whether the sheet still says what was exported, and how much room each input has.',
		style: STYLES.note
	});
	const priced = options.filter(({ rows }) => rows.size > 0);
	section(grid, FIRST_ROW - 2, 'Can each option be worked out? The fault, where one cannot.', [
		{ text: 'Option', style: STYLES.head },
		{ text: 'Answer', style: STYLES.head }
	]);
	totals(grid, FIRST_ROW + priced.length + 1, priced, summary);
	let row = grid.nextRow + 3;
	section(
		grid,
		row - 2,
		'Lowest margins over all months: at 0 or below, the option stops with the fault named.',
		[
			{ text: 'Option', style: STYLES.head },
			{ text: 'Margin', style: STYLES.headNumber },
			{ text: 'Must be above 0, or', style: STYLES.headAfter }
		]
	);
	priced.forEach((cells, at) => {
		const from = row;
		for (const [id, line] of cells.checks) guard(grid, cells, id, line, row++);
		verdict(grid, cells, FIRST_ROW + at, from, row - 1);
	});
	return grid;
}

/** A heading, and below it the heads of its table. */
function section(grid: Grid, row: number, title: string, heads: readonly Entry[]): void {
	grid.put(row, 1, { text: title, style: STYLES.section });
	heads.forEach((head, at) => grid.put(row + 1, at + 1, head));
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
	grid.put(row, 3, { text: step.label.replace(/^Above 0, or /, ''), style: STYLES.after });
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
	titleRow: number,
	priced: readonly OptionCells[],
	summary: SummaryCells
): void {
	section(
		grid,
		titleRow,
		'Does the sheet still say what was exported? It differs once a blue cell is changed.',
		[
			{ text: 'Option', style: STYLES.head },
			{ text: 'Total', style: STYLES.head },
			...['In the sheet', 'As exported', 'Difference'].map((text) => ({
				text,
				style: STYLES.headNumber
			})),
			{ text: 'Within half a cent', style: STYLES.headAfter }
		]
	);
	let row = titleRow + 2;
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
				style: STYLES.after
			});
			row++;
		}
	}
}

const WATCHED = [
	['spend', 'Total spend'],
	['present', 'Present value']
] as const;
