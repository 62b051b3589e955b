import type { Problem } from './parsed.ts';

type Tree = Readonly<Record<string, unknown>>;

const isTree = (it: unknown): it is Tree =>
	typeof it === 'object' && it !== null && !Array.isArray(it);

/** What cannot be judged once another field is at fault: it would be judged by a default. */
const ALONG: readonly (readonly [fault: RegExp, paths: readonly string[]])[] = [
	[/^platform\.cloud$/, ['platform']],
	[/^platform\.region$/, ['platform.nodeType']],
	[/^options\b/, ['options', 'overrides']]
];

/**
 * What was written without the fields that have faults, so that the rest can be judged too. A list with
 * a fault goes as a whole, and so does the group in which a field is missing.
 */
export function withoutFaults(written: unknown, problems: readonly Problem[]): unknown {
	const paths = problems.flatMap(({ path }) => [
		path,
		...ALONG.flatMap(([fault, more]) => (fault.test(path) ? more : []))
	]);
	return isTree(written) ? paths.reduce(without, written) : written;
}

/** The longest key that begins the path: keys of overrides hold points themselves. */
function keyOf(tree: Tree, path: string): string | undefined {
	const fits = Object.keys(tree).filter(
		(key) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`)
	);
	return fits.toSorted((a, b) => b.length - a.length)[0];
}

function without(tree: Tree, path: string): Tree {
	const key = keyOf(tree, path);
	if (key === undefined) return tree;
	const rest = path.slice(key.length);
	const child = tree[key];
	const next = rest.startsWith('.') && isTree(child) ? without(child, rest.slice(1)) : undefined;
	const others = Object.entries(tree).filter(([name]) => name !== key);
	const isGone = next === undefined || next === child;
	return Object.fromEntries(isGone ? others : [...others, [key, next]]);
}
