import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../decimal.ts';
import { splitCell } from './split-cell.ts';
import { sum } from './sum.ts';

const split = (total: string, weights: readonly number[], minorUnit = 2) =>
	splitCell(
		new Decimal(total),
		weights.map((w) => new Decimal(w)),
		minorUnit
	);
const text = (parts: readonly Decimal[]) => parts.map((part) => part.toFixed(2));

describe('splitCell (model §17, largest remainders)', () => {
	it('splits 100.00 in three as 33.34, 33.33 and 33.33', () => {
		expect(text(split('100.00', [1, 1, 1]))).toEqual(['33.34', '33.33', '33.33']);
	});

	it('gives the odd cent to the largest remainder: 0.10 by 1 : 2 : 3 is 0.02, 0.03, 0.05', () => {
		// 10 cents: 1.667, 3.333, 5.000; floors 1, 3, 5; the cent left goes to 0.667.
		expect(text(split('0.10', [1, 2, 3]))).toEqual(['0.02', '0.03', '0.05']);
	});

	it('splits a saving of -0.05 as -0.03 and -0.02', () => {
		expect(text(split('-0.05', [1, 1]))).toEqual(['-0.03', '-0.02']);
	});

	it('splits equally without any weight, and whole yen', () => {
		expect(text(split('0.02', [0, 0]))).toEqual(['0.01', '0.01']);
		expect(split('5', [1, 1], 0).map((p) => p.toFixed())).toEqual(['3', '2']);
	});

	it('adds up to the cell for any weights, each part within one cent of its share', () => {
		const cents = fc.integer({ min: -1e9, max: 1e9 });
		const weights = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });
		fc.assert(
			fc.property(cents, weights, (total, shares) => {
				const cell = new Decimal(total).dividedBy(100);
				const decimals = shares.map((share) => new Decimal(share));
				const parts = splitCell(cell, decimals, 2);
				expect(sum(parts).eq(cell)).toBe(true);
				const whole = sum(decimals);
				if (whole.isZero()) return;
				parts.forEach((part, i) => {
					const ideal = cell.times(decimals[i] ?? 0).dividedBy(whole);
					expect(part.minus(ideal).abs().lte('0.0100000001')).toBe(true);
				});
			})
		);
	});

	it('refuses a total between two cents and a weight below 0', () => {
		expect(() => split('0.005', [1])).toThrow('minor units');
		expect(() => split('1', [1, -1])).toThrow('below 0');
	});
});
