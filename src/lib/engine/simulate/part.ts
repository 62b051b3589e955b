import type { Interval } from './interval.ts';

export type PartOp =
	| 'series'
	| 'column'
	| 'trial'
	| 'add'
	| 'sub'
	| 'mul'
	| 'div'
	| 'max'
	| 'min'
	| 'pow'
	| 'powerSum'
	| 'ceil'
	| 'floor'
	| 'ln'
	| 'exp'
	| 'guard'
	| 'ifAbove'
	| 'held'
	| 'leastCount';

/** One step of a program: what it does, and over what it varies. */
export interface Part {
	readonly op: PartOp;
	readonly args: readonly number[];
	/** Varies over samples. What does not is worked out while the program is built. */
	readonly sampled: boolean;
	/** 1 for each month that may differ from the one before; nothing: all months are alike. */
	readonly changes: Uint8Array | undefined;
	readonly bounds: Interval;
	/** Search whose trial it depends on; 0: none. */
	readonly within: number;
	/** Months of a `held`, mark of a `trial` or `leastCount`. */
	readonly figure: number;
	/** Values by month (one where all are alike) of what does not vary over samples. */
	readonly series: Float64Array | undefined;
	/** Name of a column of draws. */
	readonly column: string | undefined;
}

/** Steps of a program, earlier ones first: what runs it needs no more. */
export interface Steps {
	readonly parts: readonly Part[];
	readonly months: number;
	/** Throws where there is no such step. */
	readonly at: (index: number) => Part;
}

/** Makes further steps of earlier ones: what rewrites them needs no more. */
export interface Maker extends Pick<Steps, 'months' | 'at'> {
	readonly make: (op: PartOp, args: readonly number[], figure?: number) => number;
}

export const stepsOf = (parts: readonly Part[], months: number): Steps => ({
	parts,
	months,
	at: (index) => partAt(parts, index)
});

export function partAt(parts: readonly Part[], index: number): Part {
	const part = parts[index];
	if (part === undefined) throw new Error(`there is no step ${index}`);
	return part;
}

/** How often a step is worked out for a sample: its price. */
export const priceOf = ({ sampled, changes }: Pick<Part, 'sampled' | 'changes'>): number =>
	sampled ? 1 + (changes === undefined ? 0 : countOf(changes)) : 0;

function countOf(changes: Uint8Array): number {
	let count = 0;
	for (const change of changes) count += change;
	return count;
}

/** Months at which any of several steps may change. */
export function joined(
	all: readonly (Uint8Array | undefined)[],
	months: number
): Uint8Array | undefined {
	const [first, ...others] = all.filter((changes) => changes !== undefined);
	if (first === undefined) return undefined;
	if (others.every((changes) => changes === first)) return first;
	const out = new Uint8Array(months);
	for (const changes of [first, ...others]) {
		for (let k = 0; k < months; k++) out[k] = (out[k] ?? 0) | (changes[k] ?? 0);
	}
	return out;
}

/** Months at which a series changes. */
export function changesIn(series: Float64Array): Uint8Array | undefined {
	const changes = new Uint8Array(series.length);
	let any = false;
	for (let k = 1; k < series.length; k++) {
		if (Object.is(series[k], series[k - 1])) continue;
		changes[k] = 1;
		any = true;
	}
	return any ? changes : undefined;
}

/** A `held` may change where a period begins. */
export function changesOfHeld(changes: Uint8Array, period: number): Uint8Array | undefined {
	if (period === Infinity) return undefined;
	const held = new Uint8Array(changes.length);
	let since = 0;
	let any = false;
	for (let k = 1; k < changes.length; k++) {
		since |= changes[k] ?? 0;
		if (k % period !== 0) continue;
		held[k] = since;
		any ||= since === 1;
		since = 0;
	}
	return any ? held : undefined;
}
