import { describe, expect, it } from 'vitest';
import { tornado, type Swing } from './tornado.ts';

const swing = (path: string, atLow: number, atHigh: number): Swing => ({ path, atLow, atHigh });

describe('tornado (model §15)', () => {
	it('sorts by width and names the cheap end by outcome: a β of 1 is cheaper than one of 0.7', () => {
		const { bars } = tornado([swing('fte', 90, 120), swing('beta', 150, 80)]);
		expect(bars.map(({ path }) => path)).toEqual(['beta', 'fte']);
		expect(bars[0]).toEqual({
			path: 'beta',
			atLow: 150,
			atHigh: 80,
			cheap: 80,
			dear: 150,
			cheapEnd: 'high'
		});
		expect(bars[1]?.cheapEnd).toBe('low');
	});

	it('sorts by width, not by ends: 5 to 9 comes before 100 to 103', () => {
		const { bars } = tornado([swing('far', 100, 103), swing('wide', 5, 9)]);
		expect(bars.map(({ path }) => path)).toEqual(['wide', 'far']);
	});

	it('sorts bars of one width by name, in whatever order they come', () => {
		const all = [swing('b', 0, 2), swing('c', 4, 2), swing('a', 1, 3)];
		for (const swings of [all, all.toReversed()]) {
			expect(tornado(swings).bars.map(({ path }) => path)).toEqual(['a', 'b', 'c']);
		}
	});

	it('stops at 12 bars and sums up 3 more as the rest', () => {
		const { bars, rest } = tornado(Array.from({ length: 15 }, (_, i) => swing(`p${i}`, 0, i + 1)));
		expect(bars).toHaveLength(12);
		// Widths 15 … 4 have bars; 3, 2 and 1 do not.
		expect(rest).toEqual({ count: 3, widest: 3 });
	});

	it('leaves out what moves nothing', () => {
		expect(tornado([swing('price', 5, 5)])).toEqual({ bars: [], rest: undefined });
	});
});
