/**
 * The answers used last, by key; those unused for longest make room. Bounded by the sum of their
 * weights, so memory is flat.
 */
export class Recent<T> {
	readonly #kept = new Map<string, { readonly value: T; readonly weight: number }>();
	readonly #room: number;
	#weight = 0;

	/** @param room the most that all kept may weigh together, in the unit of the weights */
	constructor(room: number) {
		this.#room = room;
	}

	get size(): number {
		return this.#kept.size;
	}

	/** What all kept weigh together: never above the room. */
	get weight(): number {
		return this.#weight;
	}

	get(key: string): T | undefined {
		const found = this.#kept.get(key);
		if (found === undefined) return undefined;
		this.#kept.delete(key);
		this.#kept.set(key, found);
		return found.value;
	}

	/** What weighs more than the whole room is not kept. */
	set(key: string, value: T, weight = 1): void {
		this.#delete(key);
		if (weight > this.#room) return;
		this.#kept.set(key, { value, weight });
		this.#weight += weight;
		for (const oldest of this.#kept.keys()) {
			if (this.#weight <= this.#room) return;
			this.#delete(oldest);
		}
	}

	#delete(key: string): void {
		this.#weight -= this.#kept.get(key)?.weight ?? 0;
		this.#kept.delete(key);
	}
}
