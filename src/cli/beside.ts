import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Drawn, PackedAsk } from '../lib/engine/simulate/packed.ts';

/** A process that draws while this one works out decimal figures. */
export interface Beside {
	/** Nothing where that process fails: whoever asked then draws by himself. */
	readonly draw: (asked: PackedAsk) => Promise<Drawn | undefined>;
	/** Stops it, whatever it does. */
	readonly end: () => void;
}

/**
 * Starts a process that reads its code at once; none on a single core, where it would only cost.
 *
 * A thread starts sooner, but flags of V8 hold for all threads of a process: draws want its optimising
 * compiler, and decimals beside them lose by it. Large answers are slow on this way: see `estimate.ts`.
 */
export function startBeside(script: URL, cores = availableParallelism()): Beside | undefined {
	if (cores < 2) return undefined;
	const child = fork(fileURLToPath(script), {
		execArgv: [],
		serialization: 'advanced',
		stdio: ['ignore', 'ignore', 'ignore', 'ipc']
	});
	// Both are nothing to whoever asks, now or later: that it failed, and that it ended.
	const ended = once(child, 'exit').then(
		() => undefined,
		() => undefined
	);
	child.on('error', () => undefined);
	return {
		draw: (asked) => {
			const drawn = once(child, 'message').then(([answer]) => answer);
			child.send(asked, () => undefined);
			return Promise.race([drawn, ended]).catch(() => undefined);
		},
		end: () => void child.kill('SIGKILL')
	};
}
