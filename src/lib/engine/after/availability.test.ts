import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availability } from './availability.ts';

const status = (startMonth: string | undefined, endOfSupport: string | undefined, months = 36) =>
	availability({ months, startMonth, endOfSupport });

describe('availability (model §12)', () => {
	it('is not available in a plan from 2026-10 when support ends 2026-09', () => {
		expect(status('2026-10', '2026-09')).toEqual({ status: 'notAvailable', firstMonthOutside: 1 });
	});

	it('ends in month 2 of a plan from 2026-09: the month in which support ends still counts', () => {
		expect(status('2026-09', '2026-09')).toEqual({ status: 'ends', firstMonthOutside: 2 });
	});

	it('ends in month 13 of a plan from 2026-01 when support ends on 2026-12-31', () => {
		expect(status('2026-01', '2026-12-31')).toEqual({ status: 'ends', firstMonthOutside: 13 });
	});

	it('is available when month 36, 2028-12, is the last of support, and not with month 37', () => {
		expect(status('2026-01', '2028-12', 36)).toEqual({ status: 'available' });
		expect(status('2026-01', '2028-12', 37)).toEqual({ status: 'ends', firstMonthOutside: 37 });
	});

	it('is available without an end of support, and unknown without a start', () => {
		expect(status(undefined, undefined)).toEqual({ status: 'available' });
		expect(status(undefined, '2026-09')).toEqual({ status: 'unknown' });
	});

	it('finds the first month outside as counting month by month does', () => {
		const calendar = fc.tuple(
			fc.integer({ min: 2020, max: 2030 }),
			fc.integer({ min: 1, max: 12 })
		);
		const text = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`;
		fc.assert(
			fc.property(calendar, calendar, fc.integer({ min: 12, max: 60 }), (start, end, months) => {
				let [year, month] = start;
				let outside: number | undefined;
				for (let m = 1; m <= months && outside === undefined; m++) {
					if (text(year, month) > text(...end)) outside = m;
					[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
				}
				const found = status(text(...start), text(...end), months);
				expect('firstMonthOutside' in found ? found.firstMonthOutside : undefined).toBe(outside);
			})
		);
	});
});
