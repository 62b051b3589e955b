import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, product, quotient } from './decimal-text.ts';

describe('decimal text', () => {
	it('doubles 0.01 to 0.02 and takes a tenth of 0.90 as 0.09', () => {
		expect(product('0.01', '2')).toBe('0.02');
		expect(product('0.90', '0.1')).toBe('0.09');
	});

	it('makes 0.153984375 of 19.71 by the 128 GiB of a P10 disk', () => {
		// By hand: 19.71 / 128 = 0.153984375, and 1/128 = 0.0078125.
		expect(product('19.71', '0.0078125')).toBe('0.153984375');
	});

	it('takes 0.1 over 0.17 from 1 as 0.411765', () => {
		// By hand: 0.1/0.17 = 0.58823529…, rounded 0.588235; 1 − 0.588235 = 0.411765.
		expect(difference('1', quotient('0.1', '0.17', 6))).toBe('0.411765');
	});

	it('rounds 1/8 to 0.13 at two places and 1/3 down', () => {
		expect(quotient('1', '8', 2)).toBe('0.13');
		expect(quotient('1', '3', 6)).toBe('0.333333');
	});

	it('keeps the sign of a difference below 1', () => {
		expect(difference('0.1', '0.25')).toBe('-0.15');
		expect(difference('0.1', '0.10')).toBe('0');
	});

	it('multiplies any two amounts of six places as whole millionths do', () => {
		const millionths = fc.integer({ min: 0, max: 10 ** 9 });
		fc.assert(
			fc.property(millionths, millionths, (a, b) => {
				const text = (n: number): string =>
					`${Math.floor(n / 1e6)}.${String(n % 1e6).padStart(6, '0')}`;
				const [whole = '', fraction = ''] = product(text(a), text(b)).split('.');
				expect(BigInt(whole + fraction.padEnd(12, '0'))).toBe(BigInt(a) * BigInt(b));
			})
		);
	});
});
