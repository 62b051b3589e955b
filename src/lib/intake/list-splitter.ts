import type { Limits } from './limits.ts';
import type { Problem } from './parsed.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;

export interface ListSplitterOptions {
	/** Keys that lead from the root object to the list, such as ['items']; [] is a list at the root. */
	readonly path: readonly string[];
	readonly limits: Limits;
	/** Takes the bytes of one element, an object; they are only lent. */
	readonly onItem: (bytes: Uint8Array) => void;
}

/**
 * Cuts the elements out of one list of a large JSON text while it arrives, so that never more than
 * one element is held. Knows strings and brackets only; each element is parsed by whoever takes it.
 */
export class ListSplitter {
	readonly #path: readonly string[];
	readonly #limits: Limits;
	readonly #onItem: (bytes: Uint8Array) => void;
	readonly #held: Uint8Array[] = [];
	readonly problems: Problem[] = [];
	#heldBytes = 0;
	#depth = 0;
	/** Keys of `path` that the reader stands in. */
	#matched = 0;
	#inString = false;
	#escaped = false;
	#key: number[] | undefined;
	#lastKey = '';
	/** Depth of the list's elements while inside the list. */
	#itemDepth = -1;
	#inItem = false;
	#dropped = false;
	items = 0;
	/** True once the list was found. */
	found = false;

	constructor({ path, limits, onItem }: ListSplitterOptions) {
		this.#path = path;
		this.#limits = limits;
		this.#onItem = onItem;
	}

	push(chunk: Uint8Array): void {
		let start = 0;
		for (let index = 0; index < chunk.length; index++) {
			const byte = chunk[index] ?? 0;
			if (this.#inString) {
				this.#stringByte(byte);
				continue;
			}
			if (byte === QUOTE) this.#openString();
			else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
				if (this.#open(byte === OPEN_LIST)) start = index;
			} else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
				if (this.#close()) this.#emit(chunk.subarray(start, index + 1));
			}
		}
		if (this.#inItem) this.#hold(chunk.slice(start));
	}

	/** Says what was wrong with the whole: no list, or an end in the middle. */
	end(): void {
		const where = this.#path.join('.') || 'list';
		if (!this.found) this.#say(where, `There is no list ${where} in this file.`);
		else if (this.#inItem)
			this.#say(`${where}[${this.items}]`, 'The file ends in the middle of this element.');
		else if (this.#depth !== 0) this.#say(where, 'The file ends before its closing brackets.');
	}

	#stringByte(byte: number): void {
		if (this.#escaped) this.#escaped = false;
		else if (byte === BACKSLASH) this.#escaped = true;
		else if (byte === QUOTE) {
			this.#inString = false;
			if (this.#key) this.#lastKey = String.fromCharCode(...this.#key);
			this.#key = undefined;
			return;
		}
		if (this.#key && this.#key.length < 64) this.#key.push(byte);
	}

	#openString(): void {
		this.#inString = true;
		if (!this.#inItem && this.#depth === this.#matched + 1) this.#key = [];
	}

	/** True where an element starts. */
	#open(list: boolean): boolean {
		this.#depth++;
		if (this.#inItem) {
			if (this.#depth - this.#itemDepth > this.#limits.depth) this.#drop('nests too deep');
			return false;
		}
		if (this.#itemDepth !== -1) {
			if (list || this.#depth !== this.#itemDepth) return false;
			this.#inItem = true;
			return true;
		}
		if (!this.found) this.#descend(list);
		return false;
	}

	/** Follows `path` one key down, or enters the list at its end. */
	#descend(list: boolean): void {
		const last = this.#path.length;
		if (last === 0 && list && this.#depth === 1) this.#enter();
		else if (this.#depth === this.#matched + 2 && this.#lastKey === this.#path[this.#matched]) {
			if (list && this.#matched === last - 1) this.#enter();
			else if (!list && this.#matched < last - 1) this.#matched++;
		}
		this.#lastKey = '';
	}

	#enter(): void {
		this.found = true;
		this.#itemDepth = this.#depth + 1;
	}

	/** True where an element ends. */
	#close(): boolean {
		this.#depth--;
		if (this.#inItem && this.#depth < this.#itemDepth) {
			this.#inItem = false;
			return true;
		}
		if (this.#itemDepth !== -1 && this.#depth < this.#itemDepth - 1) this.#itemDepth = -1;
		if (this.#depth < this.#matched + 1) this.#matched = Math.max(0, this.#depth - 1);
		return false;
	}

	#hold(part: Uint8Array): void {
		this.#heldBytes += part.length;
		if (this.#heldBytes > this.#limits.itemBytes) this.#drop('is too large');
		if (!this.#dropped) this.#held.push(part);
	}

	#drop(why: string): void {
		if (this.#dropped) return;
		this.#dropped = true;
		this.#held.length = 0;
		this.#say(`${this.#path.join('.')}[${this.items}]`, `This element ${why} and was left out.`);
	}

	#emit(tail: Uint8Array): void {
		if (this.#heldBytes + tail.length > this.#limits.itemBytes) this.#drop('is too large');
		if (!this.#dropped) this.#onItem(this.#heldBytes === 0 ? tail : this.#joined(tail));
		this.#held.length = 0;
		this.#heldBytes = 0;
		this.#dropped = false;
		this.items++;
	}

	#joined(tail: Uint8Array): Uint8Array {
		const whole = new Uint8Array(this.#heldBytes + tail.length);
		let at = 0;
		for (const part of [...this.#held, tail]) {
			whole.set(part, at);
			at += part.length;
		}
		return whole;
	}

	#say(path: string, message: string): void {
		if (this.problems.length < 50) this.problems.push({ path, message });
	}
}
