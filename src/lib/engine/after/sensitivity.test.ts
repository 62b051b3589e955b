import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawInputs, type Draws, type InputSpec } from './draw-inputs.ts';
import { rankSensitivity } from './sensitivity.ts';

const input = (path: string, more: Partial<InputSpec> = {}): InputSpec => ({
	path,
	distribution: 'lognormal',
	low: 0.5,
	central: 1,
	high: 2,
	...more
});
const draw = (specs: readonly InputSpec[], n = 4000) => drawInputs(specs, { n, seed: 8 });
const column = (draws: Draws, path: string) => draws.get(path) ?? new Float64Array(0);
const logs = (draws: Draws, path: string) => column(draws, path).map((value) => Math.log(value));
const byPath = (found: ReturnType<typeof rankSensitivity>) =>
	new Map(found.map((s) => [s.path, s] as const));

describe('rankSensitivity (model §15)', () => {
	it('is 1 for the only input and −1 when the result falls as it rises', () => {
		const draws = draw([input('a')]);
		expect(
			rankSensitivity(
				draws,
				column(draws, 'a').map((v) => v ** 3)
			)[0]?.rank
		).toBe(1);
		expect(
			rankSensitivity(
				draws,
				column(draws, 'a').map((v) => -v)
			)[0]?.rank
		).toBe(-1);
	});

	it('gives the share of two normals 3a + 4b as Spearman 6/π·asin(0.6/2) and 6/π·asin(0.8/2)', () => {
		// r = 3/5 and 4/5; Spearman's rank correlation of normals is 6/π·asin(r/2). To 4/√n.
		const draws = draw([input('a'), input('b')], 20_000);
		const [a, b] = [logs(draws, 'a'), logs(draws, 'b')];
		const found = byPath(
			rankSensitivity(
				draws,
				a.map((v, i) => 3 * v + 4 * (b[i] ?? NaN))
			)
		);
		const spearman = (r: number) => (6 / Math.PI) * Math.asin(r / 2);
		expect(Math.abs((found.get('a')?.rank ?? NaN) - spearman(0.6))).toBeLessThan(
			4 / Math.sqrt(20_000)
		);
		expect(Math.abs((found.get('b')?.rank ?? NaN) - spearman(0.8))).toBeLessThan(
			4 / Math.sqrt(20_000)
		);
	});

	it('does not credit a traveller: b moves along with a by 0.8 but the result is a and noise', () => {
		const group = { correlate: { group: 'g', rho: 0.8 } };
		const draws = draw([input('a', group), input('b', group), input('noise')]);
		const [a, noise] = [logs(draws, 'a'), logs(draws, 'noise')];
		const found = byPath(
			rankSensitivity(
				draws,
				a.map((v, i) => v + 0.5 * (noise[i] ?? NaN))
			)
		);
		expect(found.get('b')?.rank).toBeGreaterThan(0.6);
		// The ranks of normals are not quite linear in each other: a little remains.
		expect(Math.abs(found.get('b')?.partialRank ?? NaN)).toBeLessThan(0.1);
		expect(found.get('a')?.partialRank).toBeGreaterThan(0.8);
	});

	it('does not depend on the order of samples or inputs, in any digit', () => {
		const draws = draw([input('a'), input('b'), input('c')], 500);
		const result = column(draws, 'a').map((v, i) => v * (column(draws, 'b')[i] ?? NaN));
		const found = rankSensitivity(draws, result);
		const orders = fc.shuffledSubarray([...result.keys()], { minLength: 500, maxLength: 500 });
		fc.assert(
			fc.property(orders, (order) => {
				const mixed = (values: Float64Array) => Float64Array.from(order, (i) => values[i] ?? NaN);
				const turned = new Map([...draws].reverse().map(([path, v]) => [path, mixed(v)] as const));
				expect(rankSensitivity(turned, mixed(result))).toEqual(found);
			}),
			{ numRuns: 20 }
		);
	});

	it('leaves out what never varies and names twins that cannot be told apart', () => {
		const same = { correlate: { group: 'price', rho: 1 } };
		const draws = draw([
			input('p1', same),
			input('p2', same),
			input('fee', { distribution: 'fixed' })
		]);
		const [only, ...rest] = rankSensitivity(draws, column(draws, 'p1'));
		expect(only?.path).toBe('p1');
		expect(only?.twins).toEqual(['p2']);
		expect(rest).toEqual([]);
	});

	it('is 0 throughout for a result that never varies', () => {
		const draws = draw([input('a'), input('b')], 100);
		const found = rankSensitivity(draws, new Float64Array(100).fill(7));
		expect(found.map(({ rank, partialRank }) => [rank, Math.abs(partialRank)])).toEqual([
			[0, 0],
			[0, 0]
		]);
	});
});
