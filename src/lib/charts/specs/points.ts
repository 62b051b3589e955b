import type { Marker } from '../palette.ts';
import { ticks } from './ticks.ts';

/** How values of one direction become places. */
export interface Scale {
	readonly label: string;
	readonly log: boolean;
	/** Rows instead of numbers: value 0 is the first name. */
	readonly names?: readonly string[] | undefined;
	/** Writes a value short, for a tick, and in full, with its unit. */
	readonly short: (value: number) => string;
	readonly full: (value: number) => string;
}

/** One mark of a chart of points. */
export interface Dot {
	readonly id: string;
	readonly x: number;
	readonly y: number;
	/** Who or what it is, for tooltip and table. */
	readonly label: string;
}

/** Marks that look alike: points, a line through them, or a band that shows a range. */
export interface DotSet {
	readonly id: string;
	readonly label: string;
	readonly draw: 'points' | 'line' | 'band';
	/** Mesh whose colour it has. */
	readonly base: string;
	readonly marker: Marker;
	/** Lengths of dash and gap of a line, px. */
	readonly dash?: readonly number[] | undefined;
	/** Drawn as an outline: told apart from filled ones without colour. */
	readonly hollow?: boolean | undefined;
	/** Left out of the table: a curve has hundreds of points and says nothing new. */
	readonly untold?: boolean | undefined;
	/** Not in the key: another set speaks for it. */
	readonly quiet?: boolean | undefined;
	readonly dots: readonly Dot[];
}

/** A chart of points over two scales, without a pixel. */
export interface PointSpec {
	readonly kind: 'points';
	readonly id: string;
	readonly title: string;
	/** What the chart says, in one or two sentences. */
	readonly finding: string;
	readonly x: Scale;
	readonly y: Scale;
	readonly sets: readonly DotSet[];
	/** Gaps and exceptions, each a sentence. */
	readonly notes: readonly string[];
}

/** Ends and marks of a scale. */
export interface Extent {
	readonly from: number;
	readonly to: number;
	readonly at: readonly number[];
}

const DECADE = [1, 2, 5] as const;

/** A scale that holds all values: rows with half a row of air, decades, or round steps from 0. */
export function extentOf(scale: Scale, values: readonly number[]): Extent {
	if (scale.names) {
		return { from: -0.5, to: scale.names.length - 0.5, at: scale.names.map((_, i) => i) };
	}
	const known = values.filter((value) => Number.isFinite(value) && (!scale.log || value > 0));
	const [low, high] = [Math.min(...known), Math.max(...known)];
	if (known.length === 0)
		return { from: scale.log ? 0.1 : 0, to: 1, at: scale.log ? [0.1, 1] : [0, 1] };
	return scale.log ? decades(low, high) : ticks(low, high, 5);
}

function decades(low: number, high: number): Extent {
	const steps: number[] = [];
	for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++)
		for (const factor of DECADE) steps.push(Number((factor * 10 ** power).toPrecision(3)));
	const from = steps.findLast((step) => step <= low) ?? low;
	const to = steps.find((step) => step >= high && step > from) ?? high;
	return { from, to, at: steps.filter((step) => step >= from && step <= to) };
}

/** Place of a value between both ends of a scale, 0 to 1. */
export function placeOf(scale: Scale, { from, to }: Extent, value: number): number {
	if (!scale.log) return (value - from) / (to - from);
	return Math.log(value / from) / Math.log(to / from);
}

/** All values of one direction. */
export function valuesOf(spec: PointSpec, of: 'x' | 'y'): readonly number[] {
	return spec.sets.flatMap((set) => set.dots.map((dot) => dot[of]));
}
