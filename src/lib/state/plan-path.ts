/** Reading and writing a plan by path (`workload.pods`), without touching the plan that was. */
export type Tree = Readonly<Record<string, unknown>>;

export const isTree = (it: unknown): it is Tree =>
	typeof it === 'object' && it !== null && !Array.isArray(it);

const own = (tree: Tree, key: string): unknown =>
	Object.hasOwn(tree, key) ? tree[key] : undefined;

export function at(tree: unknown, path: string): unknown {
	let here: unknown = tree;
	for (const key of path.split('.')) {
		if (!isTree(here)) return undefined;
		here = own(here, key);
	}
	return here;
}

/** The same plan with a value at the path; `undefined` takes the value out, and emptied groups too. */
export function withAt(tree: Tree, path: string, value: unknown): Tree {
	const [key = '', ...rest] = path.split('.');
	const others = Object.entries(tree).filter(([name]) => name !== key);
	const child = own(tree, key);
	const next =
		rest.length === 0 ? value : withAt(isTree(child) ? child : {}, rest.join('.'), value);
	const empty = next === undefined || (isTree(next) && Object.keys(next).length === 0);
	return Object.fromEntries(empty ? others : [...others, [key, next]]);
}
