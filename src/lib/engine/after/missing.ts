/** Why a figure is absent. A gap is never 0. */
export type MissingKind = 'not-measured' | 'not-offered' | 'ended' | 'not-published';

/** A figure that nobody can state, with a sentence for the reader. */
export interface Missing {
	readonly missing: MissingKind;
	readonly reason: string;
}

export function isMissing(figure: unknown): figure is Missing {
	return typeof figure === 'object' && figure !== null && 'missing' in figure;
}
