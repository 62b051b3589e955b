import type { Earlier, EarlierFile } from './earlier-schema.ts';

function isEarlier(file: unknown): file is EarlierFile {
	return typeof file === 'object' && file !== null && 'values' in file;
}

type Node = Readonly<Record<string, unknown>> | readonly unknown[];

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** A copy with one value put in its place. Throws where there is no such place: the files disagree. */
export function withValue(file: unknown, path: readonly string[], value: unknown): unknown {
	const [key, ...rest] = path;
	if (key === undefined) return value;
	if (!isNode(file) || !Object.hasOwn(file, key)) {
		throw new Error(`The earlier figures are not those of this version: no "${key}".`);
	}
	const entries = Object.entries(file).map(
		([name, child]) => [name, name === key ? withValue(child, rest, value) : child] as const
	);
	return Array.isArray(file) ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

/** A file as it stood on a day (ISO): of each place the value that was given up first after it. */
export function stoodOn(
	file: unknown,
	{ values, name, day }: { readonly values: readonly Earlier[]; name: string; day: string }
): unknown {
	const due = values
		.filter((it) => it.file === name && it.until > day)
		.sort((a, b) => (a.until < b.until ? 1 : -1));
	return due.reduce((whole, { path, was }) => withValue(whole, path, was), file);
}

/**
 * A file of figures as it stood on the day that a plan is pinned to; without a day, as it is. Prices of
 * clouds keep their earlier values beside the new ones, and do without.
 */
export async function asOf(
	file: unknown,
	name: string,
	pinned: string | undefined
): Promise<unknown> {
	if (pinned === undefined) return file;
	const { default: earlier }: { readonly default: unknown } =
		await import('../../../pricing-data/earlier.json');
	if (!isEarlier(earlier)) throw new Error('The earlier figures are not those of this version.');
	return stoodOn(file, { values: earlier.values, name, day: pinned });
}
