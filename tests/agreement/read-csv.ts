/** Rows of a file by RFC 4180, as objects by their heads. */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
	const [heads = [], ...rows] = cellsOf(text.replace(/^\uFEFF/, ''));
	return rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ''])));
}

function cellsOf(text: string): readonly (readonly string[])[] {
	const rows: string[][] = [];
	let row: string[] = [];
	for (const [, quoted, bare = '', end] of text.matchAll(
		/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g
	)) {
		row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
		if (end === ',') continue;
		if (row.length > 1 || row[0] !== '') rows.push(row);
		row = [];
	}
	return rows;
}
