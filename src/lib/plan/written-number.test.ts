import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beforePercent, isWritten, plainNumber, shifted } from './written-number.ts';

describe('a number as people write it', () => {
	it.each([
		['1500', '1500'],
		['1,500', '1500'],
		['1 500', '1500'],
		['1\u202f250\u00a0000', '1250000'],
		['1.5k', '1500'],
		['1.5 K', '1500'],
		['2M', '2000000'],
		['1e3', '1000'],
		['1.5E+3', '1500'],
		['2.5e-3', '0.0025'],
		['1e12', '1000000000000'],
		['10^12', '1000000000000'],
		['10\u00b9\u00b2', '1000000000000'],
		['12,000.5', '12000.5'],
		['+7', '7'],
		['-0.5k', '-500'],
		['.5', '0.5'],
		['\uff13\uff10\uff10', '300'],
		['\u22123', '-3'],
		['0.000000000000001', '0.000000000000001']
	])('%j is %s', (text, plain) => {
		expect(plainNumber(text)).toBe(plain);
	});

	it.each([
		'',
		'ten',
		'1,5',
		'12,00',
		'0,250',
		'1500,250',
		'1 500,250',
		'1.234,567',
		'12,34,567',
		'1.2.3',
		'0x10',
		'250m',
		'1.5kk',
		'1e',
		'k',
		'3\u00b2',
		'30 %'
	])('%j is none, and nothing is made of it', (text) => {
		expect(plainNumber(text)).toBeUndefined();
		expect(isWritten(text)).toBe(false);
	});

	it.each(['1e99', '1e9000000', '10^400', '1234567890123456', '1e-30'])(
		'%j is one, beyond the digits of any field',
		(text) => {
			expect(plainNumber(text)).toBeUndefined();
			expect(isWritten(text)).toBe(true);
		}
	);

	it('is not looked at beyond 64 characters', () => {
		expect(isWritten('9'.repeat(100_000))).toBe(false);
	});

	it('is the number that stands before a per cent sign', () => {
		expect(['30%', '30 %', '1,000 %', '1k%', '%', '30'].map(beforePercent)).toEqual([
			'30',
			'30',
			'1000',
			'1k',
			undefined,
			undefined
		]);
	});

	it('says the same however it is written: with an exponent, with marks, with a power', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 999_999 }),
				fc.integer({ min: 0, max: 6 }),
				(n, places) => {
					const plain = String(n * 10 ** places);
					expect(plainNumber(`${n}e${places}`)).toBe(plain);
					expect(plainNumber(plain.replace(/\B(?=(\d{3})+$)/g, ','))).toBe(plain);
					expect(plainNumber(`${shifted(String(n), -3)}k`)).toBe(String(n));
				}
			)
		);
	});
});
