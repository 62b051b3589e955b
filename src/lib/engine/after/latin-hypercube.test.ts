import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, orderOf, strataOf } from './latin-hypercube.ts';
import { randomStream } from './random.ts';

describe('latin hypercube (model §15)', () => {
	it('puts exactly 1 rising draw into each of n intervals', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(), (n, seed) => {
				const drawn = strataOf(randomStream(seed, 'x'), n);
				expect(drawn.every((u, k) => u >= k / n && u <= (k + 1) / n)).toBe(true);
			})
		);
	});

	it('puts 1000 draws at the mean 1/2, within 4 standard errors of stratified draws', () => {
		// Variance of a stratum 1/(12 n²), so the mean's standard error is 1/(√12 · n^1.5) = 9.1e-6.
		const drawn = strataOf(randomStream(5, 'x'), 1000);
		const mean = drawn.reduce((a, b) => a + b, 0) / 1000;
		expect(Math.abs(mean - 0.5)).toBeLessThan(4 * 9.13e-6);
	});

	it('names each of n intervals once in an order', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(), (n, seed) => {
				const order = orderOf(randomStream(seed, 'x'), n);
				expect(order.slice().sort()).toEqual(Uint32Array.from({ length: n }, (_, k) => k));
			}),
			{ numRuns: 30 }
		);
	});

	it('mixes the intervals: neighbours correlate by less than 4/√5000', () => {
		const shares = strataOf(randomStream(1, 'x'), 5000);
		const drawn = inOrder(shares, orderOf(randomStream(1, 'y'), 5000));
		const r =
			drawn.reduce((sum, u, i) => sum + 12 * (u - 0.5) * ((drawn[i - 1] ?? 0.5) - 0.5), 0) / 5000;
		expect(Math.abs(r)).toBeLessThan(4 / Math.sqrt(5000));
	});
});
