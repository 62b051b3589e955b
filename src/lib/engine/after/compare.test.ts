import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOptions, comparePair, standardErrorOf } from './compare.ts';
import { drawInputs } from './draw-inputs.ts';

const figures = (...values: readonly number[]) => Float64Array.from(values);
const outcomesOf = fc.integer({ min: 1, max: 40 }).chain((n) =>
	fc
		.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: n, maxLength: n }), {
			minLength: 1,
			maxLength: 5
		})
		.map((options) => new Map(options.map((values, i) => [`o${i}`, figures(...values)] as const)))
);

describe('comparePair (model §15)', () => {
	it('counts 1 below, 1 tie and 2 above in four draws', () => {
		const pair = comparePair(figures(1, 5, 7, 9), figures(2, 5, 6, 4));
		expect([pair.probabilityBelow, pair.probabilityTie, pair.probabilityAbove]).toEqual([
			0.25, 0.25, 0.5
		]);
		// √(0.25·0.75/4)
		expect(pair.standardError.toFixed(9)).toBe('0.216506351');
		// Differences −1, 0, 1, 5: mean 1.25, P50 0.5, deviation √((5.0625 + 1.5625 + 0.0625 + 14.0625)/4).
		expect(pair.differenceMean).toBe(1.25);
		expect(pair.difference.p50).toBe(0.5);
		expect(pair.differenceDeviation.toFixed(9)).toBe(Math.sqrt(20.75 / 4).toFixed(9));
	});

	it('adds P(A<B), P(B<A) and P(tie) up to 1 (§18.12)', () => {
		const values = fc.array(
			fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })),
			{
				minLength: 1
			}
		);
		fc.assert(
			fc.property(values, (pairs) => {
				const [a, b] = [figures(...pairs.map(([x]) => x)), figures(...pairs.map(([, y]) => y))];
				const there = comparePair(a, b);
				const back = comparePair(b, a);
				const total = there.probabilityBelow + there.probabilityTie + there.probabilityAbove;
				expect(Math.abs(total - 1)).toBeLessThan(1e-15);
				expect(back.probabilityBelow).toBe(there.probabilityAbove);
			})
		);
	});

	it('finds P(A<B) = Φ(1/√0.8) = 0.868224 of normals 10 ± 1 and 11 ± 1 that correlate by 0.6', () => {
		// B − A ~ N(1, 2 − 1.2). To 4 standard errors.
		const n = 20_000;
		const one = Math.exp(1.2815515655446);
		const spec = {
			distribution: 'lognormal' as const,
			low: 1 / one,
			central: 1,
			high: one,
			correlate: { group: 'g', rho: 0.6 }
		};
		const draws = drawInputs(
			['a', 'b'].map((path) => ({ ...spec, path })),
			{ n, seed: 12 }
		);
		const normal = (path: string, mean: number) =>
			(draws.get(path) ?? figures()).map((value) => mean + Math.log(value));
		const { probabilityBelow } = comparePair(normal('a', 10), normal('b', 11));
		expect(Math.abs(probabilityBelow - 0.868224)).toBeLessThan(4 * standardErrorOf(0.868224, n));
	});

	it('refuses 2 samples beside 3', () => {
		expect(() => comparePair(figures(1, 2), figures(1, 2, 3))).toThrow('2 samples beside 3');
	});

	it('refuses to compare nothing with nothing', () => {
		expect(() => comparePair(figures(), figures())).toThrow('0 samples beside 0');
	});
});

describe('compareOptions (model §15)', () => {
	const outcomes = new Map([
		['a', figures(1, 2, 3, 4)],
		['b', figures(2, 2, 2, 9)],
		['c', figures(3, 3, 9, 9)]
	]);

	it('gives a 2.5 of 4 firsts and b 1.5, a tie shared, and their regrets', () => {
		// Least: 1 (a), 2 (a, b), 2 (b), 4 (a). Regret a: 1/4; b: (1 + 0 + 0 + 5)/4; c: (2 + 1 + 7 + 5)/4.
		const { options } = compareOptions(outcomes, ['a', 'b', 'c']);
		expect([...options.values()].map((o) => o.probabilityFirst)).toEqual([0.625, 0.375, 0]);
		expect([...options.values()].map((o) => o.expectedRegret)).toEqual([0.25, 1.5, 3.75]);
	});

	it('keeps the order a, b, c in 3 of 4 draws and calls that too close, below 0.8', () => {
		const { rankStability, tooCloseToCall, samples } = compareOptions(outcomes, ['a', 'b', 'c']);
		expect([rankStability, tooCloseToCall, samples]).toEqual([0.75, true, 4]);
		const sure = compareOptions(
			new Map([
				['x', figures(1, 1)],
				['y', figures(1, 2)]
			]),
			['x', 'y']
		);
		expect([sure.rankStability, sure.tooCloseToCall]).toEqual([1, false]);
	});

	it('is not too close to call at 0.8 itself, and one option alone is always in order', () => {
		const apart = figures(2, 2, 2, 2, 0);
		const even = new Map([
			['x', figures(1, 1, 1, 1, 1)],
			['y', apart]
		]);
		const { rankStability, tooCloseToCall } = compareOptions(even, ['x', 'y']);
		expect([rankStability, tooCloseToCall]).toEqual([0.8, false]);
		expect(compareOptions(new Map([['y', apart]]), ['y']).rankStability).toBe(1);
	});

	it('adds the chances of being first up to 1, with regrets of at least 0', () => {
		fc.assert(
			fc.property(outcomesOf, (some) => {
				const chances = [...compareOptions(some, [...some.keys()]).options.values()];
				const total = chances.reduce((sum, { probabilityFirst }) => sum + probabilityFirst, 0);
				expect(Math.abs(total - 1)).toBeLessThan(1e-12);
				expect(chances.every(({ expectedRegret }) => expectedRegret >= 0)).toBe(true);
			})
		);
	});

	it('does not depend on the order of draws or options, in any digit', () => {
		fc.assert(
			fc.property(outcomesOf, (some) => {
				const order = [...some.keys()];
				const fractions = new Map([...some].map(([id, v]) => [id, v.map((x) => x / 7)] as const));
				const turned = new Map(
					[...fractions].reverse().map(([id, v]) => [id, v.slice().reverse()] as const)
				);
				expect(compareOptions(turned, order)).toEqual(compareOptions(fractions, order));
			})
		);
	});

	it('refuses a central order that forgets an option', () => {
		expect(() => compareOptions(outcomes, ['a', 'b'])).toThrow('names each option once');
	});

	it('refuses options without draws, and one with fewer draws than the first', () => {
		const none = new Map([['a', figures()]]);
		expect(() => compareOptions(none, ['a'])).toThrow('all with the same samples');
		const uneven = new Map([...outcomes, ['c', figures(3)]]);
		expect(() => compareOptions(uneven, ['a', 'b', 'c'])).toThrow('all with the same samples');
	});
});
