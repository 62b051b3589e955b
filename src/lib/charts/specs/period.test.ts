import { expect, it } from 'vitest';
import type { Gap, ReportRow } from '../../report/types.ts';
import { addCells, rowOver } from './period.ts';

const gap: Gap = { missing: 'not-published', reason: 'No price list.' };

const row: ReportRow = {
	key: 'support.training',
	block: 'support',
	label: 'Training',
	month0: '100.10',
	monthly: Array.from({ length: 36 }, (_, i) => (i < 12 ? '0.20' : '5.00')),
	// By hand: 100.10 + 12 × 0.20 + 24 × 5.00.
	total: '222.50'
};

it('adds 0.10 and 0.20 to 0.30, in exact cents', () => {
	expect(addCells(['0.10', '0.20'])).toBe('0.30');
});

it('adds a negative saving: 5.00 − 7.25 = −2.25', () => {
	expect(addCells(['5.00', '-7.25'])).toBe('-2.25');
});

it('adds whole yen beside cents without a lost digit', () => {
	expect(addCells(['100', '0.05'])).toBe('100.05');
});

it('says what is missing instead of adding around it', () => {
	expect(addCells(['1.00', gap, gap])).toEqual(gap);
});

it('takes month 1 alone, the first year with month 0, and the whole plan', () => {
	expect(rowOver(row, 'month')).toBe('0.20');
	expect(rowOver(row, 'year')).toBe('102.50');
	expect(rowOver(row, 'all')).toBe('222.50');
});
