/** Two frames: longer than this, and what was typed is shown before the model runs. */
const AT_ONCE_MS = 30;

const nextTask = (): Promise<void> => new Promise((done) => setTimeout(done));

/** Ends when the browser has put what is on the page now into a frame. */
export function afterPaint(): Promise<void> {
	return new Promise((done) => requestAnimationFrame(() => void nextTask().then(done)));
}

/**
 * When to run the model after a stroke. Where it is quick, in the stroke's own task: a frame
 * for the stroke alone would only come before the one with the answer. Elsewhere the stroke is shown
 * first, and strokes that come meanwhile make one run.
 */
export class Pace {
	#last = Infinity;

	async beforeRun(): Promise<void> {
		if (this.#last > AT_ONCE_MS) await nextTask();
	}

	/** Runs the model and remembers how long it took here. */
	run<T>(work: () => T): T {
		const start = performance.now();
		const result = work();
		this.#last = performance.now() - start;
		return result;
	}
}
