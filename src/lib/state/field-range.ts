import { choose, type Draft } from './draft.ts';
import { at, isTree, withAt } from './plan-path.ts';
import { textOfValue, tidy, valueOfText } from './typed-text.ts';

/** The ends of a number's own range (`design.md` §3: `{ value, low, high }`). */
export type RangeEnd = 'low' | 'high';

/** Whether the user has given a field a range of his own. */
export const hasRange = (draft: Draft, path: string): boolean => {
	const own = at(draft.plan, path);
	return isTree(own) && ('low' in own || 'high' in own);
};

/** The field that a path of a plan belongs to: an end of a range is no field of its own. */
export const fieldPathOf = (path: string): string => path.replace(/\.(value|low|high)$/, '');

interface Start {
	readonly path: string;
	/** Text of the field, and of the ends that it has from the data. */
	readonly text: string;
	readonly low: string;
	readonly high: string;
	/** Moves the point from the field to the plan: −2 for per cent. */
	readonly shift: number;
}

/** A field gets a range of its own, from the one that the data gives it or from its value alone. */
export function withRange(draft: Draft, { path, text, low, high, shift }: Start): Draft {
	const [value, least, most] = [text, low || text, high || text].map((it) =>
		valueOfText(it, shift)
	);
	return choose(draft, path, { value, low: least, high: most });
}

/** Back to one number. */
export function withoutRange(draft: Draft, path: string): Draft {
	const own = at(draft.plan, path);
	const { [`${path}.low`]: _, [`${path}.high`]: __, ...texts } = draft.texts;
	const value = isTree(own) ? own['value'] : own;
	return { plan: withAt(draft.plan, path, value), texts };
}

interface TypedEnd {
	readonly path: string;
	readonly end: RangeEnd;
	readonly text: string;
	readonly shift: number;
}

/** An end was typed into; an emptied one is the value itself. */
export function typeEnd(draft: Draft, { path, end, text, shift }: TypedEnd): Draft {
	const key = `${path}.${end}`;
	const value = tidy(text) === '' ? undefined : valueOfText(text, shift);
	return { plan: withAt(draft.plan, key, value), texts: { ...draft.texts, [key]: text } };
}

/** What an end shows: what was typed, else the plan's own. */
export function endText(draft: Draft, path: string, end: RangeEnd, shift: number): string {
	const key = `${path}.${end}`;
	return draft.texts[key] ?? textOfValue(at(draft.plan, key), shift);
}
