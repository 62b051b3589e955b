import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { MOST } from './limits.ts';
import { Turnstile } from './turnstile.ts';
import { WORKS, type Kind, type Work } from './work.ts';
import { WORKER_SCRIPT } from './worker-script.ts';

/** Memory of a thread, MB: a plan that needs more ends the thread and not the server. */
const LIMITS = { maxOldGenerationSizeMb: 1024 };

/**
 * Takes one piece of work at a time to a thread of its own, so that cheap requests are answered
 * meanwhile. Without a script, as under development, the work is done here.
 */
export class Desk {
	readonly #gate = new Turnstile(MOST.waiting);
	#worker: Worker | undefined;

	/** Throws `Busy` at once where too many wait already. */
	ask<K extends Kind>(kind: K, asked: Work[K][0]): Promise<Work[K][1]> {
		const script = process.env[WORKER_SCRIPT];
		return this.#gate.pass(() =>
			script === undefined ? WORKS[kind](asked) : this.#send(script, kind, asked)
		);
	}

	async #send<K extends Kind>(script: string, kind: K, asked: Work[K][0]): Promise<Work[K][1]> {
		const worker = (this.#worker ??= started(script));
		try {
			worker.postMessage({ kind, asked });
			// A fault in the thread is thrown here; it ends the thread, and the next who asks gets a new one.
			const [answer] = await once(worker, 'message');
			return answer;
		} catch (cause) {
			this.#worker = undefined;
			throw cause;
		}
	}
}

/** What waits for an answer keeps the process alive, not the thread. */
function started(script: string): Worker {
	const worker = new Worker(new URL(script), { resourceLimits: LIMITS });
	worker.unref();
	return worker;
}
