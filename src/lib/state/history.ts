/**
 * What was, for undo, and what was undone, for redo. Edits under the same key in a row are one step:
 * typing a number is undone whole, not digit by digit.
 */
export interface History<Item> {
	readonly past: readonly Item[];
	readonly future: readonly Item[];
	/** Key of the step that is still open. */
	readonly open: string | undefined;
}

const KEPT = 200;

export const emptyHistory: History<never> = { past: [], future: [], open: undefined };

/** `before` is what the edit replaces; an edit under the open key adds nothing. */
export function remember<Item>(history: History<Item>, before: Item, key: string): History<Item> {
	if (history.open === key) return { ...history, future: [] };
	return { past: [...history.past, before].slice(-KEPT), future: [], open: key };
}

/** Ends the open step, so that the next edit of the same field is one of its own. */
export const settle = <Item>(history: History<Item>): History<Item> => ({
	...history,
	open: undefined
});

interface Moved<Item> {
	readonly history: History<Item>;
	readonly now: Item;
}

export function undo<Item>(history: History<Item>, now: Item): Moved<Item> | undefined {
	const before = history.past.at(-1);
	if (before === undefined) return undefined;
	const future = [now, ...history.future];
	return { history: { past: history.past.slice(0, -1), future, open: undefined }, now: before };
}

export function redo<Item>(history: History<Item>, now: Item): Moved<Item> | undefined {
	const [after, ...future] = history.future;
	if (after === undefined) return undefined;
	return { history: { past: [...history.past, now], future, open: undefined }, now: after };
}
