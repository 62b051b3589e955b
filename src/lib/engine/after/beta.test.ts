import { describe, expect, it } from 'vitest';
import { betaQuantile } from './beta-quantile.ts';
import { betaCdf, logBeta, logGamma } from './beta.ts';

const relative = (actual: number, expected: number) => Math.abs(actual / expected - 1);

describe('beta distribution', () => {
	it('knows Γ(5) = 24, Γ(½) = √π and B(3, 3) = 1/30', () => {
		expect(relative(Math.exp(logGamma(5)), 24)).toBeLessThan(1e-13);
		expect(relative(Math.exp(logGamma(0.5)), Math.sqrt(Math.PI))).toBeLessThan(1e-13);
		expect(relative(Math.exp(logBeta(3, 3)), 1 / 30)).toBeLessThan(1e-13);
	});

	it.each([0.001, 0.1, 0.3, 0.5, 0.77, 0.999])('agrees at x = %f with three closed forms', (x) => {
		// I_x(1, 5) = 1 − (1−x)^5; I_x(5, 1) = x^5; I_x(3, 3) = x³(10 − 15x + 6x²).
		expect(relative(betaCdf(x, 1, 5), -Math.expm1(5 * Math.log1p(-x)))).toBeLessThan(1e-12);
		expect(relative(betaCdf(x, 5, 1), x ** 5)).toBeLessThan(1e-12);
		expect(relative(betaCdf(x, 3, 3), x ** 3 * (10 - 15 * x + 6 * x * x))).toBeLessThan(1e-12);
	});

	it('is 0 at 0 and 1 at 1', () => {
		expect([betaCdf(0, 2, 4), betaCdf(1, 2, 4)]).toEqual([0, 1]);
	});
});

describe('betaQuantile', () => {
	const shares = Array.from({ length: 2001 }, (_, i) => i / 2000);

	it('inverts x^5 and 1 − (1−x)^5 to 1e-11', () => {
		const [power, mirrored] = [betaQuantile(5, 1), betaQuantile(1, 5)];
		for (const share of shares) {
			expect(Math.abs(power(share) - Math.pow(share, 0.2))).toBeLessThan(1e-11);
			expect(Math.abs(mirrored(share) - (1 - Math.pow(1 - share, 0.2)))).toBeLessThan(1e-11);
		}
	});

	it('inverts the distribution of every PERT shape to 1e-10 in x (asked for: 1e-9)', () => {
		for (let a = 1; a <= 5; a += 0.25) {
			const [b, quantile] = [6 - a, betaQuantile(a, 6 - a)];
			for (const share of shares.slice(1, -1)) {
				const x = quantile(share);
				const density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta(a, b));
				const off = Math.abs(betaCdf(x, a, b) - share);
				// Off in share = density × off in x.
				expect(off).toBeLessThan(1e-10 * Math.max(density, 1e-3));
			}
		}
	});

	it('keeps within 0 and 1, at the ends too', () => {
		const quantile = betaQuantile(2.2, 3.8);
		expect([0, 1e-300, 1 - 2 ** -53, 1].every((u) => quantile(u) >= 0 && quantile(u) <= 1)).toBe(
			true
		);
		expect(quantile(0)).toBeLessThan(1e-11);
		expect(quantile(1)).toBeGreaterThan(1 - 1e-11);
	});
});
