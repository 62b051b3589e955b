import { choose, withoutEnds, type Draft } from './draft.ts';
import { at, isTree, withAt } from './plan-path.ts';
import { tidy } from '../plan/written-number.ts';
import { textOfValue, valueOfText } from './typed-text.ts';

/** The ends of a number's own range (`design.md` §3: `{ value, low, high }`). */
export type RangeEnd = 'low' | 'high';

/** Whether the user has given a field a range of his own, if only one without ends yet. */
export const hasRange = (draft: Draft, path: string): boolean => isTree(at(draft.plan, path));

/** The field that a path of a plan belongs to: an end of a range is no field of its own. */
export const fieldPathOf = (path: string): string => path.replace(/\.(value|low|high)$/, '');

interface Start {
	readonly path: string;
	/** Text of the field, and of the ends. */
	readonly text: string;
	readonly low: string;
	readonly high: string;
	/** Moves the point from the field to the plan: −2 for per cent. */
	readonly shift: number;
}

/** A field gets a range of the user's own, at first with the ends that are known. */
export function withRange(draft: Draft, { path, text, low, high, shift }: Start): Draft {
	const [value, least, most] = [text, low, high].map((it) => valueOfText(it, shift));
	const texts = withoutEnds(draft.texts, path);
	return choose({ ...draft, texts }, path, { value, low: least, high: most });
}

/** How far from its value an end lies that nobody has measured. */
const APART = 0.2;

interface Around {
	/** What stands in the field. */
	readonly text: string;
	readonly shift: number;
	readonly min: number;
	readonly max: number;
	readonly whole: boolean;
}

/** A fifth less and a fifth more than a number, within what its field allows; nothing around none. */
export function aFifthAround({
	text,
	shift,
	min,
	max,
	whole
}: Around): Record<RangeEnd, string> | undefined {
	const value = Number(valueOfText(text.replace(/\s*%$/, '')));
	if (Number.isNaN(value) || value === 0) return undefined;
	const end = (by: number): string => {
		const near = Number((value + Math.abs(value) * by).toPrecision(6));
		const kept = whole && shift === 0 ? Math.round(near) : near;
		return textOfValue(Math.min(max, Math.max(min, kept)));
	};
	const ends = { low: end(-APART), high: end(APART) };
	// Of a small whole number a fifth is none: both ends would be the number itself.
	return ends.low === ends.high ? undefined : ends;
}

/** Back to one number. */
export function withoutRange(draft: Draft, path: string): Draft {
	const own = at(draft.plan, path);
	const texts = withoutEnds(draft.texts, path);
	const value = isTree(own) ? own['value'] : own;
	return { plan: withAt(draft.plan, path, value), texts };
}

interface TypedEnd {
	readonly path: string;
	readonly end: RangeEnd;
	readonly text: string;
	/** What stands in the field itself: its value, where the plan has none of the user's yet. */
	readonly around: string;
	readonly shift: number;
}

/** An end was typed into; an emptied one is the value itself. */
export function typeEnd(draft: Draft, { path, end, text, around, shift }: TypedEnd): Draft {
	const key = `${path}.${end}`;
	const value = tidy(text) === '' ? undefined : valueOfText(text, shift);
	const isOpen = hasRange(draft, path);
	const plan = isOpen
		? draft.plan
		: withAt(draft.plan, path, { value: valueOfText(around, shift) });
	return { plan: withAt(plan, key, value), texts: { ...draft.texts, [key]: text } };
}

/** What an end shows: what was typed, else the plan's own. */
export function endText(draft: Draft, path: string, end: RangeEnd, shift: number): string {
	const key = `${path}.${end}`;
	return draft.texts[key] ?? textOfValue(at(draft.plan, key), shift);
}
