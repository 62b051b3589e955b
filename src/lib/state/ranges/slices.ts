/** Work in small steps: each `yield` is the share that is done, from 0 to 1. */
export type Steps<Result> = Generator<number, Result>;

/** Work and who hears of it. Nobody hears of work that was dropped. */
export interface Job<Result> {
	/** Fetches what the work needs, then begins it. */
	readonly begin: () => Promise<Steps<Result>>;
	readonly onProgress: (share: number) => void;
	readonly onDone: (result: Result) => void;
	readonly onFailed: (cause: unknown) => void;
}

interface Surroundings {
	/** Lets others have their turn: messages in a worker, keys and paint on a page. */
	readonly pause: () => Promise<unknown>;
	/** ms. */
	readonly now: () => number;
	/** ms of work between two pauses. */
	readonly slice: number;
}

/**
 * Works through jobs in slices, one job at a time. A job takes the place of an older one of its name,
 * which stops at its next step and says nothing more.
 */
export class Slices<Result> {
	readonly #around: Surroundings;
	readonly #jobs = new Map<string, Job<Result>>();
	#isRunning = false;

	constructor(around: Surroundings) {
		this.#around = around;
	}

	put(name: string, job: Job<Result>): void {
		this.#jobs.delete(name);
		this.#jobs.set(name, job);
		if (!this.#isRunning) void this.#run();
	}

	drop(name: string): void {
		this.#jobs.delete(name);
	}

	async #run(): Promise<void> {
		this.#isRunning = true;
		for (;;) {
			const [next] = this.#jobs;
			if (next === undefined) break;
			const [name, job] = next;
			const isWanted = (): boolean => this.#jobs.get(name) === job;
			try {
				const result = await this.#work(job, isWanted);
				if (!isWanted()) continue;
				this.#jobs.delete(name);
				if (result !== undefined) job.onDone(result.value);
			} catch (cause) {
				if (!isWanted()) continue;
				this.#jobs.delete(name);
				job.onFailed(cause);
			}
		}
		this.#isRunning = false;
	}

	/** The result; nothing where the job was dropped on the way. */
	async #work(
		job: Job<Result>,
		isWanted: () => boolean
	): Promise<{ readonly value: Result } | undefined> {
		const { pause, now, slice } = this.#around;
		await pause();
		if (!isWanted()) return undefined;
		const steps = await job.begin();
		let until = now() + slice;
		while (isWanted()) {
			const step = steps.next();
			if (step.done === true) return { value: step.value };
			if (now() < until) continue;
			job.onProgress(step.value);
			await pause();
			until = now() + slice;
		}
		return undefined;
	}
}
