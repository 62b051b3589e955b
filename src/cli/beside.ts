import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Drawn, PackedAsk } from '../lib/engine/simulate/packed.ts';

/** Another thread, which draws while this one works out decimal figures. */
export interface Beside {
	/** Nothing where the thread fails: whoever asked then draws by himself. */
	readonly draw: (asked: PackedAsk) => Promise<Drawn | undefined>;
	/** Stops it, whatever it does. */
	readonly end: () => void;
}

/** Starts a thread that reads its code at once; none on a single core, where it would only cost. */
export function startBeside(script: URL, cores = availableParallelism()): Beside | undefined {
	if (cores < 2) return undefined;
	const worker = new Worker(script);
	// Both are nothing to whoever asks, now or later: that it failed, and that it ended.
	const ended = once(worker, 'exit').then(
		() => undefined,
		() => undefined
	);
	worker.on('error', () => undefined);
	return {
		draw: (asked) => {
			worker.postMessage(asked);
			const drawn = once(worker, 'message').then(([answer]) => answer);
			return Promise.race([drawn, ended]).catch(() => undefined);
		},
		end: () => void worker.terminate()
	};
}
