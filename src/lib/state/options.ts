import { at, isTree } from './plan-path.ts';
import { choose, type Draft } from './draft.ts';

/** An option of the plan: one of ours by its id, or one of the user's own. */
export type Chosen = string | OwnOption;

export interface OwnOption {
	readonly id: string;
	readonly from: string;
	readonly label?: string;
	readonly overrides?: Readonly<Record<string, unknown>>;
}

const isOwn = (it: unknown): it is OwnOption =>
	isTree(it) && typeof it['id'] === 'string' && typeof it['from'] === 'string';

export const idOf = (option: Chosen): string => (typeof option === 'string' ? option : option.id);

export const ownOptions = (chosen: readonly Chosen[]): readonly OwnOption[] =>
	chosen.filter((it): it is OwnOption => typeof it !== 'string');

/** What the plan compares; `usual` where it names none. */
export function chosenOptions(draft: Draft, usual: readonly string[]): readonly Chosen[] {
	const written = at(draft.plan, 'options');
	if (!Array.isArray(written)) return usual;
	return written.filter((it): it is Chosen => typeof it === 'string' || isOwn(it));
}

/** Options in the order of `known`, own ones behind; the usual set is a default and left out. */
export function withOptions(
	draft: Draft,
	chosen: readonly Chosen[],
	{ known, usual }: { readonly known: readonly string[]; readonly usual: readonly string[] }
): Draft {
	const ids = new Set(chosen.map(idOf));
	const ours = known.filter((id) => ids.has(id));
	const own = ownOptions(chosen);
	const same = own.length === 0 && ours.length === usual.length && usual.every((id) => ids.has(id));
	return choose(draft, 'options', same ? undefined : [...ours, ...own]);
}

/** An id from a name, unlike all others. */
export function ownId(label: string, taken: readonly string[]): string {
	const slug = label
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 32);
	const base = slug === '' ? 'own' : slug;
	const free = [base, ...Array.from({ length: 99 }, (_, i) => `${base}-${i + 2}`)];
	return free.find((id) => !taken.includes(id)) ?? base;
}
