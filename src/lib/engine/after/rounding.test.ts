import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../decimal.ts';
import { minorUnits, roundCell, roundToMinor, type Rounding } from './rounding.ts';

const cents = (amount: string | number, rounding: Rounding = 'half-even') =>
	roundCell(new Decimal(amount), { minorUnit: 2, rounding });

const amounts = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const roundings = fc.constantFrom<Rounding>('half-even', 'half-up');

describe('roundCell (model §17, §18.11)', () => {
	it('rounds 0.125 to 0.12 and 0.135 to 0.14 half-even', () => {
		expect(cents('0.125').toFixed(2)).toBe('0.12');
		expect(cents('0.135').toFixed(2)).toBe('0.14');
	});

	it('rounds -0.125 to -0.13 and 0.125 to 0.13 half-up, away from zero', () => {
		expect(cents('-0.125', 'half-up').toFixed(2)).toBe('-0.13');
		expect(cents('0.125', 'half-up').toFixed(2)).toBe('0.13');
	});

	it('takes 253.17499999999998 for the tie it is meant to be: 253.18', () => {
		expect(cents(253.17499999999998).toFixed(2)).toBe('253.18');
	});

	it('keeps 0.12500051 above the tie, as it differs in the sixth decimal', () => {
		// Six decimals: 0.125001, beyond the tie, so 0.13 although 0.12 is even.
		expect(cents('0.12500051').toFixed(2)).toBe('0.13');
		expect(cents('0.12500049').toFixed(2)).toBe('0.12');
	});

	it('never gives -0.00 for -0.004', () => {
		expect(Object.is(cents('-0.004').toNumber(), 0)).toBe(true);
		expect(cents('-0.004').toFixed(2)).toBe('0.00');
	});

	it('rounds yen to whole units and dinars to three decimals', () => {
		const yen = roundCell(new Decimal('1234.5'), { minorUnit: 0, rounding: 'half-even' });
		const dinars = roundCell(new Decimal('1.2345'), { minorUnit: 3, rounding: 'half-even' });
		expect(yen.toFixed()).toBe('1234');
		expect(dinars.toFixed()).toBe('1.234');
	});

	it('moves no amount by more than 0.0050005', () => {
		fc.assert(
			fc.property(amounts, roundings, (amount, rounding) => {
				expect(cents(amount, rounding).minus(amount).abs().lte('0.0050005')).toBe(true);
			})
		);
	});

	it('mirrors around zero: round(-x) = -round(x)', () => {
		fc.assert(
			fc.property(amounts, roundings, (amount, rounding) => {
				expect(cents(-amount, rounding).eq(cents(amount, rounding).negated())).toBe(true);
			})
		);
	});

	it('refuses an amount that is not finite', () => {
		expect(() => cents(Infinity)).toThrow('Infinity');
	});
});

describe('roundToMinor', () => {
	const inCents = (amount: number, rounding: Rounding = 'half-even') =>
		roundToMinor(amount, { minorUnit: 2, rounding });

	it('rounds ties to even, or away from zero, on both sides of it', () => {
		expect([0.125, 0.135, -0.125, -0.135].map((amount) => inCents(amount))).toEqual([
			12n,
			14n,
			-12n,
			-14n
		]);
		expect([0.125, 0.135, -0.125].map((amount) => inCents(amount, 'half-up'))).toEqual([
			13n,
			14n,
			-13n
		]);
	});

	it('rounds what is not a tie to the nearer: 1.234 down, 1.236 up, 7 not at all', () => {
		expect([1.234, 1.236, -1.234, -1.236, 7].map((amount) => inCents(amount))).toEqual([
			123n,
			124n,
			-123n,
			-124n,
			700n
		]);
	});

	it('brings to four more decimals first: 0.12500049 is a tie, 0.12500051 lies above it', () => {
		expect([0.12500049, 0.12500051].map((amount) => inCents(amount))).toEqual([12n, 13n]);
		expect([0.12500151, -0.12500151].map((amount) => inCents(amount))).toEqual([13n, -13n]);
		expect(inCents(253.17499999999998)).toBe(25318n);
	});

	it('goes to the even one where half of these four decimals is left over', () => {
		const whole = (amount: number, rounding: Rounding) =>
			roundToMinor(amount, { minorUnit: 0, rounding });
		// 0.5000|5 is 0.5000, a tie: down to 0. 0.4999|5 is 0.5000 as well: half up it is 1.
		expect(whole(0.50005, 'half-even')).toBe(0n);
		expect(whole(0.49995, 'half-up')).toBe(1n);
	});

	it('counts in whole yen and in thousandths of a dinar', () => {
		expect(roundToMinor(1234.5, { minorUnit: 0, rounding: 'half-even' })).toBe(1234n);
		expect(roundToMinor(1.2355, { minorUnit: 3, rounding: 'half-even' })).toBe(1236n);
	});

	it('is exact where doubles hold no whole cents any more', () => {
		// 2^53 + 2 dollars: a double, but a hundred times it is none that could be rounded.
		expect(inCents(2 ** 53 + 2)).toBe(900719925474099400n);
	});

	it('agrees with the decimal of every amount in tenths of a cent, by both rules', () => {
		fc.assert(
			fc.property(fc.integer({ min: -1e12, max: 1e12 }), roundings, (tenths, rounding) => {
				const how = { minorUnit: 2, rounding };
				const cell = roundCell(new Decimal(tenths).dividedBy(1000), how);
				expect(roundToMinor(tenths / 1000, how)).toBe(minorUnits(cell, how));
			})
		);
	});

	it('agrees with the decimal of any amount below a thousand million', () => {
		fc.assert(
			fc.property(amounts, roundings, (amount, rounding) => {
				const how = { minorUnit: 2, rounding };
				expect(roundToMinor(amount, how)).toBe(
					minorUnits(roundCell(new Decimal(amount), how), how)
				);
			})
		);
	});
});

describe('minorUnits', () => {
	it('counts 12.34 as 1234 cents and 1234 yen as themselves', () => {
		const usd = { minorUnit: 2, rounding: 'half-even' } as const;
		expect(minorUnits(new Decimal('12.34'), usd)).toBe(1234n);
		expect(minorUnits(new Decimal('1234'), { ...usd, minorUnit: 0 })).toBe(1234n);
	});
});
