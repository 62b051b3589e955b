import { FILE_KINDS, holdsRanges } from '../lib/export/file-kinds.ts';
import type { ExitCode } from './exit.ts';
import type { Io } from './io.ts';
import { POINTS } from './points.ts';
import { inOneGo } from './tiers.ts';

/** Words behind which nothing is drawn. As the plan's name one of them costs time and no more. */
const WITHOUT_DRAWS: readonly string[] = [
	POINTS,
	...FILE_KINDS.filter((kind) => !holdsRanges(kind))
];

/** `meshup estimate`: a thread that draws is started before anything else is read. */
export async function estimate(argv: readonly string[], io: Io): Promise<ExitCode> {
	inOneGo();
	const draws = !argv.some((word) => WITHOUT_DRAWS.includes(word.replace(/^--format=/, '')));
	const beside = draws ? io.beside?.() : undefined;
	try {
		const { estimateCommand } = await import('./estimate-command.ts');
		return await estimateCommand(argv, io, beside);
	} finally {
		beside?.end();
	}
}
