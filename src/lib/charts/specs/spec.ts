import type { FillId } from '../palette.ts';

/**
 * What a chart shows, without a pixel: `config/` turns it into Chart.js, the components draw the
 * same as SVG for the first HTML and for paper, and ChartFigure prints it as a table.
 */
export interface Axis {
	readonly label: string;
	/** Writes a value of this axis, short enough for a tick. */
	readonly short: (value: number) => string;
	/** Writes a value in full, for tables and tooltips. */
	readonly full: (value: number) => string;
}

/** A value, or why there is none. */
export type Point = { readonly value: number } | { readonly gap: string };

export const valueOf = (point: Point | undefined): number | undefined =>
	point !== undefined && 'value' in point ? point.value : undefined;

export interface Bar {
	/** Option id. */
	readonly id: string;
	readonly label: string;
	readonly base: string;
	/** The best of its kind: set in bold. */
	readonly best: boolean;
	/** Shown, but no choice: "ended Sep 2026". */
	readonly mark?: string;
	/** One for each series. */
	readonly points: readonly Point[];
	/** What the bar comes to, in a word; where it stands is told by `endBy`. */
	readonly end: string;
	/** Low and high end of a range. */
	readonly range?: { readonly low: number; readonly high: number };
}

interface Shared {
	readonly id: string;
	readonly title: string;
	/** What the chart says, in one or two sentences. */
	readonly finding: string;
	readonly axis: Axis;
	/** Gaps and exceptions, each a sentence. */
	readonly notes: readonly string[];
}

export interface BarSpec extends Shared {
	readonly kind: 'bars';
	readonly layout: 'stacked' | 'grouped';
	readonly series: readonly { readonly id: FillId; readonly label: string }[];
	/** In the order of the screen. */
	readonly bars: readonly Bar[];
	/**
	 * Where the figure of a bar stands: at its end or, where a whisker would carry it off to a value that
	 * is not its own, beside the name.
	 */
	readonly endBy: 'bar' | 'name';
	/** What the whisker of a range means, where a bar has one. */
	readonly whisker?: string;
}

export interface Line {
	readonly id: string;
	readonly label: string;
	readonly base: string;
	readonly mark?: string;
	readonly points: readonly Point[];
	readonly end: string;
}

/** A word at a place along x, counted in points; between two points it has a fraction. */
export interface Place {
	readonly at: number;
	readonly label: string;
	/** Left out where there is little room. */
	readonly minor?: boolean;
}

/** Where most futures of one line lie. */
export interface LineBand {
	readonly base: string;
	readonly label: string;
	/** One for each point. */
	readonly low: readonly number[];
	readonly high: readonly number[];
}

export interface LineSpec extends Shared {
	readonly kind: 'lines';
	readonly x: {
		readonly label: string;
		readonly names: readonly string[];
		/** Where an axis that is no row of months has its ticks. */
		readonly ticks?: readonly Place[];
		/** Upright lines, such as a crossing. */
		readonly marks?: readonly Place[];
	};
	readonly lines: readonly Line[];
	readonly band?: LineBand;
}

export type ChartSpec = BarSpec | LineSpec;

/** What the whiskers of a chart mean; undefined where it has none. */
export const whiskerOf = ({ bars, whisker }: BarSpec): string | undefined =>
	bars.some(({ range }) => range !== undefined) ? whisker : undefined;
