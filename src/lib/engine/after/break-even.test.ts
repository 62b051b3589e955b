import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../decimal.ts';
import { breakEven, linearBreakEven, scanPoints } from './break-even.ts';

const line = (fixed: string | number, perUnit: string | number) => ({
	fixed: new Decimal(fixed),
	perUnit: new Decimal(perUnit)
});
const near = (actual: number | undefined, expected: number, tolerance = 1e-6) =>
	expect(Math.abs((actual ?? NaN) / expected - 1)).toBeLessThan(tolerance);

describe('linearBreakEven (model §14)', () => {
	it('meets at 250 when A is 1000 + 2x and B is 500 + 4x', () => {
		expect(linearBreakEven(line(1000, 2), line(500, 4))?.toFixed()).toBe('250');
	});

	it('is undefined for parallel costs', () => {
		expect(linearBreakEven(line(1, '0.1'), line(2, '0.1'))).toBeUndefined();
	});
});

describe('scanPoints (model §14)', () => {
	it.each([
		[1, 10_000],
		[3, 7],
		[0.1, 0.3]
	])('are 64 in equal ratios from %d to %d, both exact', (from, to) => {
		const points = scanPoints(from, to);
		expect([points.length, points[0], points.at(-1)]).toEqual([64, from, to]);
		const ratio = (to / from) ** (1 / 63);
		points.slice(1).forEach((x, i) => near(x / (points[i] ?? NaN), ratio, 1e-12));
	});
});

describe('breakEven (model §14)', () => {
	it('finds the linear one at 250 to 1e-6, A cheaper above it', () => {
		const found = breakEven((x) => 1000 + 2 * x - (500 + 4 * x), 1, 10_000);
		expect(found.crossings).toHaveLength(1);
		near(found.crossings[0], 250);
		expect(found.stretches.map(({ cheaper }) => cheaper)).toEqual(['b', 'a']);
	});

	it('asks between the points of the scan only where it said that it would', () => {
		const told = new Set(scanPoints(1, 10_000));
		const asked: number[] = [];
		const difference = (x: number): number => {
			asked.push(x);
			return 500 - 2 * x;
		};
		const found = breakEven(difference, 1, 10_000, (xs) => {
			for (const x of xs) told.add(x);
		});
		expect(asked.filter((x) => !told.has(x))).toEqual([]);
		// By hand: 500 − 2x is 0 at 250; two neighbours of the scan lie 40 apart there, and 40 must be
		// halved 28 times to be below 250 · 1e-9.
		expect(asked.length).toBeGreaterThan(64 + 27);
		expect(found).toEqual(breakEven((x) => 500 - 2 * x, 1, 10_000));
	});

	it('agrees with the closed form on any two straight costs that cross inside', () => {
		const at = fc.double({ min: 1.01, max: 9e4, noNaN: true });
		const slopes = fc.tuple(
			fc.double({ min: 0.1, max: 50, noNaN: true }),
			fc.double({ min: 0.1, max: 50, noNaN: true })
		);
		fc.assert(
			fc.property(at, slopes, (x, [vA, extra]) => {
				// A: 0 + (vA + extra)·x, B: extra·x* + vA·x, which meet at x*.
				const found = breakEven((y) => (vA + extra) * y - (extra * x + vA * y), 1, 1e5);
				expect(found.crossings).toHaveLength(1);
				const exact = linearBreakEven(line(0, vA + extra), line(extra * x, vA));
				near(found.crossings[0], exact?.toNumber() ?? NaN);
			})
		);
	});

	it('finds all three roots of (x − 10)(x − 100)(x − 1000), and who is cheaper between', () => {
		const found = breakEven((x) => (x - 10) * (x - 100) * (x - 1000), 1, 1e4);
		expect(found.crossings).toHaveLength(3);
		[10, 100, 1000].forEach((root, i) => near(found.crossings[i], root));
		expect(found.stretches.map(({ cheaper }) => cheaper)).toEqual(['a', 'b', 'a', 'b']);
	});

	it('finds the place of a step: a licence that jumps at 510 pods', () => {
		const found = breakEven((pods) => (pods < 510 ? -50 : 75), 10, 5000);
		near(found.crossings[0], 510);
		expect(found.crossings).toHaveLength(1);
	});

	it('counts a root on a scanned point once, and a mere touch not at all', () => {
		// Both ends are scanned exactly.
		expect(breakEven((x) => x - 2, 2, 2000).crossings).toEqual([]);
		expect(breakEven((x) => (x === 2000 ? 0 : -1), 2, 2000).crossings).toEqual([]);
		const atEnd = breakEven((x) => (x === 2000 ? 0 : -1), 2, 2000).stretches;
		expect(atEnd).toEqual([{ from: 2, to: 2000, cheaper: 'a' }]);
		const touch = breakEven((x) => (x - 50) ** 2, 1, 1000);
		expect(touch.crossings).toEqual([]);
		expect(touch.stretches.map(({ cheaper }) => cheaper)).toEqual(['b']);
	});

	it('does not count a touch at a scanned point in the middle, however large the quantity', () => {
		const middle = scanPoints(1, 1e6)[32];
		const touch = breakEven((x) => (x === middle ? 0 : -1), 1, 1e6);
		expect(touch).toEqual({ crossings: [], stretches: [{ from: 1, to: 1e6, cheaper: 'a' }] });
	});

	it('reports no crossing where one option has no answer, above 300', () => {
		const found = breakEven((x) => (x > 300 ? undefined : -1), 1, 1000);
		expect(found.crossings).toEqual([]);
		expect(found.stretches.map(({ cheaper }) => cheaper)).toEqual(['a', 'unknown']);
		near(found.stretches[0]?.to, 300);
	});

	it('calls equal what costs the same throughout', () => {
		expect(breakEven(() => 0, 1, 10)).toEqual({
			crossings: [],
			stretches: [{ from: 1, to: 10, cheaper: 'equal' }]
		});
	});

	it('covers the whole interval without a hole', () => {
		const { stretches } = breakEven((x) => Math.sin(Math.log(x) * 3), 1, 1e4);
		expect(stretches[0]?.from).toBe(1);
		expect(stretches[stretches.length - 1]?.to).toBe(1e4);
		expect(stretches.slice(1).every((s, i) => s.from === stretches[i]?.to)).toBe(true);
	});
});
