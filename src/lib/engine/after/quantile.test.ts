import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, quantiles } from './quantile.ts';

const samples = fc
	.array(
		fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 3 })),
		{
			minLength: 1,
			maxLength: 200
		}
	)
	.map((values) => Float64Array.from(values, (value) => value + 0)); // no −0, which equals 0
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('quantiles (model §15, type 7)', () => {
	it('puts P10, P50, P90 of 1…5 at 1.4, 3 and 4.6', () => {
		// Places 0.4, 2 and 3.6 counted from 0.
		const [p10 = NaN, p50 = NaN, p90 = NaN] = quantiles(
			Float64Array.of(5, 1, 4, 2, 3),
			[0.1, 0.5, 0.9]
		);
		expect([p10.toFixed(12), p50, p90.toFixed(12)]).toEqual([
			'1.400000000000',
			3,
			'4.600000000000'
		]);
	});

	it('agrees with sorting everything, and leaves the samples alone', () => {
		fc.assert(
			fc.property(samples, share, share, (values, a, b) => {
				const before = values.slice();
				const shares = [Math.min(a, b), Math.max(a, b)];
				const order = [...values].sort((x, y) => x - y);
				const expected = shares.map((p) => {
					const place = (order.length - 1) * p;
					const low = order[Math.floor(place)] ?? NaN;
					const high = order[Math.ceil(place)] ?? NaN;
					return low + (place - Math.floor(place)) * (high - low);
				});
				expect(quantiles(values, shares)).toEqual(expected);
				expect(values).toEqual(before);
			})
		);
	});

	it('gives one value for 1000 equal samples: P10 = P50 = P90', () => {
		expect(bandOf(new Float64Array(1000).fill(0.1))).toEqual({ p10: 0.1, p50: 0.1, p90: 0.1 });
	});

	it('does not depend on the order of samples', () => {
		fc.assert(
			fc.property(samples, (values) => {
				expect(bandOf(values.slice().reverse())).toEqual(bandOf(values));
			})
		);
	});

	it('refuses no samples and falling shares', () => {
		expect(() => quantiles(new Float64Array(0), [0.5])).toThrow('no samples');
		expect(() => quantiles(Float64Array.of(1, 2, 3), [0.9, 0.1])).toThrow('rise');
	});
});
