import { breakEven, scanPoints, type BreakEven } from '../after/break-even.ts';
import { BLOCK } from './machine.ts';
import { prepare, type Prepared } from './prepare.ts';
import { roomFor } from './run-block.ts';
import type { Subject, Supply } from './supply.ts';

/** Name of the column that moves; everything else stands still. */
const MOVED = 'what moves';

/** An input that moves from `from` to `to`. */
export const moving = (from: number, to: number): Supply => ({
	kind: 'drawn',
	spec: { path: MOVED, distribution: 'pert', low: from, central: (from + to) / 2, high: to }
});

/** The same, so many times as large. */
export const movingTimes = (from: number, to: number, times: number): Supply => ({
	kind: 'product',
	of: moving(from, to),
	times: { kind: 'fixed', value: times },
	whole: false
});

/** Cost of two options at one value of what moves; not a number where an option does not fit. */
export interface PointAlong {
	readonly x: number;
	readonly a: number;
	readonly b: number;
}

export interface Along {
	readonly breakEven: BreakEven;
	/** The points of the scan, rising. */
	readonly points: readonly PointAlong[];
}

interface Asked {
	/** Two options, `moving` in at least one input. */
	readonly subjects: readonly [Subject, Subject];
	readonly months: number;
	readonly from: number;
	readonly to: number;
}

/**
 * Costs of two options while one thing moves, and every place where the cheaper one changes
 * (`model.md` §14). Nothing where neither cost depends on it.
 */
export function along({ subjects, months, from, to }: Asked): Along | undefined {
	const prepared = prepare(subjects, months);
	if (prepared.specs.size === 0) return undefined;
	const points = costsAt(prepared, scanPoints(from, to));
	const known = new Map(points.map((point) => [point.x, point] as const));
	const foresee = (xs: readonly number[]): void => {
		for (const point of costsAt(prepared, xs)) known.set(point.x, point);
	};
	const difference = (x: number): number => {
		const { a, b } = known.get(x) ?? costsAt(prepared, [x])[0] ?? { a: NaN, b: NaN };
		return a - b;
	};
	return { breakEven: breakEven(difference, from, to, foresee), points };
}

function costsAt({ assembly, runner, specs }: Prepared, xs: readonly number[]): PointAlong[] {
	const values = Float64Array.from(xs);
	const columns = new Map([...specs.keys()].map((name) => [name, values] as const));
	const totals = roomFor(assembly, xs.length, 0);
	for (let at = 0; at < xs.length; at += BLOCK) runner.run(columns, at, totals);
	const [a, b] = totals.spend;
	return xs.map((x, i) => {
		const fits = totals.faults[i] === 0;
		return { x, a: fits ? (a?.[i] ?? NaN) : NaN, b: fits ? (b?.[i] ?? NaN) : NaN };
	});
}
