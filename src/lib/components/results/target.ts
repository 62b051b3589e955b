/** A number that can be explained: a row key or a step id of one option, in a month or in all. */
export interface Target {
	readonly option: string;
	readonly id: string;
	/** 0 is the one-off month; absent for a total. */
	readonly month?: number;
	/** An input instead: its path, its range and its source are shown, and it can be changed. */
	readonly input?: string;
}

export const sameTarget = (a: Target | undefined, b: Target): boolean =>
	a !== undefined &&
	a.option === b.option &&
	a.id === b.id &&
	a.month === b.month &&
	a.input === b.input;

export type OnWhy = (target: Target) => void;
