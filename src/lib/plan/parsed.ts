/** What is wrong with a place in the plan: where, and a sentence that quotes and says what is allowed. */
export interface Problem {
	readonly path: string;
	readonly message: string;
}

/** Outcome of reading what somebody wrote: a value, or every fault found. It never throws. */
export type Parsed<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly errors: readonly Problem[] };

export const success = <T>(value: T): Parsed<T> => ({ ok: true, value });

export const failure = (path: string, message: string): Parsed<never> => ({
	ok: false,
	errors: [{ path, message }]
});
