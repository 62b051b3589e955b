import { describe, expect, it } from 'vitest';
import { shifted, tidy } from '../plan/written-number.ts';
import { textOfValue, valueOfText } from './typed-text.ts';

describe('typed numbers', () => {
	it.each([
		['12,000', 12000],
		[' 1 250 000 ', 1250000],
		['+7', 7],
		['.5', 0.5],
		['\uff13\uff10\uff10', 300],
		['\u22123', -3],
		['1.5k', 1500],
		['1e12', 1e12]
	])('reads %j as %d', (text, value) => {
		expect(valueOfText(text)).toBe(value);
	});

	it.each(['', 'ten', '1e99', '1e9000000', '0x10', 'Infinity', '12,00', '1.2.3'])(
		'leaves %j as it is, for the plan to refuse',
		(text) => {
			expect(valueOfText(text)).toBe(text);
		}
	);

	it('does not touch 100,000 characters', () => {
		const long = '9'.repeat(100_000);
		expect(tidy(long)).toBe(long);
		expect(valueOfText(long)).toBe(long);
	});

	it('moves the point of a per cent without a change of digits: 2 % is 0.02, 0.1 % is 0.001', () => {
		expect(valueOfText('2', -2)).toBe(0.02);
		expect(valueOfText('0.1', -2)).toBe(0.001);
		expect(valueOfText('30 %', -2)).toBe(0.3);
		expect(valueOfText('30 %')).toBe('30 %');
		expect(valueOfText('-12.5', -2)).toBe(-0.125);
	});

	it('shows 0.02 as 2 per cent, 0.3 as 30 and 0.0005 as 0.05', () => {
		expect(textOfValue(0.02, 2)).toBe('2');
		expect(textOfValue(0.3, 2)).toBe('30');
		expect(textOfValue(0.0005, 2)).toBe('0.05');
	});

	it('groups from five digits on: 5000 stays, 12000 reads 12,000', () => {
		expect(textOfValue(5000)).toBe('5000');
		expect(textOfValue(12000)).toBe('12,000');
		expect(textOfValue(-1234567.5)).toBe('-1,234,567.5');
	});

	it('keeps all of ten decimals and more as text, in the plan’s unit', () => {
		expect(valueOfText('0.1234567891')).toBe('0.1234567891');
		expect(valueOfText('12.34567891 %', -2)).toBe('0.1234567891');
		expect(textOfValue('0.1234567891', 2)).toBe('12.34567891');
	});

	it('shifts there and back to the same text', () => {
		for (const text of ['0', '1', '0.5', '123.456', '-7.25']) {
			expect(shifted(shifted(text, -2), 2)).toBe(text);
		}
	});
});
