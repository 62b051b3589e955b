import { describe, expect, it } from 'vitest';
import { formatCount, formatNumber, formatRange, MINUS, NBSP } from './number.ts';
import {
	formatChance,
	formatCores,
	formatDisk,
	formatFte,
	formatHours,
	formatLatency,
	formatMemory,
	formatMonths,
	formatPercent,
	formatRate,
	formatTransfer
} from './quantity.ts';

const plain = (text: string) => text.replaceAll(NBSP, ' ');

describe('quantities', () => {
	it('writes 0.1 core as 100 m vCPU and 21.6 as 21.6 vCPU', () => {
		expect(plain(formatCores(0.1))).toBe('100 m vCPU');
		expect(plain(formatCores(21.6))).toBe('21.6 vCPU');
		expect(plain(formatCores(0.033671))).toBe('33.7 m vCPU');
		expect(plain(formatCores(0))).toBe('0 vCPU');
	});

	it('writes 0.9996 core as 1 vCPU, not as 1,000 m vCPU', () => {
		expect(plain(formatCores(0.9996))).toBe('1 vCPU');
		expect(plain(formatCores(0.9994))).toBe('999 m vCPU');
	});

	it('writes 128 MiB, and 43008 MiB as 42 GiB', () => {
		expect(plain(formatMemory(128))).toBe('128 MiB');
		expect(plain(formatMemory(43_008))).toBe('42 GiB');
		expect(plain(formatMemory(47.9297))).toBe('47.9 MiB');
	});

	it('writes transfer in GB and disk in GiB', () => {
		expect(plain(formatTransfer(54_897.87))).toBe('54,898 GB');
		expect(plain(formatDisk(300))).toBe('300 GiB');
	});

	it('writes rates of 5100, 93.3333 and 0.25 requests a second', () => {
		expect(plain(formatRate(5100))).toBe('5,100 req/s');
		expect(plain(formatRate(93.3333))).toBe('93.3 req/s');
		expect(plain(formatRate(0.25))).toBe('0.25 req/s');
	});

	it('writes 3.629 ms as 3.63 ms and 1200 ms as 1.2 s', () => {
		expect(plain(formatLatency(3.629))).toBe('3.63 ms');
		expect(plain(formatLatency(1200))).toBe('1.2 s');
	});

	it('writes fractions as 8 %, 66.7 % and −5 %', () => {
		expect(plain(formatPercent(0.08))).toBe('8 %');
		expect(plain(formatPercent(2 / 3))).toBe('66.7 %');
		expect(plain(formatPercent(-0.05))).toBe(`${MINUS}5 %`);
	});

	it('never calls a chance certain that is not: 0.999 is more than 99 of 100', () => {
		expect(formatChance(0.83)).toBe('83 of 100');
		expect(formatChance(0.999)).toBe('more than 99 of 100');
		expect(formatChance(0.001)).toBe('fewer than 1 of 100');
		expect(formatChance(1)).toBe('100 of 100');
		expect(formatChance(0)).toBe('0 of 100');
	});

	it('writes people and time: 0.85 FTE, 257 h, 1 month, 2.5 months', () => {
		expect(plain(formatFte(0.85))).toBe('0.85 FTE');
		expect(plain(formatHours(257.20669))).toBe('257 h');
		expect(plain(formatMonths(1))).toBe('1 month');
		expect(plain(formatMonths(2.5))).toBe('2.5 months');
	});

	it('says "not available" alone where there is no number', () => {
		expect(formatCores(NaN)).toBe('not available');
		expect(formatPercent(Infinity)).toBe('not available');
		expect(formatChance(NaN)).toBe('not available');
		expect(formatMonths(NaN)).toBe('not available');
	});
});

describe('numbers', () => {
	it('groups 1866.6667 as 1,867 and keeps 3 digits of 0.0336712', () => {
		expect(formatCount(1866.6667)).toBe('1,867');
		expect(formatNumber(0.0336712)).toBe('0.0337');
		expect(formatNumber(-1234)).toBe(`${MINUS}1,234`);
	});

	it('joins two ends with an en dash, and writes equal ends once', () => {
		expect(formatRange('$186k', '$262k')).toBe('$186k – $262k');
		expect(formatRange('$5k', '$5k')).toBe('$5k');
	});
});
