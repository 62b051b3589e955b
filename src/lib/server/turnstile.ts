/** Too many calls wait already. */
export class Busy extends Error {}

/** After whatever else waits for the event loop now. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Lets one piece of work through at a time. Between two of them the event loop has its turn, so that
 * cheap requests (a health check, a cached chart) never wait for a queue of dear ones.
 */
export class Turnstile {
	#last: Promise<void> = Promise.resolve();
	#waiting = 0;
	readonly #most: number;

	constructor(most: number) {
		this.#most = most;
	}

	/** Throws `Busy` at once where `most` wait already. */
	async pass<T>(work: () => T | Promise<T>): Promise<T> {
		if (this.#waiting >= this.#most) throw new Busy('Too many calls wait already.');
		this.#waiting++;
		const before = this.#last;
		let leave = (): void => undefined;
		this.#last = new Promise((resolve) => (leave = resolve));
		try {
			await before;
			await nextTurn();
			return await work();
		} finally {
			this.#waiting--;
			leave();
		}
	}
}
