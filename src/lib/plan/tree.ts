import { failure, success, type Parsed } from './parsed.ts';
import { quoted } from './text.ts';

/** How much of a plan is read (`conventions.md` §5). */
export const LIMITS = { bytes: 256 * 1024, depth: 16, nodes: 20_000 } as const;

/** Keys through which an object could reach its prototype. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Refuses what nests too deep, holds too much or names a prototype; level by level, no recursion. */
export function checkTree(root: unknown, what = 'This plan'): Parsed<unknown> {
	let level: unknown[] = [root];
	let nodes = 1;
	for (let depth = 1; level.length > 0; depth++) {
		if (depth > LIMITS.depth) {
			return failure('', `${what} nests deeper than ${LIMITS.depth} levels.`);
		}
		const next: unknown[] = [];
		for (const node of level) {
			if (typeof node !== 'object' || node === null) continue;
			const forbidden = Object.keys(node).find((key) => FORBIDDEN.has(key));
			if (forbidden !== undefined) {
				return failure(forbidden, `The key ${quoted(forbidden)} is not accepted.`);
			}
			for (const child of Object.values(node)) next.push(child);
		}
		nodes += next.length;
		if (nodes > LIMITS.nodes) return failure('', `${what} has more than ${LIMITS.nodes} values.`);
		level = next;
	}
	return success(root);
}

/** Refuses text of more than 256 KiB in UTF-8, before anything is made of it. */
export function checkSize(text: string): Parsed<string> {
	if (text.trim() === '') return failure('', 'There is nothing in it; an empty plan is {}.');
	const bytes = text.length > LIMITS.bytes ? text.length : new TextEncoder().encode(text).length;
	if (bytes <= LIMITS.bytes) return success(text);
	return failure('', `It has ${bytes} bytes or more; a plan has at most ${LIMITS.bytes}.`);
}
