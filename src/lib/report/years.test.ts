import { expect, it } from 'vitest';
import type { Report } from './types.ts';
import { yearsNote, yearsOf } from './years.ts';

const over = (months: number, startMonth?: string, fiscalYearStart?: number): Report =>
	({ months, startMonth, fiscalYearStart }) as Report;

it('has years of the plan where no fiscal year is named, and nothing to say of them', () => {
	expect(yearsOf(over(24, '2027-01')).map(({ head }) => head)).toEqual(['Year 1', 'Year 2']);
	expect(yearsNote(over(24, '2027-01'))).toBe('');
});

// From January on, a year that begins in April has three months left; the last one gets nine.
it('tells which fiscal years the plan fills in part', () => {
	expect(yearsNote(over(24, '2027-01', 4))).toBe(
		'Fiscal years bear the year in which they end. FY 2027 holds Jan 2027 to Mar 2027; FY 2029 holds Apr 2028 to Dec 2028.'
	);
	expect(yearsNote(over(12, '2027-04', 4))).toBe('Fiscal years bear the year in which they end.');
});
