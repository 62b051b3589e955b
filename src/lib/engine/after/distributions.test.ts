import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionFault, quantileOf, type Distribution } from './distributions.ts';
import { strataOf } from './latin-hypercube.ts';
import { momentsOf } from './moments.ts';
import { randomStream } from './random.ts';

const spec = (
	distribution: Distribution['distribution'],
	low: number,
	central: number,
	high: number
): Distribution => ({ distribution, low, central, high });

const uniforms = strataOf(randomStream(11, 'moments'), 50_000);
const sampleMoments = (one: Distribution) => {
	const values = uniforms.map(quantileOf(one));
	const mean = values.reduce((a, b) => a + b, 0) / values.length;
	const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
	return { mean, variance };
};
const relative = (actual: number, expected: number) => Math.abs(actual / expected - 1);

describe('moments (model §15)', () => {
	it('of PERT 0.5, 0.75, 2 are mean 5.5/6 and variance (5/12)(13/12)/7', () => {
		// mean (0.5 + 3 + 2)/6 = 11/12; (11/12 − 1/2)(2 − 11/12)/7 = (5/12)(13/12)/7.
		const { mean, variance } = momentsOf(spec('pert', 0.5, 0.75, 2));
		expect(relative(mean, 11 / 12)).toBeLessThan(1e-15);
		expect(relative(variance, 65 / 144 / 7)).toBeLessThan(1e-14);
	});

	it('of a triangle 0, 3, 6 are mean 3 and variance 1.5', () => {
		// (0 + 9 + 36 − 0 − 0 − 18)/18 = 1.5.
		expect(momentsOf(spec('triangular', 0, 3, 6))).toEqual({ mean: 3, variance: 1.5 });
	});

	it('of a lopsided triangle 1, 3, 8 are mean 4 and variance (1 + 9 + 64 − 3 − 8 − 24)/18', () => {
		const { mean, variance } = momentsOf(spec('triangular', 1, 3, 8));
		expect([mean, variance.toFixed(12)]).toEqual([4, (39 / 18).toFixed(12)]);
	});

	it('of a lognormal with P10 = 1/e and P90 = e are e^{σ²/2}, σ = 2/2.5631', () => {
		const sigma = 2 / 2.5631031310892;
		const { mean, variance } = momentsOf(spec('lognormal', Math.exp(-1), 1, Math.exp(1)));
		expect(relative(mean, Math.exp((sigma * sigma) / 2))).toBeLessThan(1e-14);
		expect(
			relative(variance, (Math.exp(sigma * sigma) - 1) * Math.exp(sigma * sigma))
		).toBeLessThan(1e-13);
	});

	it.each([
		spec('pert', 0.5, 0.75, 2),
		spec('pert', 0, 0, 1),
		spec('pert', 0, 0.1, 1),
		spec('pert', 0.7, 0.8, 1),
		spec('triangular', 0, 1, 5),
		spec('lognormal', 100, 300, 1200),
		spec('splitLognormal', 0.2, 0.35, 0.5),
		spec('splitLognormal', 0.15, 0.25, 2)
	])('are met by 50,000 stratified draws of %o: mean to 5e-4, variance to 2e-2', (one) => {
		const [drawn, exact] = [sampleMoments(one), momentsOf(one)];
		// The outermost stratum of the uncut lognormal, 2e-5 wide, decides: it lies at about 65 medians.
		expect(relative(drawn.mean, exact.mean)).toBeLessThan(5e-4);
		expect(relative(drawn.variance, exact.variance)).toBeLessThan(2e-2);
	});
});

describe('quantileOf (model §15)', () => {
	it('puts a split lognormal 0.2, 0.35, 0.5 at 0.35 in the middle', () => {
		expect(relative(quantileOf(spec('splitLognormal', 0.2, 0.35, 0.5))(0.5), 0.35)).toBeLessThan(
			1e-14
		);
	});

	it('puts its low and high at P10 and P90 before the cut', () => {
		// u' = 0.005 + 0.99u = 0.1 at u = 0.095/0.99.
		const quantile = quantileOf(spec('splitLognormal', 0.2, 0.35, 0.5));
		expect(relative(quantile(0.095 / 0.99), 0.2)).toBeLessThan(1e-13);
		expect(relative(quantile(0.895 / 0.99), 0.5)).toBeLessThan(1e-13);
	});

	it('keeps every split lognormal draw within 2.5758 σ on either side (§18.12)', () => {
		const ends = fc.tuple(
			fc.double({ min: 0.001, max: 100, noNaN: true }),
			fc.double({ min: 1.01, max: 20, noNaN: true }),
			fc.double({ min: 1.01, max: 20, noNaN: true })
		);
		fc.assert(
			fc.property(ends, fc.double({ min: 0, max: 1, noNaN: true }), ([central, down, up], u) => {
				const value = quantileOf(spec('splitLognormal', central / down, central, central * up))(u);
				const reach = 2.5758293035489004 / 1.2815515655446004;
				expect(value).toBeGreaterThanOrEqual(central * Math.pow(down, -reach) * (1 - 1e-9));
				expect(value).toBeLessThanOrEqual(central * Math.pow(up, reach) * (1 + 1e-9));
			})
		);
	});

	it('puts P10 and P90 of a lognormal at its low 100 and high 1200', () => {
		const quantile = quantileOf(spec('lognormal', 100, 300, 1200));
		expect(relative(quantile(0.1), 100)).toBeLessThan(1e-12);
		expect(relative(quantile(0.9), 1200)).toBeLessThan(1e-12);
	});

	it('puts half of a symmetric triangle and of a symmetric PERT below the middle', () => {
		expect(quantileOf(spec('triangular', 0, 5, 10))(0.5)).toBe(5);
		expect(Math.abs(quantileOf(spec('pert', 0, 5, 10))(0.5) - 5)).toBeLessThan(1e-10);
	});

	it('puts a fifth of a triangle 0, 2, 10 below its mode, and the rest by the area of its sides', () => {
		// Below x: x²/20 up to the mode, 1 − (10 − x)²/80 from it on.
		const quantile = quantileOf(spec('triangular', 0, 2, 10));
		expect([0.05, 0.2, 0.8].map((share) => quantile(share).toFixed(12))).toEqual([
			'1.000000000000',
			'2.000000000000',
			'6.000000000000'
		]);
	});

	it('never falls as the uniform rises, and stays between low and high of PERT and triangle', () => {
		const shapes = fc.tuple(
			fc.constantFrom('pert' as const, 'triangular' as const),
			fc.double({ min: 0, max: 1, noNaN: true })
		);
		const pair = fc.tuple(
			fc.double({ min: 0, max: 1, noNaN: true }),
			fc.double({ min: 0, max: 1, noNaN: true })
		);
		fc.assert(
			fc.property(shapes, pair, ([name, mode], [a, b]) => {
				const quantile = quantileOf(spec(name, 0, mode, 1));
				const [low, high] = [quantile(Math.min(a, b)), quantile(Math.max(a, b))];
				expect(low).toBeLessThanOrEqual(high + 1e-12);
				expect(low).toBeGreaterThanOrEqual(0);
				expect(high).toBeLessThanOrEqual(1);
			})
		);
	});

	it('takes low = high as fixed, and a fixed input at its central value', () => {
		expect(quantileOf(spec('pert', 2, 2, 2))(0.9)).toBe(2);
		expect(quantileOf(spec('splitLognormal', 0, 0, 0))(0.9)).toBe(0);
		expect(quantileOf(spec('fixed', 1, 2, 3))(0.9)).toBe(2);
	});

	it('clamps a draw to the domain: a fraction of 1 at most', () => {
		const quantile = quantileOf({ ...spec('lognormal', 0.5, 0.8, 2), domain: { min: 0, max: 1 } });
		expect(quantile(0.99)).toBe(1);
	});
});

describe('distributionFault', () => {
	it('names what is wrong: order, a low of 0, and no number', () => {
		expect(distributionFault(spec('pert', 3, 2, 4))).toBe(
			'low 3, central 2, high 4: must not fall'
		);
		expect(distributionFault(spec('splitLognormal', 0, 1, 2))).toContain('must be above 0');
		expect(distributionFault(spec('pert', NaN, 1, 2))).toContain('must be numbers');
		expect(distributionFault(spec('pert', 0, 0, 2))).toBeUndefined();
	});

	it('is a broken promise when it reaches a draw', () => {
		expect(() => quantileOf(spec('pert', 3, 2, 4))).toThrow('must not fall');
	});
});
