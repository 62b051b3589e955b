import { describe, expect, it } from 'vitest';
import { drawInputs, type InputSpec } from './draw-inputs.ts';

const input = (path: string, more: Partial<InputSpec> = {}): InputSpec => ({
	path,
	distribution: 'pert',
	low: 0,
	central: 0.3,
	high: 1,
	...more
});
const values = (draws: ReadonlyMap<string, Float64Array>, path: string) => [
	...(draws.get(path) ?? [])
];
const grouped = (path: string, rho: number) => input(path, { correlate: { group: 'fte', rho } });

/** Pearson's r of normal scores, from draws that are uniform. */
const uniform = (path: string, more: Partial<InputSpec> = {}) =>
	input(path, { distribution: 'triangular', low: 0, central: 0.5, high: 1, ...more });
function pearson(a: readonly number[], b: readonly number[]): number {
	const mean = (x: readonly number[]) => x.reduce((s, v) => s + v, 0) / x.length;
	const [ma, mb] = [mean(a), mean(b)];
	const cov = a.reduce((s, v, i) => s + (v - ma) * ((b[i] ?? NaN) - mb), 0);
	const size = (x: readonly number[], m: number) =>
		Math.sqrt(x.reduce((s, v) => s + (v - m) ** 2, 0));
	return cov / size(a, ma) / size(b, mb);
}
const lognormal = (path: string, more: Partial<InputSpec> = {}) =>
	input(path, {
		distribution: 'lognormal',
		low: Math.exp(-1.2815515655446),
		central: 1,
		high: Math.exp(1.2815515655446),
		...more
	});
const logs = (drawn: readonly number[]) => drawn.map((value) => Math.log(value));

describe('drawInputs (model §15)', () => {
	it('draws a PERT of ends 0 and 4 and mode 1 about its mean of (0 + 4·1 + 4)/6', () => {
		const drawn = values(
			drawInputs([input('a', { low: 0, central: 1, high: 4 })], { n: 5000, seed: 3 }),
			'a'
		);
		const mean = drawn.reduce((total, value) => total + value, 0) / drawn.length;
		// One draw in each of 5,000 intervals: far nearer than 0.8/√5000 = 0.011 of free draws.
		expect(Math.abs(mean - 8 / 6)).toBeLessThan(1e-3);
	});

	it('gives the same draws for the same seed, and others for the next (§18.12)', () => {
		const specs = [input('a'), grouped('b', 0.7)];
		const once = drawInputs(specs, { n: 200, seed: 4 });
		expect(drawInputs(specs, { n: 200, seed: 4 })).toEqual(once);
		expect(values(drawInputs(specs, { n: 200, seed: 5 }), 'a')).not.toEqual(values(once, 'a'));
	});

	it('changes nothing when inputs come in another order, or when one is added', () => {
		const specs = [input('a'), grouped('b', 0.7), grouped('c', 0.7), input('d')];
		const draws = drawInputs(specs, { n: 300, seed: 1 });
		const turned = drawInputs([...specs].reverse(), { n: 300, seed: 1 });
		const more = drawInputs([input('new'), grouped('aa', 0.7), ...specs], { n: 300, seed: 1 });
		for (const { path } of specs) {
			expect(values(turned, path)).toEqual(values(draws, path));
			expect(values(more, path)).toEqual(values(draws, path));
		}
	});

	it('keeps fixed inputs at their central value in each of n samples', () => {
		const draws = drawInputs([input('price', { distribution: 'fixed', central: 0.384 })], {
			n: 3,
			seed: 1
		});
		expect(values(draws, 'price')).toEqual([0.384, 0.384, 0.384]);
	});

	it('correlates two lognormals of one group by their ρ of 0.8, to 4 standard errors', () => {
		const n = 20_000;
		const draws = drawInputs(
			['a', 'b'].map((path) => lognormal(path, { correlate: { group: 'g', rho: 0.8 } })),
			{ n, seed: 2 }
		);
		const r = pearson(logs(values(draws, 'a')), logs(values(draws, 'b')));
		// Standard error (1 − ρ²)/√n = 0.0025.
		expect(Math.abs(r - 0.8)).toBeLessThan(4 * 0.00255);
	});

	it('leaves inputs of no group uncorrelated: |r| below 4/√20,000', () => {
		const draws = drawInputs([uniform('a'), uniform('b')], { n: 20_000, seed: 2 });
		expect(Math.abs(pearson(values(draws, 'a'), values(draws, 'b')))).toBeLessThan(
			4 / Math.sqrt(20_000)
		);
	});

	it('draws one value for all members of a group at ρ = 1', () => {
		const draws = drawInputs([grouped('a', 1), grouped('b', 1)], { n: 100, seed: 1 });
		expect(values(draws, 'a')).toEqual(values(draws, 'b'));
	});

	it('leaves the values of a correlated input what they are alone, in another order', () => {
		const alone = values(drawInputs([input('a')], { n: 500, seed: 9 }), 'a');
		const together = values(drawInputs([grouped('a', 0.7)], { n: 500, seed: 9 }), 'a');
		expect([...together].sort()).toEqual([...alone].sort());
		expect(together).not.toEqual(alone);
	});

	it('follows a matrix with −0.5, in whatever order its paths are listed', () => {
		const specs = [lognormal('a'), lognormal('b')];
		const matrix = [
			[1, -0.5],
			[-0.5, 1]
		];
		const draws = drawInputs(specs, {
			n: 20_000,
			seed: 3,
			matrices: [{ paths: ['a', 'b'], matrix }]
		});
		const turned = drawInputs(specs, {
			n: 20_000,
			seed: 3,
			matrices: [{ paths: ['b', 'a'], matrix }]
		});
		const r = pearson(logs(values(draws, 'a')), logs(values(draws, 'b')));
		// Standard error (1 − 0.25)/√20,000 = 0.0053.
		expect(Math.abs(r + 0.5)).toBeLessThan(4 * 0.0053);
		expect(values(turned, 'b')).toEqual(values(draws, 'b'));
	});

	it('gives P(A < B) of two normals that correlate by 0.7, to 4 standard errors', () => {
		// ln A ~ N(0, 1), ln B ~ N(0.5, 1): P = Φ(0.5/√(2 − 1.4)) = Φ(0.645497) = 0.740698.
		const n = 20_000;
		const draws = drawInputs(
			['a', 'b'].map((path) => lognormal(path, { correlate: { group: 'g', rho: 0.7 } })),
			{ n, seed: 6 }
		);
		const [a, b] = [logs(values(draws, 'a')), logs(values(draws, 'b'))];
		const share = a.filter((value, i) => value < (b[i] ?? NaN) + 0.5).length / n;
		expect(Math.abs(share - 0.740698)).toBeLessThan(4 * Math.sqrt((0.7407 * 0.2593) / n));
	});

	it('draws 200 replacements apart from the sample, correlated alike', () => {
		const specs = ['a', 'b'].map((path) =>
			lognormal(path, { correlate: { group: 'g', rho: 0.9 } })
		);
		const [first, second] = [1, 2].map((attempt) =>
			drawInputs(specs, { n: 200, seed: 1, attempt })
		);
		expect(first).not.toEqual(second);
		const r = pearson(logs(values(first ?? new Map(), 'a')), logs(values(first ?? new Map(), 'b')));
		// Standard error (1 − 0.81)/√200 = 0.0134.
		expect(Math.abs(r - 0.9)).toBeLessThan(4 * 0.0135);
	});

	it('refuses a path drawn twice, a ρ of 1.2, and a matrix that cannot be', () => {
		const at = { n: 10, seed: 1 };
		expect(() => drawInputs([input('a'), input('a')], at)).toThrow('a is drawn twice');
		expect(() => drawInputs([grouped('a', 1.2)], at)).toThrow('1.2');
		const matrix = [
			[1, 2],
			[2, 1]
		];
		const matrices = [{ paths: ['a', 'b'], matrix }];
		expect(() => drawInputs([input('a'), input('b')], { ...at, matrices })).toThrow(
			'semi-definite'
		);
	});
});
