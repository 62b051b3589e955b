import type { CellStyle } from './book/cell-style.ts';
import { columnName } from './book/sheet-xml.ts';

/** A cell: text, a number, or a formula with the value that it has now. */
export type Entry =
	| { readonly blank: true; readonly style: CellStyle }
	| { readonly text: string; readonly style: CellStyle }
	| { readonly number: number; readonly style: CellStyle }
	| {
			readonly formula: string;
			/** Empty text where the formula answers with no figure. */
			readonly result: number | string;
			readonly style: CellStyle;
	  };

/** Cells by row and column, each from 1; places without a cell are holes. */
export type Rows = readonly (readonly Entry[])[];

/** One sheet under construction; rows and columns count from 1, as the reader sees them. */
export class Grid {
	readonly name: string;
	readonly #rows: Entry[][] = [];
	#nextRow = 1;

	constructor(name: string) {
		this.name = name;
	}

	get rows(): Rows {
		return this.#rows;
	}

	/** The first row below everything that was put. */
	get nextRow(): number {
		return this.#nextRow;
	}

	put(row: number, column: number, entry: Entry): void {
		if (row >= this.#nextRow) this.#nextRow = row + 1;
		const line = (this.#rows[row] ??= []);
		line[column] = entry;
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
}

export { columnName };

export const address = (row: number, column: number): string => `${columnName(column)}${row}`;

export const fixedAddress = (row: number, column: number): string =>
	`$${columnName(column)}$${row}`;

/** A cell of another sheet. */
export const onSheet = (sheet: string, cell: string): string => `'${sheet}'!${cell}`;
