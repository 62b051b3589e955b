/** The answers used last, by key; the one unused for longest makes room. Bounded, so memory is flat. */
export class Recent<T> {
	readonly #kept = new Map<string, T>();
	readonly #most: number;

	constructor(most: number) {
		this.#most = most;
	}

	get size(): number {
		return this.#kept.size;
	}

	get(key: string): T | undefined {
		const found = this.#kept.get(key);
		if (found === undefined) return undefined;
		this.#kept.delete(key);
		this.#kept.set(key, found);
		return found;
	}

	delete(key: string): void {
		this.#kept.delete(key);
	}

	set(key: string, value: T): void {
		this.#kept.delete(key);
		this.#kept.set(key, value);
		if (this.#kept.size <= this.#most) return;
		const [oldest] = this.#kept.keys();
		if (oldest !== undefined) this.#kept.delete(oldest);
	}
}
