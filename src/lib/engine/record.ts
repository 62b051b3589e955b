import type { Decimal } from './decimal.ts';
import type { Choices } from './choices.ts';
import type { FaultCode } from './graph/node.ts';

/** An input record (`model.md` §2) in the form the graph takes: choices apart from numbers. */
export interface ModelRecord {
	readonly choices: Choices;
	/** Numbers by path; an input without a figure is not in it. */
	readonly values: ReadonlyMap<string, Decimal>;
	/** Record of the mesh that is being left, when one is. */
	readonly source: ModelRecord | undefined;
	/** The fields written, not taken from a default. */
	readonly written: ReadonlySet<string>;
}

export interface Fault {
	readonly code: FaultCode;
	readonly path: string;
	readonly message: string;
}

export type Parsed<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly errors: readonly Fault[] };

/** A field of the record of the mesh being left, by its path in ours. */
export const sourcePath = (path: string): string =>
	/^(?:mesh|support\.licence)\b/.test(path)
		? `support.migration.source.${path.replace(/^support\./, '')}`
		: path;
