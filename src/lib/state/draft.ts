import type { Plan } from '../plan/plan.ts';
import { at, isTree, withAt, type Tree } from './plan-path.ts';
import { tidy } from '../plan/written-number.ts';
import { textOfValue, valueOfText } from './typed-text.ts';

/** What stands in the form: the plan as the user wrote it, and the text of fields in use. */
export interface Draft {
	/** Defaults left out. Not checked yet. */
	readonly plan: Tree;
	/** Typed text by plan path, kept as typed even where it is no number. */
	readonly texts: Readonly<Record<string, string>>;
}

export const emptyDraft: Draft = { plan: {}, texts: {} };

export const draftOf = (plan: Plan): Draft => ({ plan: { ...plan }, texts: {} });

/** A choice or a switch; `undefined` goes back to the default. */
export function choose(draft: Draft, path: string, value: unknown): Draft {
	return { ...draft, plan: withAt(draft.plan, path, value) };
}

export interface Typed {
	readonly path: string;
	readonly text: string;
	/** Moves the point from the field to the plan: −2 for per cent. */
	readonly shift: number;
}

/** Texts of a draft without those of the ends of one field's range. */
export function withoutEnds(texts: Draft['texts'], path: string): Draft['texts'] {
	const { [`${path}.low`]: _, [`${path}.high`]: __, ...others } = texts;
	return others;
}

/** A number field was typed into; an emptied field goes back to its default, its range with it. */
export function type(draft: Draft, { path, text, shift }: Typed): Draft {
	const empty = tidy(text) === '';
	const { [path]: _, ...others } = empty ? withoutEnds(draft.texts, path) : draft.texts;
	const value = empty ? undefined : valueOfText(text, shift);
	// A range of the user's own stays around the new value.
	const ranged = !empty && isTree(at(draft.plan, path));
	return {
		plan: withAt(draft.plan, ranged ? `${path}.value` : path, value),
		texts: { ...others, [path]: text }
	};
}

/** Text typed and left: a good number is written the common way again. */
export function tidied(draft: Draft, path: string): Draft {
	const { [path]: text, ...others } = draft.texts;
	if (text === undefined) return draft;
	const own = at(draft.plan, path);
	const kept = typeof (isTree(own) ? own['value'] : own) === 'string';
	return kept ? draft : { ...draft, texts: others };
}

/** What a number field shows: what was typed, else the plan's own value, else the default. */
export function fieldText(draft: Draft, path: string, fallback: unknown, shift: number): string {
	const typed = draft.texts[path];
	if (typed !== undefined) return typed;
	const own = at(draft.plan, path);
	const value = isTree(own) ? own['value'] : own;
	return textOfValue(value ?? fallback, shift);
}

export const isChanged = (draft: Draft, path: string): boolean =>
	at(draft.plan, path) !== undefined;

/** Where overrides stand: option id or `*`, then an input path, dots and all. */
export function overrideOf(draft: Draft, option: string, path: string): unknown {
	const all = at(draft.plan, 'overrides');
	const own = isTree(all) ? all[option] : undefined;
	return isTree(own) ? own[path] : undefined;
}

interface Override {
	readonly option: string;
	readonly path: string;
	/** `undefined` takes it back. */
	readonly value: unknown;
}

export function overridden(draft: Draft, { option, path, value }: Override): Draft {
	const all = at(draft.plan, 'overrides');
	const own = isTree(all) && isTree(all[option]) ? all[option] : {};
	const others = Object.entries(own).filter(([key]) => key !== path);
	const next = Object.fromEntries(value === undefined ? others : [...others, [path, value]]);
	const rest = Object.entries(isTree(all) ? all : {}).filter(([key]) => key !== option);
	const some = Object.keys(next).length > 0;
	const overrides = Object.fromEntries(some ? [...rest, [option, next]] : rest);
	return choose(draft, 'overrides', overrides);
}

/** Every override of the plan, one line each. */
export function overridesOf(draft: Draft): readonly Override[] {
	const all = at(draft.plan, 'overrides');
	return Object.entries(isTree(all) ? all : {}).flatMap(([option, own]) =>
		Object.entries(isTree(own) ? own : {}).map(([path, value]) => ({ option, path, value }))
	);
}
