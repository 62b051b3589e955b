import { describe, expect, it } from 'vitest';
import { solveLinear } from './linear-solve.ts';

describe('solveLinear', () => {
	it('solves 2x + y = 5, x + 3y = 10 as x = 1, y = 3', () => {
		const [x = NaN, y = NaN] =
			solveLinear(
				[
					[2, 1],
					[1, 3]
				],
				[5, 10]
			) ?? [];
		expect([x.toFixed(12), y.toFixed(12)]).toEqual(['1.000000000000', '3.000000000000']);
	});

	it('exchanges rows when the first entry is 0', () => {
		expect(
			solveLinear(
				[
					[0, 1],
					[1, 0]
				],
				[7, 8]
			)
		).toEqual([8, 7]);
	});

	it('is undefined for 2 parallel equations', () => {
		expect(
			solveLinear(
				[
					[1, 2],
					[2, 4]
				],
				[1, 2]
			)
		).toBeUndefined();
	});
});
