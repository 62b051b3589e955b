import { holdsRanges } from '../../export/file-kinds.ts';
import type { FileOut } from '../../export/file-out.ts';
import type { FileQuestion, FileWord } from './question.ts';

export interface FileWatch {
	/** Gives the work up. */
	readonly signal: AbortSignal;
	/** Called with the share that is done, 0 to 1. */
	readonly onshare: (share: number) => void;
}

/** Made in less time than a worker takes to start. */
const isLight = ({ wish, decision }: FileQuestion): boolean =>
	wish.kind !== 'pdf' &&
	wish.kind !== 'xlsx' &&
	(decision !== undefined || !holdsRanges(wish.kind));

/** Asks a worker of its own, so that giving up ends it; where none can be had, this thread. */
export async function askFiles(
	open: () => Worker,
	question: FileQuestion,
	watch: FileWatch
): Promise<readonly FileOut[]> {
	const worker = isLight(question) ? undefined : opened(open);
	if (worker === undefined) return here(question, watch);
	try {
		return (await there(worker, question, watch)) ?? (await here(question, watch));
	} finally {
		worker.terminate();
	}
}

/** A policy or a sandbox may forbid workers. */
function opened(open: () => Worker): Worker | undefined {
	try {
		return open();
	} catch {
		return undefined;
	}
}

/** Nothing where the worker itself could not start. */
function there(
	worker: Worker,
	question: FileQuestion,
	{ signal, onshare }: FileWatch
): Promise<readonly FileOut[] | undefined> {
	return new Promise((resolve, reject) => {
		signal.addEventListener('abort', () => reject(gaveUp()), { once: true });
		worker.onerror = () => resolve(undefined);
		worker.onmessage = ({ data }: MessageEvent<FileWord>) => {
			if ('share' in data) onshare(data.share);
			else if ('files' in data) resolve(data.files);
			else reject(new Error(data.fault));
		};
		worker.postMessage(question);
	});
}

/** On the main thread, in slices, so that the page answers in between. */
async function here(
	question: FileQuestion,
	{ signal, onshare }: FileWatch
): Promise<readonly FileOut[]> {
	const { filesOf } = await import('./make.ts');
	const steps = filesOf(question);
	for (;;) {
		if (signal.aborted) throw gaveUp();
		const step = await steps.next();
		if (step.done === true) return step.value;
		onshare(step.value);
		await new Promise((resolve) => setTimeout(resolve));
	}
}

const gaveUp = (): DOMException => new DOMException('given up', 'AbortError');
