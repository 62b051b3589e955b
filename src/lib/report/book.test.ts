import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorUnits, roundCell, roundToMinor } from '../engine/after/rounding.ts';
import { Decimal } from '../engine/decimal.ts';
import { bookIn, bookRow, moneyOf, rowsOtherwise, SPEND, sumOf, type Book } from './book.ts';

const cents = { minorUnit: 2, rounding: 'half-even' } as const;

const book: Book = {
	...cents,
	reading: 'exact',
	rows: new Map([
		['infra.compute', bookRow([0n, 100n, 300n])],
		['support.run', bookRow([5n, 7n, 7n])],
		['support.licence', bookRow([0n, 1n, 1n])]
	]),
	otherwise: new Map([
		['infra.compute', bookRow([0n, 50n, 50n])],
		['support.licence', bookRow([0n, 2n, 2n])]
	])
};

describe('a cell in minor units', () => {
	it('is rounded from a double as from its decimal: half-even, half-up and in the noise of a tie', () => {
		// By hand, from model.md §18: 0.125 is 0.12, 0.135 is 0.14, −0.125 half-up is −0.13.
		expect(roundToMinor(0.125, cents)).toBe(12n);
		expect(roundToMinor(0.135, cents)).toBe(14n);
		expect(roundToMinor(-0.125, { ...cents, rounding: 'half-up' })).toBe(-13n);
		expect(roundToMinor(253.17499999999998, cents)).toBe(25318n);
		expect(roundToMinor(-0.001, cents)).toBe(0n);
	});

	it('is that of the decimal for 1000 amounts of any size, in 0 to 3 decimals', () => {
		const how = fc.record({
			minorUnit: fc.integer({ min: 0, max: 3 }),
			rounding: fc.constantFrom('half-even' as const, 'half-up' as const)
		});
		// Amounts of seven decimals: no border of the four further digits lies within their noise.
		const amount = fc
			.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 999_999 }))
			.map(([units, millionths]) => units + millionths / 1e6);
		fc.assert(
			fc.property(amount, how, (value, rule) => {
				const apart =
					roundToMinor(value, rule) - minorUnits(roundCell(new Decimal(value), rule), rule);
				return apart === 0n;
			}),
			{ numRuns: 1000 }
		);
	});

	it('keeps the cents of four million million dollars', () => {
		expect(roundToMinor(4_000_000_000_000.25, cents)).toBe(400_000_000_000_025n);
	});

	it('is written with the decimals of its currency, and never as −0', () => {
		expect(moneyOf(-1230n, { minorUnit: 2 })).toBe('-12.30');
		expect(moneyOf(5n, { minorUnit: 2 })).toBe('0.05');
		expect(moneyOf(0n, { minorUnit: 3 })).toBe('0.000');
		expect(moneyOf(-7n, { minorUnit: 0 })).toBe('-7');
	});
});

describe('a book', () => {
	it('adds 4.21 of two rows up, and nothing where a row has no figure', () => {
		expect(sumOf(book.rows, ['infra.compute', 'support.run', 'support.licence'])).toBe(421n);
		expect(sumOf(book.rows, SPEND)).toBeUndefined();
	});

	it('bills nodes and licence the other way and keeps all else', () => {
		// By hand: 1.00 for nodes, 0.19 for people, 0.04 for the licence.
		const other = rowsOtherwise(book);
		expect(sumOf(other, ['infra.compute', 'support.run', 'support.licence'])).toBe(123n);
	});

	it.each(['exact', 'doubles'] as const)(
		'converts each cell, in %s: 0.05 at 0.5 is 0.02',
		(reading) => {
			// By hand: 0.05, 0.07, 0.07 USD at 0.5 are 0.025, 0.035, 0.035: half-even 0.02, 0.04, 0.04.
			const half = bookIn({ ...book, reading }, { code: 'XXX', minorUnit: 2, rate: '0.5' });
			expect(half.rows.get('support.run')).toEqual({ cells: [2n, 4n, 4n], total: 10n });
		}
	);
});
