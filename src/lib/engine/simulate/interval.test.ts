import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alwaysAbove, intervalOf, type Interval } from './interval.ts';
import type { PartOp } from './part.ts';
import { scalarOf } from '../graph/scalar.ts';

const OPS: readonly PartOp[] = [
	'add',
	'sub',
	'mul',
	'div',
	'max',
	'min',
	'ceil',
	'floor',
	'ln',
	'exp',
	'guard',
	'ifAbove'
];

const number = fc.double({ min: -40, max: 40, noNaN: true });
const range = fc.tuple(number, number, fc.double({ min: 0, max: 1, noNaN: true }));

const placed = ([a, b, share]: readonly [number, number, number]): readonly [Interval, number] => {
	const [low, high] = [Math.min(a, b), Math.max(a, b)];
	const inside = Math.min(high, Math.max(low, low + (high - low) * share));
	return [{ low, high, gap: false }, inside];
};

it('holds the result of every operation on values within their ranges', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...OPS),
			fc.array(range, { minLength: 4, maxLength: 4 }),
			(op, four) => {
				const args = four.map(placed);
				const bounds = intervalOf(
					op,
					args.map(([interval]) => interval)
				);
				const [a = NaN, b, c, d] = args.map(([, value]) => value);
				const value = scalarOf(op, a, b, c, d);
				const isInside = value >= bounds.low && value <= bounds.high;
				expect(isInside || (bounds.gap && !Number.isFinite(value))).toBe(true);
			}
		),
		{ numRuns: 2000 }
	);
});

it('says that 3 to 5 is always above 2, never above 5, and open above 4', () => {
	const x: Interval = { low: 3, high: 5, gap: false };
	const at = (limit: number): Interval => ({ low: limit, high: limit, gap: false });
	expect([2, 5, 4].map((limit) => alwaysAbove(x, at(limit)))).toEqual([true, false, undefined]);
});
