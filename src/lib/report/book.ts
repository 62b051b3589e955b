import { minorUnits, roundCell, roundToMinor, type Rounding } from '../engine/after/rounding.ts';
import { Decimal } from '../engine/decimal.ts';
import { blockOf, ROW_KEYS, type Block, type RowKey } from '../engine/rows.ts';
import type { ReadingKind } from '../engine/run.ts';
import type { Currency } from './work-out.ts';

/** One row in whole minor units, months 0 to N, each cell rounded once; the total adds them up. */
export interface BookRow {
	readonly cells: readonly bigint[];
	readonly total: bigint;
}

/** The ledger as a report shows it: rows without a figure are not in it. */
export interface Book {
	readonly minorUnit: number;
	readonly rounding: Rounding;
	/** By which reading it was made, and so is converted. */
	readonly reading: ReadingKind;
	readonly rows: ReadonlyMap<RowKey, BookRow>;
	/** Nodes and licence billed the other way. */
	readonly otherwise: ReadonlyMap<RowKey, BookRow>;
}

export const bookRow = (cells: readonly bigint[]): BookRow => ({
	cells,
	total: cells.reduce((sum, cell) => (cell === 0n ? sum : sum + cell), 0n)
});

/** Rows that bill otherwise when nodes do: a licence may be a share of what is spent. */
export const OTHERWISE = {
	'infra.compute': 'other.compute',
	'support.licence': 'other.licence'
} as const satisfies Partial<Record<RowKey, string>>;

export const rowsIn = (...blocks: readonly Block[]): readonly RowKey[] =>
	ROW_KEYS.filter((key) => blocks.includes(blockOf(key)));

export const SPEND: readonly RowKey[] = rowsIn('infra', 'support');

/** Sum over rows; nothing where one of them lacks a figure. */
export function sumOf(
	rows: ReadonlyMap<RowKey, BookRow>,
	keys: readonly RowKey[],
	amount: (row: BookRow) => bigint = ({ total }) => total
): bigint | undefined {
	let sum = 0n;
	for (const key of keys) {
		const row = rows.get(key);
		if (row === undefined) return undefined;
		sum += amount(row);
	}
	return sum;
}

/** Rows with nodes billed the other way: whole nodes instead of the share used, or the reverse. */
export function rowsOtherwise({ rows, otherwise }: Book): ReadonlyMap<RowKey, BookRow> {
	const mixed = new Map(rows);
	for (const key of ROW_KEYS) {
		if (!(key in OTHERWISE)) continue;
		const row = otherwise.get(key);
		if (row === undefined) mixed.delete(key);
		else mixed.set(key, row);
	}
	return mixed;
}

/** The book in the currency of a report: cells converted and rounded anew, totals added up again. */
export function bookIn(book: Book, { rate, minorUnit }: Currency): Book {
	if (rate === undefined) return book;
	const { rounding, reading } = book;
	const how = { minorUnit, rounding };
	const one = new Decimal(rate).div(10 ** book.minorUnit);
	const each = one.toNumber();
	const exactly = (cell: bigint): bigint =>
		minorUnits(roundCell(one.times(cell.toString()), how), how);
	const convert = (cell: bigint): bigint => {
		if (cell === 0n) return cell;
		return reading === 'exact' ? exactly(cell) : roundToMinor(Number(cell) * each, how);
	};
	const all = (rows: ReadonlyMap<RowKey, BookRow>): ReadonlyMap<RowKey, BookRow> =>
		new Map([...rows].map(([key, { cells }]) => [key, bookRow(cells.map(convert))] as const));
	return { ...how, reading, rows: all(book.rows), otherwise: all(book.otherwise) };
}

/** Whole minor units as decimal text: −1230 is "-12.30" in dollars. */
export function moneyOf(minor: bigint, { minorUnit }: Pick<Currency, 'minorUnit'>): string {
	const sign = minor < 0n ? '-' : '';
	const digits = (minor < 0n ? -minor : minor).toString().padStart(minorUnit + 1, '0');
	const at = digits.length - minorUnit;
	return minorUnit === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, at)}.${digits.slice(at)}`;
}
