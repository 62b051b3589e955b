import type { Problem } from '../plan/parsed.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const NEVER_KEPT = { 'content-type': JSON_TYPE, 'cache-control': 'no-store' };

/** An answer that is JSON already, in UTF-8. */
export const jsonBytes = (bytes: Uint8Array<ArrayBuffer>): Response =>
	new Response(bytes, { headers: NEVER_KEPT });

export const json = (value: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
	new Response(JSON.stringify(value), { headers: { ...NEVER_KEPT, ...headers } });

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
