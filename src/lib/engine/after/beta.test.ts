import { describe, expect, it } from 'vitest';
import { betaQuantile, betaQuantiles } from './beta-quantile.ts';
import { betaCdf, logBeta, logGamma } from './beta.ts';
import { RisingShares } from './rising-shares.ts';

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

describe('betaQuantiles', () => {
	/** A number of each rest by four, on both sides of the middle and in it. */
	const rising = [0, 1e-300, 1e-9, 0.1, 0.3, 0.4999, 0.5, 0.5001, 0.8, 1 - 1e-9, 1];

	it.each([0, 1, 2, 3, 5, 7, 8, 9, 11])('inverts x^5 and its mirror for %i shares', (length) => {
		const shares = new RisingShares(Float64Array.from(rising.slice(0, length)));
		const power = betaQuantiles(5, 1, shares);
		const mirrored = betaQuantiles(1, 5, shares);
		expect([power.length, mirrored.length]).toEqual([length, length]);
		for (const [k, share] of rising.slice(0, length).entries()) {
			expect(Math.abs((power[k] ?? NaN) - Math.pow(share, 0.2))).toBeLessThan(1e-11);
			expect(Math.abs((mirrored[k] ?? NaN) - (1 - Math.pow(1 - share, 0.2)))).toBeLessThan(1e-11);
		}
	});

	it('are those of one share after the other to 1e-14', () => {
		const shares = Float64Array.from({ length: 997 }, (_, i) => (i + 0.5) / 997);
		const [many, one] = [betaQuantiles(1.7, 4.3, new RisingShares(shares)), betaQuantile(1.7, 4.3)];
		const farthest = Math.max(...many.map((x, k) => Math.abs(x - one(shares[k] ?? NaN))));
		expect(farthest).toBeLessThan(1e-14);
	});

	it('know no middle where all shares lie above it', () => {
		const [only = NaN] = betaQuantiles(5, 1, new RisingShares(Float64Array.of(0.9)));
		expect(Math.abs(only - Math.pow(0.9, 0.2))).toBeLessThan(1e-11);
	});
});
