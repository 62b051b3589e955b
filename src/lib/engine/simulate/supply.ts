import type { InputSpec } from '../after/draw-inputs.ts';
import type { Tape } from '../graph/tape.ts';

/**
 * Where the values of an input come from in a run: one number, a draw, or a draw times another, such
 * as the tunnel's CPU as a share of the sidecar's (`model.md` §15).
 */
export type Supply =
	| { readonly kind: 'fixed'; readonly value: number }
	/** `spec.path` names the chance: inputs of one name have the same quantile in every sample. */
	| { readonly kind: 'drawn'; readonly spec: InputSpec }
	| {
			readonly kind: 'product';
			readonly of: Supply;
			readonly times: Supply;
			/** Things that are counted: rounded up, one at least. */
			readonly whole: boolean;
	  };

/** One option in a run: its formulas and what to put in. */
export interface Subject {
	readonly id: string;
	readonly tape: Tape;
	/** Nothing for an input without a figure. */
	readonly supplyOf: (path: string) => Supply | undefined;
	/** The mesh being left, whose bill and application are inputs of this one. */
	readonly leaves?: Pick<Subject, 'tape' | 'supplyOf'>;
	/** Rows whose sum is asked for; left out: infrastructure and support. */
	readonly rows?: readonly string[];
}

/** Name of a column of draws: the same chance on the same range, correlated alike, is one column. */
export const columnOf = ({ path, correlate, ...spread }: InputSpec): string => {
	const { distribution, low, central, high, domain } = spread;
	const range = [path, distribution, low, central, high, domain?.min, domain?.max];
	return [...range, correlate?.group, correlate?.rho].join('|');
};
