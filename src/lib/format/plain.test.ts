import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from './plain.ts';

const OPTIONS: readonly Intl.NumberFormatOptions[] = [
	{ maximumFractionDigits: 0 },
	{ maximumFractionDigits: 1 },
	{ maximumFractionDigits: 12, minimumFractionDigits: 2 },
	{ minimumFractionDigits: 5 },
	{},
	{ maximumSignificantDigits: 1 },
	{ maximumSignificantDigits: 3 },
	{ style: 'currency', currency: 'USD' },
	{ style: 'currency', currency: 'USD', maximumFractionDigits: 0 },
	{ style: 'currency', currency: 'USD', minimumFractionDigits: 0, maximumFractionDigits: 2 },
	{ style: 'currency', currency: 'USD', minimumFractionDigits: 2, maximumFractionDigits: 10 }
];

describe('plainText', () => {
	it.each([
		[1234.5, { maximumFractionDigits: 0 }, '1,235'],
		[1.005, { maximumFractionDigits: 2 }, '1.01'],
		[0.5, { maximumFractionDigits: 0 }, '1'],
		[-0.4, { maximumFractionDigits: 0 }, '0'],
		[999.6, { maximumSignificantDigits: 3 }, '1,000'],
		[0.000_123_46, { maximumSignificantDigits: 3 }, '0.000123'],
		[0, { style: 'currency', currency: 'USD' }, '$0.00'],
		[-1234.56, { style: 'currency', currency: 'USD' }, '-$1,234.56']
	] as const)('writes %f with %o as %s', (amount, options, text) => {
		expect(plainText(amount, options)).toBe(text);
	});

	it('writes every double below 1e15, and decimals of up to 9 places, as Intl does', () => {
		const doubles = fc.double({
			min: -1e15,
			max: 1e15,
			maxExcluded: true,
			minExcluded: true,
			noNaN: true
		});
		const decimals = fc
			.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 9 }))
			.map(([whole, places]) => Number(`${whole}e-${places}`));
		for (const options of OPTIONS) {
			const intl = new Intl.NumberFormat('en-US', { signDisplay: 'negative', ...options });
			fc.assert(
				fc.property(fc.oneof(doubles, decimals), (amount) => {
					expect(plainText(amount, options)).toBe(intl.format(amount));
				}),
				{ numRuns: 500 }
			);
		}
	});

	it('leaves euros, other roundings and what is beyond 1e15 to Intl', () => {
		expect(plainText(1, { style: 'currency', currency: 'EUR' })).toBeUndefined();
		expect(plainText(1, { roundingMode: 'halfEven' })).toBeUndefined();
		expect(plainText(1e15, {})).toBeUndefined();
		expect(plainText(NaN, {})).toBeUndefined();
	});
});
