import type { Decimal } from '../decimal.ts';

/** A cost that is straight in x: fixed + perUnit·x. */
export interface Line {
	readonly fixed: Decimal;
	readonly perUnit: Decimal;
}

/** x at which two straight costs meet: (F_B − F_A)/(v_A − v_B); undefined when parallel (`model.md` §14). */
export function linearBreakEven(a: Line, b: Line): Decimal | undefined {
	const slope = a.perUnit.minus(b.perUnit);
	return slope.isZero() ? undefined : b.fixed.minus(a.fixed).dividedBy(slope);
}

/**
 * TCO of A less TCO of B at x, with allocated billing; undefined where either has no answer.
 * What scales along with x (rps fixed, or rps per pod fixed) is the caller's to state.
 */
export type Difference = (x: number) => number | undefined;

/** Told at which x the difference may be asked for next, so that they can be worked out together. */
export type Foresee = (xs: readonly number[]) => void;

/** Which is cheaper over an interval; `unknown` where one has no answer. */
export interface Stretch {
	readonly from: number;
	readonly to: number;
	readonly cheaper: 'a' | 'b' | 'equal' | 'unknown';
}

export interface BreakEven {
	/** Every x at which the cheaper one changes, rising. */
	readonly crossings: readonly number[];
	/** The whole interval, split where the answer changes. */
	readonly stretches: readonly Stretch[];
}

const SCAN_POINTS = 64;
/** `model.md` §14 asks for 1e-6 relative. */
const RESOLUTION = 1e-9;

/** 64 points in equal ratios from `from` (above 0) to `to`, both ends included. */
export function scanPoints(from: number, to: number): readonly number[] {
	const ratio = Math.log(to / from) / (SCAN_POINTS - 1);
	return Array.from({ length: SCAN_POINTS }, (_, i) =>
		i === 0 ? from : i === SCAN_POINTS - 1 ? to : from * Math.exp(ratio * i)
	);
}

/**
 * All crossings of two costs between `from` (above 0) and `to` (`model.md` §14): a scan of 64 points
 * in equal ratios, then bisection. Two crossings between neighbours, a ratio of (to/from)^(1/63)
 * apart, go unseen. Where costs step, the crossing is the place of the step.
 */
export function breakEven(
	difference: Difference,
	from: number,
	to: number,
	foresee: Foresee = () => undefined
): BreakEven {
	const stretches: Stretch[] = [];
	let start = from;
	let before = { x: from, cheaper: cheaperAt(difference, from) };
	for (const x of scanPoints(from, to).slice(1)) {
		const here = { x, cheaper: cheaperAt(difference, x) };
		if (here.cheaper !== before.cheaper) {
			const change = changeBetween(difference, before.x, here.x, foresee);
			stretches.push({ from: start, to: change, cheaper: before.cheaper });
			start = change;
		}
		before = here;
	}
	stretches.push({ from: start, to, cheaper: before.cheaper });
	return summarise(stretches);
}

/** Halvings that are foreseen: as many runs as places cost little more than one. */
const AHEAD = 4;

/** Where the answer at `low` ends; the answer at `high` is another. */
function changeBetween(
	difference: Difference,
	low: number,
	high: number,
	foresee: Foresee
): number {
	const answer = cheaperAt(difference, low);
	let within = low;
	let beyond = high;
	for (let turn = 0; beyond - within > RESOLUTION * beyond; turn++) {
		if (turn % AHEAD === 0) foresee(middlesOf(within, beyond, AHEAD));
		const middle = (within + beyond) / 2;
		if (cheaperAt(difference, middle) === answer) within = middle;
		else beyond = middle;
	}
	return beyond;
}

/** Every place at which so many halvings may ask. */
function middlesOf(low: number, high: number, depth: number): readonly number[] {
	if (depth === 0) return [];
	const middle = (low + high) / 2;
	return [middle, ...middlesOf(low, middle, depth - 1), ...middlesOf(middle, high, depth - 1)];
}

function cheaperAt(difference: Difference, x: number): Stretch['cheaper'] {
	const gap = difference(x);
	if (gap === undefined || Number.isNaN(gap)) return 'unknown';
	if (gap === 0) return 'equal';
	return gap < 0 ? 'a' : 'b';
}

/** A point that only touches, or is hit exactly, is no stretch; what remains decides. */
function summarise(found: readonly Stretch[]): BreakEven {
	const wide = found.filter(({ from, to }) => to - from > 4 * RESOLUTION * to);
	const stretches: Stretch[] = [];
	for (const [i, stretch] of wide.entries()) {
		const last = stretches[stretches.length - 1];
		const to = wide[i + 1]?.from ?? found[found.length - 1]?.to ?? stretch.to;
		if (last?.cheaper === stretch.cheaper) stretches[stretches.length - 1] = { ...last, to };
		else stretches.push({ ...stretch, from: last?.to ?? found[0]?.from ?? stretch.from, to });
	}
	const crossings = stretches.flatMap((stretch, i) => {
		const last = stretches[i - 1];
		if (last === undefined || last.cheaper === 'unknown') return [];
		return stretch.cheaper === 'unknown' ? [] : [stretch.from];
	});
	return { crossings, stretches };
}
