import type { Problem } from '../plan/parsed.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const NEVER_KEPT = { 'content-type': JSON_TYPE, 'cache-control': 'no-store' };

/** An answer that is JSON text already. */
export const jsonText = (text: string, headers: Readonly<Record<string, string>> = {}): Response =>
	new Response(text, { headers: { ...NEVER_KEPT, ...headers } });

export const json = (value: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
	jsonText(JSON.stringify(value), headers);

/** What a refusal says: faults by path, never where in our code they were found. */
export function refusal(
	status: number,
	errors: readonly Problem[],
	headers: Readonly<Record<string, string>> = {}
): Response {
	const body = JSON.stringify({ errors });
	return new Response(body, { status, headers: { ...NEVER_KEPT, ...headers } });
}

/** One sentence about the whole request. */
export const refused = (status: number, message: string): Response =>
	refusal(status, [{ path: '', message }]);
