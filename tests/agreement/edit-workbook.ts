import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Sheets in their order, as the workbook numbers its parts. */
const SHEETS = ['Summary', 'Line items', 'Assumptions', 'Prices and sources', 'Checks'];

const partOf = (sheet: string): string => `xl/worksheets/sheet${SHEETS.indexOf(sheet) + 1}.xml`;

/** A part of a workbook, changed; what is cached elsewhere stays as it was. */
function withPart(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
	const files = unzipSync(bytes);
	const before = strFromU8(files[path] ?? new Uint8Array());
	const after = change(before);
	if (after === before) throw new Error(`${path} holds nothing to change.`);
	return zipSync({ ...files, [path]: strToU8(after) });
}

/** The workbook with other numbers in named cells, as a reader would type them. */
export function withInputs(
	bytes: Uint8Array,
	inputs: Readonly<Record<string, number>>
): Uint8Array {
	const names = strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array());
	return Object.entries(inputs).reduce((book, [name, value]) => {
		const found = new RegExp(
			`name="${name.replaceAll('.', '\\.')}"[^>]*>'([^']+)'!\\$(\\w+)\\$(\\d+)<`
		);
		const [, sheet = '', column = '', row = ''] = found.exec(names) ?? [];
		const cell = new RegExp(`(<c r="${column}${row}"[^>]*>)<v>[^<]*</v>`);
		return withPart(book, partOf(sheet), (xml) => xml.replace(cell, `$1<v>${value}</v>`));
	}, bytes);
}

/** The workbook with a wrong value in the cache of a formula. */
export const withPlanted = (bytes: Uint8Array, sheet: string, cell: string): Uint8Array =>
	withPart(bytes, partOf(sheet), (xml) =>
		xml.replace(
			new RegExp(`(<c r="${cell}"[^>]*><f>[^<]*</f><v>)([^<]*)(</v>)`),
			(_, before: string, value: string, after: string) => `${before}${Number(value) + 1}${after}`
		)
	);
