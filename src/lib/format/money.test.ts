import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	formatMoney,
	formatMoneyCompact,
	formatMoneyDifference,
	formatMoneySpread,
	formatMoneyWhole,
	formatUnitPrice,
	minorUnitOf
} from './money.ts';

describe('formatMoney', () => {
	it('writes 1234.56 as $1,234.56 and keeps the zeros of 12', () => {
		expect(formatMoney('1234.56')).toBe('$1,234.56');
		expect(formatMoney(12)).toBe('$12.00');
	});

	it('puts U+2212 before the currency: −$12.30, and no minus before 0', () => {
		expect(formatMoney('-12.3')).toBe('\u2212$12.30');
		expect(formatMoney('-0.00')).toBe('$0.00');
		expect(formatMoney(-0.001)).toBe('$0.00');
	});

	it('knows the digits of currencies: €5.50, ¥1,235, and 3 decimals for dinars', () => {
		expect(formatMoney('5.5', 'EUR')).toBe('€5.50');
		expect(formatMoney('1234.6', 'JPY')).toBe('¥1,235');
		expect(minorUnitOf('USD')).toBe(2);
		expect(minorUnitOf('JPY')).toBe(0);
		expect(minorUnitOf('KWD')).toBe(3);
	});

	it('writes no NaN and no Infinity', () => {
		expect(formatMoney(NaN)).toBe('not available');
		expect(formatMoneyCompact(Infinity)).toBe('not available');
		expect(formatMoneyDifference('')).toBe('not available');
		expect(formatUnitPrice(NaN, 'h')).toBe('not available');
	});
});

describe('formatMoneyWhole', () => {
	it('writes 371600.49 as $371,600', () => {
		expect(formatMoneyWhole('371600.49')).toBe('$371,600');
		expect(formatMoneyWhole('-0.4')).toBe('$0');
	});
});

describe('formatMoneyCompact', () => {
	it.each([
		[213_960, '$214k'],
		[61_000, '$61k'],
		[61_449, '$61.4k'],
		[1_234_567, '$1.23m'],
		[2e9, '$2bn'],
		[3.5e12, '$3.5tn'],
		[870.4, '$870'],
		[37.49, '$37.5'],
		[0.00551, '$0.01'],
		[0, '$0'],
		[-12_300, '\u2212$12.3k']
	])('writes %f as %s', (amount, text) => {
		expect(formatMoneyCompact(amount)).toBe(text);
	});

	it('carries into the next size: 999,950 is $1m and 999.6 is $1k', () => {
		expect(formatMoneyCompact(999_950)).toBe('$1m');
		expect(formatMoneyCompact(999.6)).toBe('$1k');
	});

	it('stays within half a percent of the amount, from 1 to 1e14', () => {
		const sizes: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9, tn: 1e12 };
		fc.assert(
			fc.property(fc.double({ min: 1, max: 9e14, noNaN: true }), (amount) => {
				const text = formatMoneyCompact(amount).replace(/[$,]/g, '');
				const read = parseFloat(text) * (sizes[text.replace(/[\d.]/g, '')] ?? 1);
				expect(Math.abs(read / amount - 1)).toBeLessThan(0.00501);
			})
		);
	});
});

describe('differences, spreads and unit prices', () => {
	it('signs a difference: +$61k, −$12k, $0', () => {
		expect(formatMoneyDifference(61_000)).toBe('+$61k');
		expect(formatMoneyDifference(-12_000)).toBe('\u2212$12k');
		expect(formatMoneyDifference(0)).toBe('$0');
	});

	it('writes a spread of 20,000 as ± $20k', () => {
		expect(formatMoneySpread(20_000)).toBe('± $20k');
		expect(formatMoneySpread(-20_000)).toBe('± $20k');
	});

	it('keeps every digit of a price: $0.0225/h, $0.000685/h, $0.40/GB', () => {
		expect(formatUnitPrice('0.0225', 'h')).toBe('$0.0225/h');
		expect(formatUnitPrice('0.000685', 'h')).toBe('$0.000685/h');
		expect(formatUnitPrice('0.4', 'GB')).toBe('$0.40/GB');
	});
});
