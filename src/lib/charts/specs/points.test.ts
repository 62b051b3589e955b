import { describe, expect, it } from 'vitest';
import { extentOf, placeOf, type Scale } from './points.ts';

const scale = (change: Partial<Scale>): Scale => ({
	label: 'x',
	log: false,
	short: String,
	full: String,
	...change
});

describe('scales of a chart of points', () => {
	it('takes 1, 2 and 5 of each decade around 0.00018 to 0.0006', () => {
		const extent = extentOf(scale({ log: true }), [0.00018, 0.0006]);
		expect(extent).toEqual({ from: 0.0001, to: 0.001, at: [0.0001, 0.0002, 0.0005, 0.001] });
	});

	it('places the middle of a decade by its logarithm: √10 is half way from 1 to 10', () => {
		const log = scale({ log: true });
		expect(placeOf(log, { from: 1, to: 10, at: [] }, Math.sqrt(10))).toBe(0.5);
		expect(placeOf(scale({}), { from: 0, to: 10, at: [] }, 4)).toBe(0.4);
	});

	it('gives three names a row each, the first half a row from the edge', () => {
		const rows = scale({ names: ['a', 'b', 'c'] });
		const extent = extentOf(rows, []);
		expect(placeOf(rows, extent, 0)).toBe(0.5 / 3);
	});

	it('has an axis for one value, for none and for a zero that has no logarithm', () => {
		expect(extentOf(scale({ log: true }), [2])).toEqual({ from: 2, to: 5, at: [2, 5] });
		expect(extentOf(scale({ log: true }), [0])).toEqual({ from: 0.1, to: 1, at: [0.1, 1] });
		expect(extentOf(scale({}), [])).toEqual({ from: 0, to: 1, at: [0, 1] });
	});
});
