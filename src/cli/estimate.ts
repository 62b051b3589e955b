import type { ExitCode } from './exit.ts';
import type { Io } from './io.ts';
import { POINTS } from './points.ts';
import { inOneGo } from './tiers.ts';

/**
 * `meshup estimate`: a process that draws is started before anything else is read. It is for tables,
 * which need totals only. Files hold months by sample, and to bring those over costs what it saves.
 */
export async function estimate(argv: readonly string[], io: Io): Promise<ExitCode> {
	inOneGo();
	const isAlone = argv.some((word) => word === POINTS || word.startsWith('--format'));
	const beside = isAlone ? undefined : io.beside?.();
	try {
		const { estimateCommand } = await import('./estimate-command.ts');
		return await estimateCommand(argv, io, beside);
	} finally {
		beside?.end();
	}
}
