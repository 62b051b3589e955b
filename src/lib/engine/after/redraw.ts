import { drawInputs, type DrawOptions, type Draws, type InputSpec } from './draw-inputs.ts';
import { makeDrawer } from './drawer.ts';

/** `model.md` §15: after so many errors in a row the plan itself is at fault. */
const MAX_ATTEMPTS = 50;
/** Above this share of replaced draws the bands leave out plans that do not fit. */
const WORTH_A_WARNING = 0.05;

/** Indices of the samples, of `n` that `draws` holds, that end in an error. */
export type FindFailing = (draws: Draws, n: number) => readonly number[];

export interface KeptDraws {
	/** False when some sample failed 50 times: `draws` still holds its last try. */
	readonly ok: boolean;
	readonly draws: Draws;
	/** How many draws were replaced; shown with every result. */
	readonly replaced: number;
	/** More than 5 % of n. */
	readonly warn: boolean;
}

/**
 * Draws `n` samples none of which ends in an error (`model.md` §15): a failing sample is drawn anew,
 * all inputs together, and counted. Replacements are tried alone, so the rest is not run again.
 * Pass the `draw` of an earlier run with the same options to draw only what has changed since.
 */
export function drawKept(
	specs: readonly InputSpec[],
	options: Omit<DrawOptions, 'attempt'>,
	findFailing: FindFailing,
	draw: (specs: readonly InputSpec[]) => Draws = makeDrawer(options)
): KeptDraws {
	const first = draw(specs);
	let failing = findFailing(first, options.n);
	// The drawer may hand out the same arrays again: replacements go into copies.
	const draws = failing.length === 0 ? first : copyOf(first);
	let replaced = 0;
	for (let attempt = 1; failing.length > 0 && attempt <= MAX_ATTEMPTS; attempt++) {
		replaced += failing.length;
		const n = failing.length;
		const fresh = drawInputs(specs, { ...options, n, attempt });
		put(fresh, draws, failing);
		const stillFailing = findFailing(fresh, n);
		failing = stillFailing.flatMap((index) => failing[index] ?? []);
	}
	const warn = replaced > WORTH_A_WARNING * options.n;
	return { ok: failing.length === 0, draws, replaced, warn };
}

function copyOf(draws: Draws): Draws {
	return new Map([...draws].map(([path, values]) => [path, values.slice()] as const));
}

function put(fresh: Draws, draws: Draws, places: readonly number[]): void {
	for (const [path, values] of fresh) {
		const target = draws.get(path);
		places.forEach((place, i) => {
			if (target !== undefined) target[place] = values[i] ?? NaN;
		});
	}
}
