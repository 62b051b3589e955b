import { describe, expect, it } from 'vitest';
import { Decimal } from '../decimal.ts';
import { paybackMonths } from './payback.ts';

const payback = (...net: readonly number[]) => paybackMonths(net.map((n) => new Decimal(n)));

describe('paybackMonths (model §14)', () => {
	it('wins 100 back at 40 a month after 2.5 months', () => {
		// −100, −60, −20, +20: half of the third month.
		expect(payback(-100, 40, 40, 40)).toBe(2.5);
	});

	it('ends on the month boundary when the sum reaches exactly 0 after 2 months', () => {
		expect(payback(-80, 40, 40, 40)).toBe(2);
	});

	it('counts a return that only the last month completes', () => {
		expect(payback(-80, 40, 40)).toBe(2);
	});

	it('takes the first of two returns to 0', () => {
		// −10, +10, −30, +10: back at 0 halfway through month 1, again later.
		expect(payback(-10, 20, -40, 40)).toBe(0.5);
	});

	it('is undefined when 3 months of 30 do not win back 100', () => {
		expect(payback(-100, 30, 30, 30)).toBeUndefined();
	});

	it('is 0 when month 0 owes nothing', () => {
		expect(payback(0, 5)).toBe(0);
	});
});
