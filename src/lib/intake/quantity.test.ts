import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMiB, readQuantity } from './quantity.ts';

const place = { pod: 'shop/web-1', field: 'containers[web].resources.requests.cpu' };
const read = (text: unknown): number | undefined => {
	const answer = readQuantity(text, place);
	return answer.ok ? answer.value : undefined;
};

describe('readQuantity', () => {
	it.each([
		['100m', 0.1],
		['0.1', 0.1],
		[0.1, 0.1],
		['1', 1],
		[2, 2],
		['100u', 0.0001],
		['100n', 0.0000001],
		['1Ki', 1024],
		['64Mi', 67_108_864],
		['1.5Gi', 1_610_612_736],
		['2Ti', 2_199_023_255_552],
		['1k', 1000],
		['128M', 128_000_000],
		['2G', 2_000_000_000],
		['1T', 1e12],
		['1e3', 1000],
		['1E3', 1000],
		['12e-1', 1.2],
		['.5', 0.5],
		['5.', 5],
		['+1', 1],
		['1E', 1e18],
		['1Ei', 1_152_921_504_606_846_976],
		['0', 0],
		['-0', 0],
		[' 250m ', 0.25]
	])('reads %s as %d', (text, value) => {
		expect(read(text)).toBe(value);
	});

	it.each([
		'',
		'm',
		'1 core',
		'100MB',
		'0x10',
		'1e',
		'--1',
		'-5',
		'Infinity',
		'NaN',
		'1,5',
		'1K',
		null
	])('refuses %s and names pod and field', (text) => {
		const answer = readQuantity(text, place);
		expect(answer.ok ? '' : answer.errors[0]?.message).toMatch(/shop\/web-1.*requests\.cpu/);
	});

	it('refuses memory below a byte: 128m is 0.128 byte, and 128M was meant', () => {
		expect(readMiB('128m', place).ok).toBe(false);
		expect(readMiB('128Mi', place)).toEqual({ ok: true, value: 128 });
	});

	it('gives the same for whole millicores as for the decimal fraction', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1_000_000 }), (milli) => {
				expect(read(`${milli}m`)).toBe(milli / 1000);
			})
		);
	});
});
