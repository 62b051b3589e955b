import type { WorkbookStep } from '../../engine/graph/workbook.ts';
import type { Sheet } from '../../engine/graph/workbook-text.ts';
import { addMoney } from '../../report/rows.ts';
import { isGap } from '../../report/gap.ts';
import type { Block, MoneyOrGap, ReportOption, ReportRow } from '../../report/types.ts';
import { address, columnName, type Entry, type Grid } from './grid.ts';
import type { LineItemsAsked } from './line-items.ts';
import { COLUMN, DISCOUNTED, monthRange, TOTALS, type Discounted } from './places.ts';
import { roundedFormula } from './rounding.ts';
import { STYLES } from './styles.ts';
import { sheetOf, type Workings } from './workings.ts';

/** Rows of an option that other sheets refer to. */
export interface OptionCells {
	readonly option: ReportOption;
	readonly workings: Workings | undefined;
	/** By key of a row or total. */
	readonly rows: ReadonlyMap<string, number>;
	readonly present: ReadonlyMap<Discounted, number>;
	/** Row of each check, by its id. */
	readonly checks: ReadonlyMap<string, number>;
}

interface Asked extends LineItemsAsked {
	readonly grid: Grid;
	readonly option: ReportOption;
	readonly workings: Workings | undefined;
	readonly ledgerRow: number;
	readonly workingsRow: number;
}

/** Writes the ledger and the workings of one option. */
export function writeOption(asked: Asked): OptionCells {
	const { option, workings, ledgerRow } = asked;
	const rows = new Map<string, number>();
	if (option.rows.length === 0 || workings === undefined) {
		const note = option.error?.message ?? option.statusReason ?? 'not available';
		labels(asked, ledgerRow, { line: 'Not in the ledger', key: option.status, note });
		return { option, workings, rows, present: new Map(), checks: new Map() };
	}
	const sheet = sheetOf(workings, asked.inputs, asked.workingsRow);
	option.rows.forEach((row, at) => {
		rows.set(row.key, ledgerRow + at);
		ledgerLine({ ...asked, workings, sheet }, row, ledgerRow + at);
	});
	TOTALS.forEach((total, at) => {
		const row = ledgerRow + option.rows.length + at;
		rows.set(total.key, row);
		totalLine(asked, rows, total, row);
	});
	const steps = stepLines({ ...asked, workings, sheet });
	const present = presentLines({ ...asked, workings, sheet });
	const checks = new Map(workings.checks.map((id) => [id, steps.get(id) ?? 0]));
	return { option, workings, rows, present, checks };
}

interface Working extends Asked {
	readonly workings: Workings;
	readonly sheet: Sheet;
}

interface Labels {
	readonly block?: string;
	readonly line: string;
	readonly key: string;
	readonly unit?: string;
	readonly note?: string | undefined;
	readonly strong?: boolean;
}

function labels({ grid, option }: Asked, row: number, it: Labels): void {
	const style = it.strong === true ? STYLES.strong : STYLES.text;
	const texts = [option.label, it.block ?? '', it.line, it.key, it.unit ?? ''];
	texts.forEach((text, at) => grid.put(row, at + 1, { text, style }));
	if (it.note !== undefined) {
		grid.put(row, COLUMN.note, { text: it.note, style: STYLES.quiet });
	}
}

const cellsOf = (row: ReportRow): readonly MoneyOrGap[] => [row.month0, ...row.monthly];

function ledgerLine(asked: Working, row: ReportRow, at: number): void {
	const { grid, report } = asked;
	const note = [row.total, ...cellsOf(row)].find(isGap)?.reason;
	labels(asked, at, {
		block: row.block,
		line: row.label,
		key: row.key,
		unit: report.currency,
		note
	});
	cellsOf(row).forEach((cell, month) => {
		grid.put(at, COLUMN.zero + month, moneyCell(asked, row.key, cell, { month, row: at }));
	});
	grid.put(at, COLUMN.all, sumOf(monthRange(at, report.months), report.months + 1, row.total));
	grid.put(at, COLUMN.actual, { blank: true, style: STYLES.actual });
}

interface Place {
	readonly month: number;
	readonly row: number;
}

/** The step behind a cell, where the model has one for that month. */
function stepAt({ workings }: Working, key: string, month: number): string | undefined {
	const id = month === 0 ? `once.${key}` : key;
	return workings.reading.steps.some((step) => step.id === id) ? id : undefined;
}

/** Whether the step of a month has no figure of its own. */
function isEmptyAt(asked: Working, key: string, month: number): boolean {
	const id = stepAt(asked, key, month);
	return id !== undefined && asked.workings.value(id, Math.max(0, month - 1)) === undefined;
}

/** The step behind a cell of the ledger, rounded once; cash before the start only where there is some. */
function moneyCell(asked: Working, key: string, cell: MoneyOrGap, place: Place): Entry {
	const amount = amountOf(asked, key, place.month);
	if (!isGap(cell)) {
		return amount === undefined
			? { number: 0, style: STYLES.money }
			: { formula: amount.formula, result: Number(cell), style: STYLES.money };
	}
	// A row is known as a whole or not at all: what has a figure waits for what has none.
	const months = Array.from({ length: asked.report.months + 1 }, (_, month) => month);
	const missing = months.find((month) => isEmptyAt(asked, key, month));
	if (missing === undefined) return { text: '', style: STYLES.money };
	const waits =
		amount !== undefined && isEmptyAt(asked, key, place.month)
			? amount.step
			: address(place.row, COLUMN.zero + missing);
	const formula = `IF(ISNUMBER(${waits}),${amount?.formula ?? '0'},"")`;
	return { formula, result: '', style: STYLES.money };
}

function amountOf(
	asked: Working,
	key: string,
	month: number
): { readonly step: string; readonly formula: string } | undefined {
	const { workings, sheet, worked, rate } = asked;
	const id = stepAt(asked, key, month);
	if (id === undefined) return undefined;
	const step = sheet.step(id, Math.max(0, month - 1));
	const { rounding } = workings.run.record.choices;
	const { minorUnit } = worked.currency;
	const dollars = roundedFormula(step, { minorUnit: 2, rounding });
	const formula =
		rate === undefined ? dollars : roundedFormula(`${dollars}*${rate}`, { minorUnit, rounding });
	return { step, formula };
}

/** A sum that has no value while one of its cells has none. */
function sumOf(range: string, count: number, total: MoneyOrGap, style = STYLES.money): Entry {
	return isGap(total)
		? { formula: `IF(COUNT(${range})=${count},SUM(${range}),"")`, result: '', style }
		: { formula: `SUM(${range})`, result: Number(total), style };
}

function totalLine(
	asked: Asked,
	rows: ReadonlyMap<string, number>,
	{ key, label, blocks }: (typeof TOTALS)[number],
	at: number
): void {
	const { grid, option, report } = asked;
	labels(asked, at, { block: 'total', line: label, key, unit: report.currency, strong: true });
	const own = option.rows.filter(({ block }) => blocks.includes(block));
	const from = rows.get(own[0]?.key ?? '') ?? at;
	const to = rows.get(own.at(-1)?.key ?? '') ?? at;
	const column = (at: number, cell: (row: ReportRow) => MoneyOrGap): Entry => {
		const name = columnName(at);
		const total = addMoney(own.map(cell));
		return sumOf(`${name}${from}:${name}${to}`, own.length, total, STYLES.moneyStrong);
	};
	for (let month = 0; month <= report.months; month++) {
		const cell = column(COLUMN.zero + month, (row) => cellsOf(row)[month] ?? '0');
		grid.put(at, COLUMN.zero + month, cell);
	}
	grid.put(
		at,
		COLUMN.all,
		column(COLUMN.all, ({ total }) => total)
	);
	const actual = columnName(COLUMN.actual);
	grid.put(at, COLUMN.actual, {
		formula: `SUM(${actual}${from}:${actual}${to})`,
		result: 0,
		style: STYLES.moneyStrong
	});
}

/** One row a step, from `workingsRow` on; its row by its id. */
function stepLines(asked: Working): ReadonlyMap<string, number> {
	const { grid, workings, workingsRow, sheet } = asked;
	const rows = new Map<string, number>();
	workings.reading.steps.forEach((step, index) => {
		const at = workingsRow + index;
		rows.set(step.id, at);
		const note = step.computed ? 'computed by the tool' : step.why;
		labels(asked, at, { block: 'workings', line: step.label, key: step.id, unit: step.unit, note });
		const months = step.monthly ? workings.months : 1;
		for (let k = 0; k < months; k++) {
			const column = step.monthly ? COLUMN.zero + 1 + k : COLUMN.all;
			grid.put(at, column, stepCell({ workings, sheet }, step, k));
		}
	});
	return rows;
}

function stepCell(
	{ workings, sheet }: Pick<Working, 'workings' | 'sheet'>,
	step: WorkbookStep,
	k: number
): Entry {
	const value = workings.value(step.id, k);
	if (step.computed) {
		return value === undefined
			? { text: 'not available', style: STYLES.computed }
			: { number: value, style: STYLES.computed };
	}
	const formula = workings.reading.formula(step, sheet, k);
	return workings.isEmpty(step.id)
		? { formula: `IFERROR(${formula},"")`, result: value ?? '', style: STYLES.number }
		: { formula, result: value ?? '', style: STYLES.number };
}

/** Unrounded months 0…N of what present values are taken of. */
function presentLines(asked: Working): ReadonlyMap<Discounted, number> {
	const { grid, workings, option, workingsRow } = asked;
	const first = workingsRow + workings.reading.steps.length;
	const rows = new Map<Discounted, number>();
	DISCOUNTED.forEach(({ key, label, blocks }, index) => {
		const at = first + index;
		rows.set(key, at);
		labels(asked, at, {
			block: 'workings',
			line: label,
			key: `unrounded.${key}`,
			unit: 'USD/month'
		});
		for (let month = 0; month <= workings.months; month++) {
			grid.put(at, COLUMN.zero + month, unrounded(asked, keysOf(option, blocks), month));
		}
	});
	return rows;
}

const keysOf = ({ rows }: ReportOption, blocks: readonly Block[]): readonly string[] =>
	rows.filter(({ block }) => blocks.includes(block)).map(({ key }) => key);

function unrounded({ workings, sheet }: Working, keys: readonly string[], month: number): Entry {
	const k = Math.max(0, month - 1);
	const known = new Set(workings.reading.steps.map(({ id }) => id));
	const ids = keys.map((key) => (month === 0 ? `once.${key}` : key)).filter((id) => known.has(id));
	if (ids.length === 0) return { number: 0, style: STYLES.number };
	const formula = ids.map((id) => sheet.step(id, k)).join('+');
	const values = ids.map((id) => workings.value(id, k));
	const complete = values.every((value) => value !== undefined);
	const result = complete ? values.reduce((sum, value) => sum + (value ?? 0), 0) : '';
	return {
		formula: ids.some(workings.isEmpty) ? `IFERROR(${formula},"")` : formula,
		result,
		style: STYLES.number
	};
}
