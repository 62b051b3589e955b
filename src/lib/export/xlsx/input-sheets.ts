import type { Report, ReportSource } from '../../report/types.ts';
import { fixedAddress, Grid, onSheet, type Entry } from './grid.ts';
import type { InputCell } from './inputs.ts';
import { STYLES } from './styles.ts';

export const ASSUMPTIONS = 'Assumptions';
export const PRICES = 'Prices and sources';

/** A defined name and the cell it stands for. */
export interface DefinedName {
	readonly name: string;
	readonly range: string;
}

export interface InputSheet {
	readonly grid: Grid;
	readonly names: readonly DefinedName[];
}

/** Columns: what, value, unit, low, high, whose word, option, source, as of, reason, name, exported. */
const HEADS = [
	'Input',
	'Value',
	'Unit',
	'Low',
	'High',
	'Basis',
	'Option',
	'Source',
	'As of',
	'Reason',
	'Name',
	'As exported',
	'Changed'
];
const VALUE = 2;
const EXPORTED = 12;

/** Rate of exchange of a report in another currency. */
export interface Exchange {
	readonly name: string;
	readonly rate: number;
	readonly label: string;
	readonly asOf: string;
	readonly source: string | undefined;
}

export function assumptionsSheet(
	cells: readonly InputCell[],
	report: Report,
	exchange: Exchange | undefined
): InputSheet {
	const grid = new Grid(ASSUMPTIONS);
	grid.put(1, 1, { text: `${report.name}: assumptions`, style: STYLES.title });
	grid.put(2, 1, {
		text: 'Blue cells may be changed: everything follows. "default" in Basis marks what nobody has set; formulas follow from other inputs.',
		style: STYLES.note
	});
	const names = inputTable(grid, 4, cells);
	if (exchange === undefined) return { grid, names };
	const row = grid.line([
		{ text: exchange.label, style: STYLES.text },
		{ number: exchange.rate, style: STYLES.input },
		{ text: `${report.currency} for 1 USD`, style: STYLES.after },
		undefined,
		undefined,
		{ text: 'user', style: STYLES.after },
		undefined,
		exchange.source === undefined ? undefined : { text: exchange.source, style: STYLES.text },
		{ text: exchange.asOf, style: STYLES.text },
		undefined,
		{ text: exchange.name, style: STYLES.quiet },
		{ number: exchange.rate, style: STYLES.computed }
	]);
	return { grid, names: [...names, { name: exchange.name, range: cellAt(grid, row) }] };
}

export function pricesSheet(cells: readonly InputCell[], report: Report): InputSheet {
	const grid = new Grid(PRICES);
	grid.put(1, 1, { text: `${report.name}: prices and sources`, style: STYLES.title });
	grid.put(2, 1, {
		text: 'Prices in US dollars. Blue cells may be changed: everything follows. A price that is not available is not published, never 0: write the one you were offered.',
		style: STYLES.note
	});
	const names = inputTable(grid, 4, cells);
	grid.skip(1);
	grid.line([{ text: 'Sources', style: STYLES.section }]);
	sourceLines(grid, report.sources);
	return { grid, names };
}

/** Columns of the table of prices that sources stand in too: their keys are below "Source". */
const SOURCE_COLUMNS: readonly {
	readonly column: number;
	readonly head: string;
	readonly of: (source: ReportSource) => string;
}[] = [
	{ column: 1, head: 'Publisher', of: ({ publisher }) => publisher },
	{ column: 3, head: 'Age', of: ({ stale }) => (stale === true ? 'older than 90 days' : '') },
	{ column: 8, head: 'Key', of: ({ id }) => id },
	{ column: 9, head: 'Read on', of: ({ retrieved }) => retrieved },
	{
		column: 10,
		head: 'Title, address and place',
		of: ({ title, url, locator }) =>
			[title, url, locator].filter((part) => part !== undefined).join(' · ')
	}
];

function sourceLines(grid: Grid, sources: readonly ReportSource[]): void {
	const row = grid.nextRow;
	for (const { column, head, of } of SOURCE_COLUMNS) {
		grid.put(row, column, { text: head, style: STYLES.head });
		const style = [8, 10].includes(column) ? STYLES.wrapped : STYLES.top;
		sources.forEach((source, at) => grid.put(row + 1 + at, column, { text: of(source), style }));
	}
}

const cellAt = (grid: Grid, row: number): string => onSheet(grid.name, fixedAddress(row, VALUE));

/** Heads stand over their cells: numbers right, text beside a number a little apart. */
function headStyle(text: string): Entry['style'] {
	if (['Value', 'Low', 'High', 'As exported'].includes(text)) return STYLES.headNumber;
	return ['Unit', 'Basis', 'Changed'].includes(text) ? STYLES.headAfter : STYLES.head;
}

function inputTable(
	grid: Grid,
	headRow: number,
	cells: readonly InputCell[]
): readonly DefinedName[] {
	HEADS.forEach((text, at) => grid.put(headRow, at + 1, { text, style: headStyle(text) }));
	return cells.map((cell) => {
		const row = grid.line(inputLine(cell, grid.nextRow));
		return { name: cell.name, range: cellAt(grid, row) };
	});
}

function inputLine(cell: InputCell, row: number): readonly (Entry | undefined)[] {
	const { assumption: it, value } = cell;
	const text = (words: string | undefined): Entry | undefined =>
		words === undefined ? undefined : { text: words, style: STYLES.text };
	const wrapped = (words: string | undefined): Entry | undefined =>
		words === undefined ? undefined : { text: words, style: STYLES.wrapped };
	const limit = (amount: string | undefined): Entry | undefined =>
		amount === undefined ? undefined : { number: Number(amount), style: STYLES.number };
	const [now, exported] = [fixedAddress(row, VALUE), fixedAddress(row, EXPORTED)];
	return [
		text(it.label),
		valueEntry(cell),
		{ text: it.unit === '1' ? '' : it.unit, style: STYLES.after },
		limit(it.low),
		limit(it.high),
		{ text: it.basis, style: STYLES.after },
		text(it.option ?? 'all'),
		wrapped(it.source),
		text(it.asOf),
		wrapped(it.reason),
		{ text: cell.name, style: STYLES.quiet },
		value === undefined ? undefined : { number: value, style: STYLES.computed },
		{
			formula:
				value === undefined
					? `IF(ISNUMBER(${now}),"set","")`
					: `IF(${now}=${exported},"","changed")`,
			result: '',
			style: STYLES.quiet
		}
	];
}

function valueEntry({ value, formula, computed }: InputCell): Entry {
	if (value === undefined) return { text: 'not available', style: STYLES.input };
	if (formula !== undefined) return { formula, result: value, style: STYLES.number };
	return { number: value, style: computed ? STYLES.computed : STYLES.input };
}
