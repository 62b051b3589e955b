/** Separator and decimal mark: Excel takes them from the reader's locale (`conventions.md` §3.1). */
export type CsvStyle = 'point' | 'comma';

/** How a column is written: numbers bare, text guarded. */
export type CsvKind = 'text' | 'number';

export interface CsvColumn {
	readonly name: string;
	readonly kind: CsvKind;
}

/** An empty cell is `undefined`: a figure that is not available is never 0. */
export type CsvCell = string | undefined;

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** What a spreadsheet takes for a formula, after what it passes over. */
const FORMULA = /^[\s\u200B-\u200F\u2060\uFEFF]*[=+\-@\t\r\n\0＝＋－＠]/;

/** A guarded text cell: a leading apostrophe keeps `=cmd()` from being run. */
export function textCell(text: string, separator: string): string {
	const dangerous = FORMULA.test(text);
	const guarded = dangerous ? `'${text}` : text;
	const quoted =
		dangerous ||
		/["\r\n]/.test(guarded) ||
		guarded.includes(separator) ||
		guarded !== guarded.trim();
	return quoted ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** A number as it stands in the report; negative ones stay numbers, for the column says so. */
export function numberCell(amount: string, style: CsvStyle): string {
	if (!NUMBER.test(amount)) throw new Error(`A column of numbers holds ${amount.slice(0, 40)}.`);
	return style === 'comma' ? amount.replace('.', ',') : amount;
}

/** RFC 4180: CRLF, one row of heads, as many fields in each row. */
export function csvText(
	columns: readonly CsvColumn[],
	rows: readonly (readonly CsvCell[])[],
	style: CsvStyle = 'point'
): string {
	const separator = style === 'comma' ? ';' : ',';
	const line = (cells: readonly string[]): string => `${cells.join(separator)}\r\n`;
	const heads = line(columns.map(({ name }) => textCell(name, separator)));
	const body = rows.map((row) =>
		line(
			columns.map(({ kind }, at) => {
				const cell = row[at];
				if (cell === undefined) return '';
				return kind === 'number' ? numberCell(cell, style) : textCell(cell, separator);
			})
		)
	);
	return heads + body.join('');
}
