import { alwaysAbove, intervalOf } from './interval.ts';
import type { Maker, Part, PartOp } from './part.ts';

interface Operation {
	readonly op: PartOp;
	readonly args: readonly number[];
	/** Months of a `held`. */
	readonly figure: number;
}

/** A step that is there already, where the operation does nothing in any sample. */
export function simpler(maker: Maker, { op, args, figure }: Operation): number | undefined {
	const [x = 0, y = 0, above = 0, otherwise = 0] = args;
	const [a, b] = [maker.at(x), maker.at(y)];
	switch (op) {
		case 'add':
			if (isJust(a, 0)) return y;
			return isJust(b, 0) ? x : undefined;
		case 'sub':
			return isJust(b, 0) ? x : undefined;
		case 'mul':
			if (isJust(a, 1)) return y;
			if (isJust(b, 1)) return x;
			if (isJust(a, 0) && !b.bounds.gap) return x;
			return isJust(b, 0) && !a.bounds.gap ? y : undefined;
		case 'div':
			if (isJust(b, 1)) return x;
			return isJust(a, 0) && !intervalOf(op, [a.bounds, b.bounds]).gap ? x : undefined;
		case 'max':
			if (isAtLeast(a, b)) return x;
			return isAtLeast(b, a) ? y : roundedLast(maker, op, a, b);
		case 'min':
			if (isAtLeast(a, b)) return y;
			return isAtLeast(b, a) ? x : roundedLast(maker, op, a, b);
		case 'guard':
			return a.bounds.low > 0 ? x : undefined;
		case 'held':
			return a.changes === undefined || isHeld(a.changes, figure) ? x : undefined;
		case 'ifAbove': {
			if (above === otherwise && !a.bounds.gap && !b.bounds.gap) return above;
			const known = alwaysAbove(a.bounds, b.bounds);
			return known === undefined ? undefined : known ? above : otherwise;
		}
		default:
			return undefined;
	}
}

const isJust = ({ sampled, series }: Part, value: number): boolean =>
	!sampled && series?.length === 1 && series[0] === value;

/** In every sample. */
const isAtLeast = ({ bounds: a }: Part, { bounds: b }: Part): boolean =>
	!a.gap && !b.gap && a.low >= b.high;

/** What changes only where a period begins is held already. */
const isHeld = (changes: Uint8Array, period: number): boolean =>
	changes.every((change, k) => change === 0 || k % period === 0);

/** The larger of two that are rounded up is the larger, rounded up: one rounding for two. */
function roundedLast(maker: Maker, op: 'max' | 'min', a: Part, b: Part): number | undefined {
	const [x, y] = [a.args[0], b.args[0]];
	if (a.op !== 'ceil' || b.op !== 'ceil' || x === undefined || y === undefined) return undefined;
	return maker.make('ceil', [maker.make(op, [x, y])]);
}
