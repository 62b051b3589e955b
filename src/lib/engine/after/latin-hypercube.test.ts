import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latinHypercube } from './latin-hypercube.ts';
import { randomStream } from './random.ts';

describe('latinHypercube (model §15)', () => {
	it('puts exactly 1 draw into each of n intervals', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(), (n, seed) => {
				const drawn = latinHypercube(randomStream(seed, 'x'), n);
				expect(
					[...drawn].sort((a, b) => a - b).every((u, k) => u >= k / n && u <= (k + 1) / n)
				).toBe(true);
			})
		);
	});

	it('mixes the intervals: neighbours correlate by less than 4/√5000', () => {
		const drawn = latinHypercube(randomStream(1, 'x'), 5000);
		const r =
			drawn.reduce((sum, u, i) => sum + 12 * (u - 0.5) * ((drawn[i - 1] ?? 0.5) - 0.5), 0) / 5000;
		expect(Math.abs(r)).toBeLessThan(4 / Math.sqrt(5000));
	});

	it('puts 1000 draws at the mean 1/2, within 4 standard errors of stratified draws', () => {
		// Variance of a stratum 1/(12 n²), so the mean's standard error is 1/(√12 · n^1.5) = 9.1e-6.
		const drawn = latinHypercube(randomStream(5, 'x'), 1000);
		const mean = drawn.reduce((a, b) => a + b, 0) / 1000;
		expect(Math.abs(mean - 0.5)).toBeLessThan(4 * 9.13e-6);
	});
});
