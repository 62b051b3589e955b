import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Decimal } from '../decimal.ts';
import { equal, isPositive } from './decimal-kernels.ts';

const decimals = fc
	.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: -30, max: 10 }))
	.map(([digits, power]) => new Decimal(`${digits}e${power}`));

it('calls equal what decimal.js does, and above 0 likewise', () => {
	fc.assert(
		fc.property(decimals, decimals, (a, b) => {
			expect(equal(a, b)).toBe(a.eq(b));
			expect(equal(a.plus(b), b.plus(a))).toBe(true);
			expect(isPositive(a)).toBe(a.gt(0));
		})
	);
});

it.each([
	['1.50', '1.5', true],
	['0', '-0', true],
	['1', '-1', false],
	['1', '10', false],
	['12345678', '123456780000001e-7', false]
])('%s and %s: equal is %s', (a, b, same) => {
	expect(equal(new Decimal(a), new Decimal(b))).toBe(same);
});

it('takes neither 0 nor −0 to be above 0', () => {
	expect([0, -0, 1e-30, -1].map((x) => isPositive(new Decimal(x)))).toEqual([
		false,
		false,
		true,
		false
	]);
});
