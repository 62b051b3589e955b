import { expect, it } from 'vitest';
import { spread } from './spread.ts';
import { ticks } from './ticks.ts';

it('marks 0…700 in steps of 100 for 0…690 in about six', () => {
	// 690/6 = 115, the next round step is 200: 0, 200, 400, 600, 800.
	expect(ticks(0, 690).at).toEqual([0, 200, 400, 600, 800]);
});

it('covers a negative low end and keeps 0 among the marks', () => {
	const axis = ticks(-30, 100);
	expect(axis.from).toBeLessThanOrEqual(-30);
	expect(axis.to).toBeGreaterThanOrEqual(100);
	expect(axis.at).toContain(0);
});

it('gives a chart of zeros an axis from 0 to something above', () => {
	const axis = ticks(0, 0);
	expect(axis.from).toBe(0);
	expect(axis.to).toBeGreaterThan(0);
});

it('moves two labels at 10 and 12 to 15 apart around 11, and keeps one at 90', () => {
	expect(spread([10, 12, 90], 15)).toEqual([3.5, 18.5, 90]);
});

it('keeps a missing label missing', () => {
	expect(spread([undefined, 5], 15)).toEqual([undefined, 5]);
});
