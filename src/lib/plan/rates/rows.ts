/** Rows of a CSV (RFC 4180), cells without the space around them; lines without a cell are left out. */
export function rowsOf(text: string): readonly (readonly string[])[] {
	const rows: string[][] = [];
	let row: string[] = [];
	const CELL = /(?:[ \t]*"((?:[^"]|"")*)"[ \t]*|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
	while (CELL.lastIndex < text.length) {
		const from = CELL.lastIndex;
		const found = CELL.exec(text);
		if (found === null) {
			// A quotation mark that is never closed: the rest of the line is one cell.
			const end = text.indexOf('\n', from);
			CELL.lastIndex = end < 0 ? text.length : end + 1;
			rows.push([...row, text.slice(from, end < 0 ? undefined : end).trim()]);
			row = [];
			continue;
		}
		const [, quotedCell, bare = '', end] = found;
		row.push((quotedCell?.replaceAll('""', '"') ?? bare).trim());
		if (end === ',') continue;
		if (row.length > 1 || row[0] !== '') rows.push(row);
		row = [];
	}
	if (row.length > 0) rows.push(row);
	return rows;
}
