import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitUsl, uslRate } from './usl.ts';

const LEVELS = [1, 2, 4, 8, 16, 32, 64];
const sweep = (law: { gamma: number; alpha: number; beta: number }, levels = LEVELS) =>
	levels.map((concurrency) => ({ concurrency, rate: uslRate(law, concurrency) }));

describe('fitUsl (model §11)', () => {
	it('finds γ 1000, α 0.05, β 0.002 again, and the peak at √(0.95/0.002) = 21.79 callers', () => {
		const fit = fitUsl(sweep({ gamma: 1000, alpha: 0.05, beta: 0.002 }));
		expect(fit.ok && fit.gamma.toFixed(6)).toBe('1000.000000');
		expect(fit.ok && fit.alpha.toFixed(9)).toBe('0.050000000');
		expect(fit.ok && fit.beta.toFixed(11)).toBe('0.00200000000');
		expect(fit.ok && fit.peakConcurrency.toFixed(2)).toBe('21.79');
		expect(fit.ok && fit.relativeError < 1e-9).toBe(true);
	});

	it('finds any law whose knee lies inside the sweep', () => {
		const laws = fc.record({
			gamma: fc.double({ min: 1, max: 1e5, noNaN: true }),
			alpha: fc.double({ min: 0, max: 0.3, noNaN: true }),
			beta: fc.double({ min: 0.001, max: 0.05, noNaN: true })
		});
		fc.assert(
			fc.property(laws, (law) => {
				const fit = fitUsl(sweep(law));
				const { gamma, beta } = fit.ok ? fit : { gamma: NaN, beta: NaN };
				expect(Math.abs(gamma / law.gamma - 1)).toBeLessThan(1e-8);
				expect(Math.abs(beta / law.beta - 1)).toBeLessThan(1e-7);
			})
		);
	});

	it('refuses 5 levels, and does not count one level twice', () => {
		const five = sweep({ gamma: 1000, alpha: 0.05, beta: 0.002 }, [1, 8, 16, 32, 64]);
		expect(fitUsl(five)).toEqual({ ok: false, reason: '5 levels of load; the law needs 6' });
		expect(fitUsl([...five, ...five]).ok).toBe(false);
	});

	it('refuses a sweep that ends before the knee', () => {
		const early = sweep({ gamma: 1000, alpha: 0.05, beta: 0.002 }, [1, 2, 4, 6, 8, 10]);
		expect(fitUsl(early)).toEqual({
			ok: false,
			reason: 'throughput still rises at 10 callers, the highest level'
		});
	});

	it('refuses a sweep that bends the other way: faster per caller at 32 than at 1', () => {
		const rates = [100, 300, 900, 2600, 8000, 30000, 29000];
		const odd = rates.map((rate, i) => ({ concurrency: 2 ** i, rate }));
		expect(fitUsl(odd)).toEqual({ ok: false, reason: 'the levels do not bend as the law does' });
	});
});
