import { expect, it } from 'vitest';
import { formatCellExact, formatCellWhole } from './ledger-cell.ts';

it('groups every digit of -1234567.50', () => {
	expect(formatCellExact('-1234567.50')).toBe('\u22121,234,567.50');
});

it('rounds 171200.49 to 171,200 and never writes a negative zero', () => {
	expect(formatCellWhole('171200.49')).toBe('171,200');
	expect(formatCellWhole('-0.2')).toBe('0');
});
