import type { Part } from './part.ts';

/** Steps on which `roots` depend, earlier ones first; `into` says where to go on. */
export function reachOf(
	parts: readonly Part[],
	roots: readonly number[],
	into: (part: Part) => boolean = () => true
): readonly number[] {
	const seen = new Set<number>();
	const open = [...roots];
	for (let index = open.pop(); index !== undefined; index = open.pop()) {
		const part = parts[index];
		if (part === undefined || seen.has(index) || !into(part)) continue;
		seen.add(index);
		open.push(...part.args);
	}
	return [...seen].sort((a, b) => a - b);
}
