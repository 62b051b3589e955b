import type { Problem } from '../lib/plan/parsed.ts';
import { cleaned } from '../lib/plan/text.ts';
import type { Io } from './io.ts';

/** Exit codes (`design.md` §3). */
export const EXIT = { done: 0, gate: 1, input: 2, ours: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One line a fault, with the field in front. */
export function tellProblems(io: Io, problems: readonly Problem[]): ExitCode {
	for (const { path, message } of problems) io.say(lineOf(path, message));
	return EXIT.input;
}

/** A path is not said twice where the sentence begins with it. */
export const lineOf = (path: string, message: string): string =>
	oneLine(path === '' || message.startsWith(`${path}:`) ? message : `${path}: ${message}`);

const MOST_CHARS = 500;

/** Without what a terminal would obey instead of print. */
const oneLine = (text: string): string => {
	const flat = cleaned(text.slice(0, 2 * MOST_CHARS).replaceAll(/\s+/g, ' '));
	return flat.length > MOST_CHARS ? `${flat.slice(0, MOST_CHARS)}…` : flat;
};
