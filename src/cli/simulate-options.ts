import { failure, success, type Parsed } from '../lib/plan/parsed.ts';
import { quoted } from '../lib/plan/text.ts';
import { SAMPLES, SEED } from '../lib/report/decision/decide.ts';
import { POINTS } from './points.ts';

/** How the ranges of an estimate are drawn; nothing: points only. */
export type Simulating = { readonly samples: number; readonly seed: number } | undefined;

const FEWEST = 100;
const MOST = 50_000;

export const SIMULATE_FLAGS = ['--samples', '--seed'] as const;

/** `--samples N --seed N`, or `--points` for no ranges. */
export function readSimulating(flags: ReadonlyMap<string, string>): Parsed<Simulating> {
	const samples = wholeNumber(flags, '--samples', { fallback: SAMPLES, min: FEWEST, max: MOST });
	if (!samples.ok) return samples;
	const most = Number.MAX_SAFE_INTEGER;
	const seed = wholeNumber(flags, '--seed', { fallback: SEED, min: 0, max: most });
	if (!seed.ok) return seed;
	if (!flags.has(POINTS)) return success({ samples: samples.value, seed: seed.value });
	const other = SIMULATE_FLAGS.find((flag) => flags.has(flag));
	if (other === undefined) return success(undefined);
	return failure(other, `${POINTS} draws nothing, so ${other} means nothing beside it.`);
}

interface Bounds {
	readonly fallback: number;
	readonly min: number;
	readonly max: number;
}

function wholeNumber(
	flags: ReadonlyMap<string, string>,
	flag: string,
	{ fallback, min, max }: Bounds
): Parsed<number> {
	const written = flags.get(flag);
	if (written === undefined) return success(fallback);
	const number = /^\d{1,16}$/.test(written) ? Number(written) : NaN;
	if (number >= min && number <= max) return success(number);
	return failure(flag, `${quoted(written)} is not a whole number from ${min} to ${max}.`);
}
