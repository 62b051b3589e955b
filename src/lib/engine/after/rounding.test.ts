import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../decimal.ts';
import { roundCell, type Rounding } from './rounding.ts';

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
