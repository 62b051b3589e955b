import type { IntakeOptions, IntakeResult } from '../intake/intake.ts';
import type { ReadRequest, WorkerMessage } from '../intake/worker-messages.ts';

/** What reading files asks of the page. */
export interface Reading {
	readonly files: readonly File[];
	/** Hides names of the cluster behind hashes. */
	readonly salt?: string | undefined;
	readonly signal: AbortSignal;
	readonly onProgress: NonNullable<IntakeOptions['onProgress']>;
}

/** All that the files hold; undefined when the reading was stopped. */
export type ReadAll = (reading: Reading) => Promise<IntakeResult | undefined>;

/** A worker that says nothing for so long is taken for dead; at first it has to be fetched. */
const PATIENCE_MS = 10_000;
const FETCHING_MS = 60_000;

/** On this thread, where no worker can be had; the reading gives way between pieces. */
const here: ReadAll = async ({ files, salt, signal, onProgress }) => {
	const [{ readFiles }, { blobFile }, { hashNames }] = await Promise.all([
		import('../intake/intake.ts'),
		import('../intake/source-file.ts'),
		import('../intake/sha256.ts')
	]);
	const mapName = salt === undefined ? undefined : hashNames(salt);
	const sources = files.map((file) => blobFile(file.name, file));
	const result = await readFiles(sources, { mapName, signal, onProgress });
	return result.cancelled ? undefined : result;
};

/** Reads off the page's thread. A worker lives for one reading, so that stopping it leaves nothing. */
export function readInWorker(open: () => Worker): ReadAll {
	let count = 0;
	return async (reading) => {
		let worker: Worker;
		try {
			worker = open();
		} catch {
			return here(reading);
		}
		try {
			return await asked(worker, reading, ++count);
		} catch (cause) {
			if (cause instanceof WorkerLost) return await here(reading);
			throw cause;
		} finally {
			worker.terminate();
		}
	};
}

/** The worker never came to life, as under a policy that forbids it. */
class WorkerLost extends Error {}

function asked(worker: Worker, reading: Reading, id: number): Promise<IntakeResult | undefined> {
	const { files, salt, signal, onProgress } = reading;
	return new Promise((resolve, reject) => {
		let timer: ReturnType<typeof setTimeout>;
		let alive = false;
		const wait = (patienceMs: number): void => {
			clearTimeout(timer);
			timer = setTimeout(
				() => reject(new Error('Reading took too long and was given up.')),
				patienceMs
			);
		};
		// The worker is ended by whoever called: it need not be asked first, and may be busy.
		const stop = (): void => {
			clearTimeout(timer);
			resolve(undefined);
		};
		worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
			alive = true;
			wait(PATIENCE_MS);
			if (data.type === 'progress') return onProgress(data.progress);
			clearTimeout(timer);
			signal.removeEventListener('abort', stop);
			resolve(data.result);
		};
		worker.onerror = () => {
			clearTimeout(timer);
			reject(alive ? new Error('Reading stopped by a fault of ours.') : new WorkerLost());
		};
		signal.addEventListener('abort', stop, { once: true });
		wait(FETCHING_MS);
		worker.postMessage({ type: 'read', id, files: [...files], salt } satisfies ReadRequest);
	});
}
