import { describe, expect, it } from 'vitest';
import {
	calendarMonth,
	daysBetween,
	fiscalYear,
	formatDay,
	formatMonth,
	formatPlanMonth
} from './date.ts';

describe('dates', () => {
	it('writes 2026-11 and 2026-11-20 as Nov 2026, and the day as 20 Nov 2026', () => {
		expect(formatMonth('2026-11')).toBe('Nov 2026');
		expect(formatMonth('2026-11-20')).toBe('Nov 2026');
		expect(formatDay('2026-11-20')).toBe('20 Nov 2026');
	});

	it('gives back what is no date, such as month 13', () => {
		expect(formatMonth('2026-13')).toBe('2026-13');
		expect(formatDay('soon')).toBe('soon');
	});

	it('counts plan months from the start: month 1 is the start, month 14 a year and a month on', () => {
		expect(calendarMonth('2026-11', 1)).toBe('2026-11');
		expect(calendarMonth('2026-11', 2)).toBe('2026-12');
		expect(calendarMonth('2026-11', 3)).toBe('2027-01');
		expect(calendarMonth('2026-11', 14)).toBe('2027-12');
	});

	it('names plan month 3 by the calendar, or by its number without one', () => {
		expect(formatPlanMonth(3, '2026-11')).toBe('Jan 2027');
		expect(formatPlanMonth(3, undefined)).toBe('month 3');
	});

	it('names a fiscal year from October for the year it ends in: Nov 2026 is 2027', () => {
		expect(fiscalYear('2026-11', 10)).toBe(2027);
		expect(fiscalYear('2026-09', 10)).toBe(2026);
		expect(fiscalYear('2026-11', 1)).toBe(2026);
		expect(fiscalYear('never', 1)).toBeUndefined();
	});

	it('counts 123 days from 2026-07-20 to 2026-11-20, and 2 over a leap day', () => {
		// 11 left of July, 31, 30, 31, 20.
		expect(daysBetween('2026-07-20', '2026-11-20')).toBe(123);
		expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
		expect(daysBetween('2026-11-20', '2026-11-19')).toBe(-1);
		expect(daysBetween('?', '2026-11-19')).toBeUndefined();
	});
});
