/** What is wrong with a place in the user's file: where, and a sentence that quotes and says what is allowed. */
export interface Problem {
	readonly path: string;
	readonly message: string;
}

/** Outcome of reading something foreign: a value, or every fault found. Expected failure never throws. */
export type Parsed<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly errors: readonly Problem[] };

export function success<T>(value: T): Parsed<T> {
	return { ok: true, value };
}

export function failure(path: string, message: string): Parsed<never> {
	return { ok: false, errors: [{ path, message }] };
}

/** Why a figure cannot be given; travels with the gap to the reader instead of a 0. */
export interface Missing {
	readonly missing: 'not-measured' | 'not-offered' | 'ended' | 'not-published';
	readonly reason: string;
}

export function notMeasured(reason: string): Missing {
	return { missing: 'not-measured', reason };
}

export function isMissing(value: unknown): value is Missing {
	return typeof value === 'object' && value !== null && 'missing' in value;
}

/** Quotes a piece of the user's text in a message: control characters out, at most `limit` characters. */
export function quoted(text: string, limit = 60): string {
	const visible = cleaned(text);
	return `"${visible.length > limit ? `${visible.slice(0, limit - 1)}…` : visible}"`;
}

/**
 * Text without control characters, bidirectional overrides and zero-width characters
 * (`conventions.md` §5), so that a name from a file cannot disguise what is shown.
 */
export function cleaned(text: string): string {
	let out = '';
	for (const char of text) if (!isHidden(char.codePointAt(0) ?? 0)) out += char;
	return out;
}

function isHidden(code: number): boolean {
	if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xfeff) return true;
	if (code >= 0x200b && code <= 0x200f) return true;
	return (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x2069);
}
