import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { recalculated } from '../../../../../tests/support/files/libreoffice.ts';
import { Grid } from '../grid.ts';
import { STYLES } from '../styles.ts';
import { bookOf } from './book.ts';
import { columnName } from './sheet-xml.ts';

const TEXTS = [
	'=1+1',
	' spaces around ',
	'a & b < c > "d" \'e\'',
	'two\nlines',
	'_x0041_ stays as it is written',
	'שלום · 漢字 · 🧮',
	'x'.repeat(32_767)
];

const grid = new Grid('Odd & even');
TEXTS.forEach((text, at) => grid.put(at + 1, 2, { text, style: STYLES.text }));
grid.put(3, 28, { number: -1.5, style: STYLES.money });
grid.put(4, 28, { formula: 'IF(rate<2,rate&"",AB3*2)', result: 7, style: STYLES.money });
grid.put(5, 28, { number: 2, style: STYLES.input });
const bytes = bookOf({
	sheets: [{ grid, shape: { widths: [9], foot: '2027 R&D', frozen: { rows: 1, columns: 2 } } }],
	formats: { money: '#,##0.00' },
	names: [{ name: 'rate', range: "'Odd & even'!$AB$5" }],
	title: 'A & B',
	subject: '',
	made: new Date('2026-11-24T10:00:00Z')
});
const again = await recalculated(new Map([['odd.xlsx', bytes]]));
const written = await readXlsx(bytes);
const opened = await readXlsx(again.get('odd.xlsx') ?? new Uint8Array());

describe('a workbook of odd cells', () => {
	it.each([
		['as it is written', written],
		['opened by LibreOffice', opened]
	])('holds each text as it is, %s', (_, { sheets: [sheet] }) => {
		expect(sheet?.name).toBe('Odd & even');
		expect(sheet?.rows.slice(0, TEXTS.length).map((row) => row[1])).toEqual(TEXTS);
	});

	it('works out −1.5 × 2 = −3 by names and places, whatever was cached', () => {
		expect(opened.sheets[0]?.rows[3]?.[27]).toBe(-3);
	});
});

it('gives rows of wrapped text the height of their lines, and others none', () => {
	const wrapped = new Grid('Wrapped');
	// Ten words of nine letters, each on a line of its own in a column 10 letters wide.
	wrapped.put(1, 1, { text: 'sentences '.repeat(10).trim(), style: STYLES.wrapped });
	wrapped.put(2, 1, { text: 'short', style: STYLES.wrapped });
	wrapped.put(3, 1, { text: 'sentences '.repeat(10).trim(), style: STYLES.text });
	const file = bookOf({
		sheets: [{ grid: wrapped, shape: { widths: [10], foot: '' } }],
		formats: {},
		names: [],
		title: '',
		subject: '',
		made: new Date('2026-11-24T10:00:00Z')
	});
	const sheet = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
	// 10 lines of 13 points and 2 around them.
	expect(sheet).toContain('<row r="1" ht="132" customHeight="1">');
	expect(sheet).toContain('<row r="2">');
	expect(sheet).toContain('<row r="3">');
});

it('keeps the words of a footer apart from the size of its letters', () => {
	const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
	// Escaped for XML: left part, size 8, the words with their ampersand twice.
	expect(sheet).toContain('<oddFooter>&amp;L&amp;8 2027 R&amp;&amp;D&amp;R');
});

it.each([
	[1, 'A'],
	[26, 'Z'],
	[27, 'AA'],
	[702, 'ZZ'],
	[703, 'AAA']
])('names column %d %s', (column, name) => {
	expect(columnName(column)).toBe(name);
});
