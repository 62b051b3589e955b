import type { Figure, Missing, RangeFigure } from '../../catalog/schema.ts';

/** Whose word a value is. */
export type Basis = 'user' | 'published' | 'derived' | 'claimed' | 'assumed' | 'default';

/** One input of a record with where it comes from. Amounts are decimal text. */
export interface Leaf {
	/** Absent: there is no figure (`missing`) or it is not set (`unset`). */
	readonly value: string | undefined;
	readonly low?: string;
	readonly high?: string;
	readonly distribution: RangeFigure['distribution'];
	readonly basis: Basis;
	readonly grade?: string;
	/** Key of a source, as `clouds/aws#vantage`. */
	readonly source?: string;
	readonly asOf?: string;
	readonly reason?: string;
	readonly note?: string;
	/** The user has set it. */
	readonly changed: boolean;
	/** Field of the plan that sets it. */
	readonly planPath?: string;
	readonly missing?: Missing;
	readonly unset?: boolean;
	/** It follows another input in every draw, not only in the middle. */
	readonly ratio?: Ratio;
	/** Says where a 0 comes from and is not written into the record: the option has no such part. */
	readonly unwritten?: boolean;
}

/** One input as a share of another, drawn on its own (`model.md` §15, one basis). */
export interface Ratio {
	/** Path of the other input. */
	readonly of: string;
	/** The other input where it is none of the same option, such as the sidecar's CPU of a tunnel. */
	readonly leaf?: Leaf;
	readonly low: string;
	readonly central: string;
	readonly high: string;
	readonly distribution: RangeFigure['distribution'];
	/** Things are counted: rounded up, one at least. */
	readonly whole?: true;
}

/** Exactly so many times another input. */
export const exactly = (of: string, times: string): Ratio => ({
	of,
	low: times,
	central: times,
	high: times,
	distribution: 'fixed'
});

const optional = <K extends string, V>(
	key: K,
	value: V | undefined
): Readonly<Partial<Record<K, V>>> => {
	const empty: Partial<Record<K, V>> = {};
	return value === undefined ? empty : { ...empty, [key]: value };
};

/** A single figure of pricing-data. `file` qualifies its source key where it is not yet. */
export const ofFigure = (figure: Figure, file?: string): Leaf => ({
	value: figure.amount,
	distribution: 'fixed',
	basis: figure.method,
	grade: figure.grade,
	source: qualifiedBy(file, figure.source),
	asOf: figure.asOf,
	changed: false,
	...optional('reason', figure.reason ?? figure.derivation),
	...optional('note', figure.note)
});

/** A figure with a range. */
export const ofRange = (range: RangeFigure, file?: string): Leaf => ({
	value: range.central,
	...(range.distribution === 'fixed' ? {} : { low: range.low, high: range.high }),
	distribution: range.distribution,
	basis: range.method,
	grade: range.grade,
	asOf: range.asOf,
	changed: false,
	...optional('source', range.sources.map((key) => qualifiedBy(file, key)).join(', ') || undefined),
	...optional('reason', range.reason ?? range.derivation),
	...optional('note', range.note)
});

const qualifiedBy = (file: string | undefined, key: string): string =>
	file === undefined || key.includes('#') ? key : `${file}#${key}`;

/** No figure, with the reason that reaches the reader. */
export const ofMissing = (missing: Missing): Leaf => ({
	value: undefined,
	distribution: 'fixed',
	basis: 'assumed',
	reason: missing.reason,
	changed: false,
	missing
});

/** Not set on purpose: the model knows what that means. */
export const unset = (reason: string): Leaf => ({
	value: undefined,
	distribution: 'fixed',
	basis: 'published',
	reason,
	changed: false,
	unset: true
});

export type AnyFigure = Figure | RangeFigure | Missing;

/** Leaves of figures seen before: a figure belongs to one file and never changes. */
const known = new WeakMap<AnyFigure, Leaf>();

export function leafOf(figure: AnyFigure, file?: string): Leaf {
	const before = known.get(figure);
	if (before !== undefined) return before;
	const leaf = made(figure, file);
	known.set(figure, leaf);
	return leaf;
}

function made(figure: AnyFigure, file: string | undefined): Leaf {
	if ('missing' in figure) return ofMissing(figure);
	return 'central' in figure ? ofRange(figure, file) : ofFigure(figure, file);
}

/** No figure of something that counts for no money: the record has 0, the reader is told why. */
export const unwritten = (missing: Missing): Leaf => ({ ...ofMissing(missing), unwritten: true });

/** A value that follows from others by definition. */
export const derived = (value: string, reason: string): Leaf => ({
	value,
	distribution: 'fixed',
	basis: 'derived',
	reason,
	changed: false
});

/** A value of the scenario itself that the user may change: shown as a default. */
export const byDefault = (value: string, reason: string): Leaf => ({
	value,
	distribution: 'fixed',
	basis: 'default',
	reason,
	changed: false
});
