import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText, numberCell, textCell } from './csv-text.ts';

describe('a cell of text', () => {
	it.each([
		['=cmd|calc', `"'=cmd|calc"`],
		['+1', `"'+1"`],
		['-1', `"'-1"`],
		['@SUM(A1)', `"'@SUM(A1)"`],
		['  =1+1', `"'  =1+1"`],
		['\u200B\uFEFF=1', `"'\u200B\uFEFF=1"`],
		['\t=1', `"'\t=1"`],
		['＝1', `"'＝1"`],
		['=a"b', `"'=a""b"`]
	])('%j is not run as a formula', (text, cell) => {
		expect(textCell(text, ',')).toBe(cell);
	});

	it.each([
		['plain', 'plain'],
		['a,b', '"a,b"'],
		['a;b', 'a;b'],
		['say "so"', '"say ""so"""'],
		['two\r\nlines', '"two\r\nlines"'],
		[' outer', '" outer"'],
		['a-b', 'a-b'],
		['', '']
	])('%j is quoted only where it must be', (text, cell) => {
		expect(textCell(text, ',')).toBe(cell);
	});
});

describe('a cell of a number', () => {
	it('is bare, negative ones too: -12.30', () => {
		expect(numberCell('-12.30', 'point')).toBe('-12.30');
		expect(numberCell('-12.30', 'comma')).toBe('-12,30');
	});

	it.each(['NaN', '1e5', '=1', '1,5', '', '+1', '1.'])('is never %j', (text) => {
		expect(() => numberCell(text, 'point')).toThrow('A column of numbers holds');
	});
});

describe('a table', () => {
	const columns = [
		{ name: 'name', kind: 'text' },
		{ name: 'sum', kind: 'number' }
	] as const;

	it('has one head, CRLF and an empty cell where there is no figure', () => {
		expect(
			csvText(columns, [
				['a', '1.5'],
				['b', undefined]
			])
		).toBe('name,sum\r\na,1.5\r\nb,\r\n');
		expect(csvText(columns, [['a;b', '1.5']], 'comma')).toBe('name;sum\r\n"a;b";1,5\r\n');
	});

	it('has as many fields in each row as in its head, whatever the text', () => {
		fc.assert(
			fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 20 }), (texts) => {
				const csv = csvText(
					columns,
					texts.map((text) => [text, '0'])
				);
				expect(fieldsOf(csv).map((row) => row.length)).toEqual(texts.map(() => 2).concat(2));
			})
		);
	});
});

/** A reader by RFC 4180. */
function fieldsOf(csv: string): string[][] {
	const rows: string[][] = [['']];
	let open = false;
	for (let at = 0; at < csv.length; at++) {
		const row = rows.at(-1) ?? [];
		const char = csv[at] ?? '';
		if (open) {
			if (char !== '"') row[row.length - 1] += char;
			else if (csv[at + 1] === '"') row[row.length - 1] += csv[++at] ?? '';
			else open = false;
		} else if (char === '"') open = true;
		else if (char === ',') row.push('');
		else if (char === '\r' && csv[at + 1] === '\n') {
			at++;
			if (at < csv.length - 1) rows.push(['']);
		} else row[row.length - 1] += char;
	}
	return rows;
}
