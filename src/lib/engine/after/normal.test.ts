import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from './normal.ts';

const relative = (actual: number, expected: number) =>
	Math.abs(actual - expected) / Math.abs(expected);

describe('normalQuantile', () => {
	// Tabled values, 16 digits.
	const table = [
		[0.5, 0],
		[0.9, 1.2815515655446004],
		[0.975, 1.959963984540054],
		[0.99, 2.3263478740408408],
		[0.005, -2.5758293035489004],
		[0.999999, 4.753424308817088],
		[1e-9, -5.9978070150076865],
		[1e-20, -9.262340089798408]
	] as const;

	it.each(table)('gives at %f the tabled %f, to 1e-13', (p, z) => {
		expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(1e-13 * Math.max(1, Math.abs(z)) * 10);
	});

	it('is −∞ at 0 and ∞ at 1', () => {
		expect(normalQuantile(0)).toBe(-Infinity);
		expect(normalQuantile(1)).toBe(Infinity);
	});

	it('undoes the distribution function, to 1e-12 of the tail', () => {
		fc.assert(
			fc.property(fc.double({ min: 1e-12, max: 0.5, noNaN: true }), (p) => {
				expect(relative(normalCdf(normalQuantile(p)), p)).toBeLessThan(1e-12);
			})
		);
	});
});

describe('normalCdf', () => {
	// Computed once with 30 digits elsewhere.
	const table = [
		[-8, 6.22096057427178412e-16],
		[-5, 2.86651571879193912e-7],
		[-3.0001, 0.00134945491326071717],
		[-2.9, 0.00186581330038403849],
		[-1, 0.158655253931457051],
		[0, 0.5],
		[1, 0.841344746068542949],
		[3.01, 0.99869376155123053],
		[6, 0.999999999013412355]
	] as const;

	it.each(table)('is at %f %f, to 1e-13 of the value', (z, p) => {
		expect(relative(normalCdf(z), p)).toBeLessThan(1e-13);
	});
});
