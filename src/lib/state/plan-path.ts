/** Reading and writing a plan by path (`workload.pods`), without touching the plan that was. */
export type Tree = Readonly<Record<string, unknown>>;

export const isTree = (it: unknown): it is Tree =>
	typeof it === 'object' && it !== null && !Array.isArray(it);

const own = (tree: Tree, key: string): unknown =>
	Object.hasOwn(tree, key) ? tree[key] : undefined;

/** An override: option, input path with its dots, and what of a range of the user's own. */
const OVERRIDE = /^overrides\.([^.]+)\.(.+?)(?:\.(value|low|high|note))?$/;

/** Keys of a path; the input path of an override is one key. */
function keysOf(path: string): readonly string[] {
	const [, option, input, part] = OVERRIDE.exec(path) ?? [];
	if (option === undefined || input === undefined) return path.split('.');
	return ['overrides', option, input, ...(part === undefined ? [] : [part])];
}

export function at(tree: unknown, path: string): unknown {
	let here: unknown = tree;
	for (const key of keysOf(path)) {
		if (!isTree(here)) return undefined;
		here = own(here, key);
	}
	return here;
}

/** The same plan with a value at the path; `undefined` takes the value out, and emptied groups too. */
export const withAt = (tree: Tree, path: string, value: unknown): Tree =>
	written(tree, keysOf(path), value);

function written(tree: Tree, [key = '', ...rest]: readonly string[], value: unknown): Tree {
	const others = Object.entries(tree).filter(([name]) => name !== key);
	const child = own(tree, key);
	const next = rest.length === 0 ? value : written(isTree(child) ? child : {}, rest, value);
	const empty = next === undefined || (isTree(next) && Object.keys(next).length === 0);
	return Object.fromEntries(empty ? others : [...others, [key, next]]);
}
