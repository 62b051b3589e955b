import { describe, expect, it } from 'vitest';
import { fromState, GENERATOR, randomStream } from './random.ts';

const take = <T>(count: number, next: () => T) => Array.from({ length: count }, next);

describe('xoshiro128** (model §15)', () => {
	it('gives the 10 published numbers from the state 1, 2, 3, 4', () => {
		// The vector of the reference code, as in the tests of the rand_xoshiro crate.
		expect(take(10, fromState([1, 2, 3, 4]).uint32)).toEqual([
			11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
			4258142804
		]);
	});

	it('gives the same 100 numbers for one seed and name, and others for the next seed or name', () => {
		const numbers = take(100, randomStream(7, 'mesh.proxy.c1').uint32);
		expect(take(100, randomStream(7, 'mesh.proxy.c1').uint32)).toEqual(numbers);
		for (const [seed, name] of [
			[8, 'mesh.proxy.c1'],
			[7 + 2 ** 32, 'mesh.proxy.c1'],
			[7, 'mesh.proxy.c2']
		] as const) {
			const others = new Set(take(100, randomStream(seed, name).uint32));
			expect(numbers.filter((number) => others.has(number))).toEqual([]);
		}
	});

	it('starts 10,000 names in 10,000 different places', () => {
		const starts = take(10_000, () => 0).map((_, i) => {
			const { uint32 } = randomStream(1, `path.${i}`);
			return `${uint32()}.${uint32()}`;
		});
		expect(new Set(starts).size).toBe(10_000);
	});

	it('spreads 100,000 uniforms evenly: mean 1/2 and variance 1/12 within 4 standard errors', () => {
		const { uniform } = randomStream(3, 'spread');
		const drawn = take(100_000, uniform);
		const mean = drawn.reduce((a, b) => a + b, 0) / drawn.length;
		const variance = drawn.reduce((a, b) => a + (b - 0.5) ** 2, 0) / drawn.length;
		// Standard errors: √(1/12/n) = 0.00091; √((1/80 − 1/144)/n) = 0.000236.
		expect(Math.abs(mean - 0.5)).toBeLessThan(4 * 0.000913);
		expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 * 0.000236);
		expect(drawn.every((u) => u > 0 && u < 1)).toBe(true);
	});

	it('correlates no two names: |r| of 20,000 pairs below 4/√20,000', () => {
		const [a, b] = [randomStream(1, 'a').uniform, randomStream(1, 'b').uniform];
		const products = take(20_000, () => 12 * (a() - 0.5) * (b() - 0.5));
		const r = products.reduce((x, y) => x + y, 0) / products.length;
		expect(Math.abs(r)).toBeLessThan(4 / Math.sqrt(20_000));
	});

	it('stays below its bound and reaches each of 6 sides about 10,000 times in 60,000', () => {
		const { below } = randomStream(1, 'die');
		const sides = take(60_000, () => below(6));
		for (let side = 0; side < 6; side++) {
			const seen = sides.filter((drawn) => drawn === side).length;
			// Standard deviation √(60,000·5/36) = 91.
			expect(Math.abs(seen - 10_000)).toBeLessThan(4 * 91.3);
		}
		expect(Math.max(...new Set(sides))).toBe(5);
	});

	it('is named', () => {
		expect(GENERATOR).toBe('xoshiro128** seeded by splitmix32');
	});
});
