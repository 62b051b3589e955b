import { checkTree } from '../plan/tree.ts';
import { checkBytes, SMALL, type Limits } from './limits.ts';
import { failure, type Parsed } from './parsed.ts';

/** Parses JSON within `limits`; what comes back holds no key that reaches a prototype. */
export function parseJson(text: string, limits: Limits = SMALL): Parsed<unknown> {
	const sized = checkBytes(text, limits);
	if (!sized.ok) return sized;
	const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
	let value: unknown;
	try {
		value = JSON.parse(bare);
	} catch {
		return failure('', 'This is not whole JSON: it is cut off or has been edited by hand.');
	}
	return checkTree(value, 'This file', limits);
}
