import fc from 'fast-check';
import { expect, it } from 'vitest';
import { searchLeast } from './search.ts';

it('finds the least n with ⌈a/n⌉ + b ≤ n for 8 samples at once, as trying each would', () => {
	const few = fc.array(fc.tuple(fc.nat(200), fc.nat(9)), { minLength: 8, maxLength: 8 });
	fc.assert(
		fc.property(few, (pairs) => {
			const out = new Float64Array(8);
			const tried = new Float64Array(8);
			const need = ([a, b]: readonly [number, number], n: number) => Math.ceil(a / n) + b;
			searchLeast(out, tried, 8, () =>
				Float64Array.from(pairs, (pair, i) => need(pair, tried[i] ?? NaN))
			);
			pairs.forEach((pair, i) => {
				let n = 1;
				while (need(pair, n) > n) n++;
				expect(out[i]).toBe(need(pair, 1) === 0 ? 0 : n);
			});
		}),
		{ numRuns: 100 }
	);
});
