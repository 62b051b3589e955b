import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';

/** A cell: text, a number, or a formula with the value that it has now. */
export type Entry =
	| { readonly blank: true; readonly style: CellStyle }
	| { readonly text: string; readonly style?: CellStyle }
	| { readonly number: number; readonly style?: CellStyle }
	| {
			readonly formula: string;
			/** Empty text where the formula answers with no figure. */
			readonly result: number | string;
			readonly style?: CellStyle;
	  };

type SheetShape = Omit<WriteSheet, 'name' | 'cells' | 'rows'>;

/** One sheet under construction; rows and columns count from 1, as the reader sees them. */
export class Grid {
	readonly name: string;
	readonly #cells = new Map<string, Partial<Cell>>();
	#nextRow = 1;

	constructor(name: string) {
		this.name = name;
	}

	/** The first row below everything that was put. */
	get nextRow(): number {
		return this.#nextRow;
	}

	put(row: number, column: number, entry: Entry): void {
		this.#nextRow = Math.max(this.#nextRow, row + 1);
		this.#cells.set(`${row - 1},${column - 1}`, toCell(entry));
	}

	/** Entries side by side from column 1 on; `undefined` leaves a cell empty. */
	line(entries: readonly (Entry | undefined)[], row = this.#nextRow): number {
		entries.forEach((entry, at) => {
			if (entry !== undefined) this.put(row, at + 1, entry);
		});
		this.#nextRow = Math.max(this.#nextRow, row + 1);
		return row;
	}

	skip(rows = 1): void {
		this.#nextRow += rows;
	}

	sheet(shape: SheetShape): WriteSheet {
		return { name: this.name, rows: [], cells: this.#cells, ...shape };
	}
}

function toCell(entry: Entry): Partial<Cell> {
	const style = entry.style === undefined ? {} : { style: entry.style };
	if ('blank' in entry) return { value: null, type: 'empty', ...style };
	// Text is a string cell whatever it begins with: it is never read as a formula.
	if ('text' in entry) return { value: printable(entry.text), type: 'string', ...style };
	if ('number' in entry) return { value: entry.number, type: 'number', ...style };
	const { formula, result } = entry;
	return { value: result, formula, formulaResult: result, type: 'formula', ...style };
}

/** Most characters of a cell in Excel. */
const LONGEST_TEXT = 32_767;

/** Without what XML cannot hold. */
const printable = (text: string): string =>
	// eslint-disable-next-line no-control-regex -- these are the very characters that go
	text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').slice(0, LONGEST_TEXT);

/** "A" for 1, "AA" for 27. */
export function columnName(column: number): string {
	let name = '';
	for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
		name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
	}
	return name;
}

export const address = (row: number, column: number): string => `${columnName(column)}${row}`;

export const fixedAddress = (row: number, column: number): string =>
	`$${columnName(column)}$${row}`;

/** A cell of another sheet. */
export const onSheet = (sheet: string, cell: string): string => `'${sheet}'!${cell}`;
