import { expect, it } from 'vitest';
import { formatCellExact, formatCellWhole, formatCents } from './ledger-cell.ts';

it('groups every digit of -1234567.50', () => {
	expect(formatCellExact('-1234567.50')).toBe('\u22121,234,567.50');
});

it('rounds 171200.49 to 171,200 and never writes a negative zero', () => {
	expect(formatCellWhole('171200.49')).toBe('171,200');
	expect(formatCellWhole('-0.2')).toBe('0');
});

it.each([
	['359.775', '359.78'],
	['0.125', '0.12'],
	['0.1250001', '0.13'],
	['12', '12.00'],
	['-1234.995', '\u22121,235.00'],
	['-0.004', '0.00'],
	['9007199254740993.014', '9,007,199,254,740,993.01'],
	['none', 'none']
])('rounds %s to the cent as %s, a tie to the even digit', (amount, text) => {
	expect(formatCents(amount)).toBe(text);
});
