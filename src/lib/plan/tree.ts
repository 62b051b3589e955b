import { failure, success, type Parsed } from './parsed.ts';
import { quoted } from './text.ts';

/** How much of a plan is read (`conventions.md` §5). */
export const LIMITS = { bytes: 256 * 1024, depth: 16, nodes: 20_000 } as const;

/** Keys through which an object could reach its prototype. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export const isForbiddenKey = (key: string): boolean => FORBIDDEN.has(key);

/** How deep a tree may nest, its root included, and how many values it may hold. */
export interface TreeLimits {
	readonly depth: number;
	readonly nodes: number;
}

/** Refuses what nests too deep, holds too much or names a prototype; level by level, no recursion. */
export function checkTree(
	root: unknown,
	what = 'This plan',
	limits: TreeLimits = LIMITS
): Parsed<unknown> {
	let level: unknown[] = [root];
	let nodes = 1;
	for (let depth = 1; level.length > 0; depth++) {
		if (depth > limits.depth) {
			return failure('', `${what} nests deeper than ${limits.depth} levels.`);
		}
		const next: unknown[] = [];
		for (const node of level) {
			if (typeof node !== 'object' || node === null) continue;
			const forbidden = spread(node, next);
			if (forbidden !== undefined) {
				return failure(forbidden, `The key ${quoted(forbidden)} is not accepted.`);
			}
		}
		nodes += next.length;
		if (nodes > limits.nodes) return failure('', `${what} has more than ${limits.nodes} values.`);
		level = next;
	}
	return success(root);
}

/** Appends the children of `node`; returns the first key that reaches a prototype, if any. */
function spread(node: object, children: unknown[]): string | undefined {
	if (Array.isArray(node)) {
		for (const child of node) children.push(child);
		return undefined;
	}
	for (const [key, child] of Object.entries(node)) {
		if (isForbiddenKey(key)) return key;
		children.push(child);
	}
	return undefined;
}

/** Refuses text of more than 256 KiB in UTF-8, before anything is made of it. */
export function checkSize(text: string): Parsed<string> {
	if (text.trim() === '') return failure('', 'There is nothing in it; an empty plan is {}.');
	const bytes = text.length > LIMITS.bytes ? text.length : new TextEncoder().encode(text).length;
	if (bytes <= LIMITS.bytes) return success(text);
	return failure('', `It has ${bytes} bytes or more; a plan has at most ${LIMITS.bytes}.`);
}
