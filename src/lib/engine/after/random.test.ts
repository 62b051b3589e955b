import { describe, expect, it } from 'vitest';
import { below, fromState, GENERATOR, randomStream } from './random.ts';

const take = <T>(count: number, next: () => T) => Array.from({ length: count }, next);

describe('xoshiro128** (model §15)', () => {
	it('continues where it stopped: 4 words and 6 more are the first 10', () => {
		const stream = fromState([1, 2, 3, 4]);
		const parts = [...stream.words(4), ...stream.words(6)];
		expect(parts).toEqual([...fromState([1, 2, 3, 4]).words(10)]);
	});

	it('gives the 10 published numbers from the state 1, 2, 3, 4', () => {
		// The vector of the reference code, as in the tests of the rand_xoshiro crate.
		expect([...fromState([1, 2, 3, 4]).words(10)]).toEqual([
			11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
			4258142804
		]);
	});

	it('gives the same 100 numbers for one seed and name, and others for the next seed or name', () => {
		const numbers = [...randomStream(7, 'mesh.proxy.c1').words(100)];
		expect([...randomStream(7, 'mesh.proxy.c1').words(100)]).toEqual(numbers);
		for (const [seed, name] of [
			[8, 'mesh.proxy.c1'],
			[7 + 2 ** 32, 'mesh.proxy.c1'],
			[7, 'mesh.proxy.c2']
		] as const) {
			const others = new Set(randomStream(seed, name).words(100));
			expect(numbers.filter((number) => others.has(number))).toEqual([]);
		}
	});

	it('starts 10,000 names in 10,000 different places', () => {
		const starts = take(10_000, () => 0).map((_, i) => {
			return randomStream(1, `path.${i}`).words(2).join();
		});
		expect(new Set(starts).size).toBe(10_000);
	});

	it('spreads 100,000 uniforms evenly: mean 1/2 and variance 1/12 within 4 standard errors', () => {
		const stream = randomStream(3, 'spread');
		const uniform = () => stream.uniform();
		const drawn = take(100_000, uniform);
		const mean = drawn.reduce((a, b) => a + b, 0) / drawn.length;
		const variance = drawn.reduce((a, b) => a + (b - 0.5) ** 2, 0) / drawn.length;
		// Standard errors: √(1/12/n) = 0.00091; √((1/80 − 1/144)/n) = 0.000236.
		expect(Math.abs(mean - 0.5)).toBeLessThan(4 * 0.000913);
		expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 * 0.000236);
		expect(drawn.every((u) => u > 0 && u < 1)).toBe(true);
	});

	it('correlates no two names: |r| of 20,000 pairs below 4/√20,000', () => {
		const [a, b] = [randomStream(1, 'a'), randomStream(1, 'b')];
		const products = take(20_000, () => 12 * (a.uniform() - 0.5) * (b.uniform() - 0.5));
		const r = products.reduce((x, y) => x + y, 0) / products.length;
		expect(Math.abs(r)).toBeLessThan(4 / Math.sqrt(20_000));
	});

	it('stays below its bound and reaches each of 6 sides about 10,000 times in 60,000', () => {
		const sides = [...randomStream(1, 'die').words(60_000)].map((word) => below(6, word));
		for (let side = 0; side < 6; side++) {
			const seen = sides.filter((drawn) => drawn === side).length;
			// Standard deviation √(60,000·5/36) = 91.
			expect(Math.abs(seen - 10_000)).toBeLessThan(4 * 91.3);
		}
		expect(new Set(sides).size).toBe(6);
	});

	it('is named', () => {
		expect(GENERATOR).toBe('xoshiro128** seeded by splitmix32');
	});
});
