/**
 * SHA-256 (FIPS 180-4), fed piece by piece. Web Crypto hashes whole buffers only and is absent on
 * pages served without TLS, where self-hosted copies run.
 */
export class Sha256 {
	// Signed words: a 32-bit integer stays one in the engine, an unsigned one becomes a double.
	readonly #state = Int32Array.from(START);
	readonly #block = new Uint8Array(64);
	readonly #words = new Int32Array(64);
	#filled = 0;
	#bytes = 0;

	update(bytes: Uint8Array): this {
		this.#bytes += bytes.length;
		let from = 0;
		if (this.#filled > 0) {
			from = Math.min(64 - this.#filled, bytes.length);
			this.#block.set(bytes.subarray(0, from), this.#filled);
			this.#filled += from;
			if (this.#filled < 64) return this;
			this.#compress(this.#block, 0);
			this.#filled = 0;
		}
		for (; from + 64 <= bytes.length; from += 64) this.#compress(bytes, from);
		this.#block.set(bytes.subarray(from));
		this.#filled = bytes.length - from;
		return this;
	}

	/** The digest in hexadecimal; nothing may be fed after it. */
	hex(): string {
		const bits = this.#bytes * 8;
		const pad = new Uint8Array((this.#filled < 56 ? 56 : 120) - this.#filled + 8);
		pad[0] = 0x80;
		const view = new DataView(pad.buffer);
		view.setUint32(pad.length - 8, Math.floor(bits / 2 ** 32));
		view.setUint32(pad.length - 4, bits >>> 0);
		this.update(pad);
		return [...this.#state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
	}

	#compress(bytes: Uint8Array, from: number): void {
		const w = this.#words;
		for (let t = 0; t < 16; t++) {
			const at = from + 4 * t;
			w[t] =
				(byte(bytes, at) << 24) |
				(byte(bytes, at + 1) << 16) |
				(byte(bytes, at + 2) << 8) |
				byte(bytes, at + 3);
		}
		for (let t = 16; t < 64; t++) {
			const near = word(w, t - 2);
			const far = word(w, t - 15);
			const s1 = turn(near, 17) ^ turn(near, 19) ^ (near >>> 10);
			const s0 = turn(far, 7) ^ turn(far, 18) ^ (far >>> 3);
			w[t] = (((s1 + word(w, t - 7)) | 0) + ((s0 + word(w, t - 16)) | 0)) | 0;
		}
		this.#rounds(w);
	}

	/** Plain variables, moved by hand: an array a round would cost more than the arithmetic. */
	#rounds(w: Int32Array): void {
		let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = this.#state;
		for (let t = 0; t < 64; t++) {
			const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
			const mixed = (h + s1) | 0;
			const given = (word(CONSTANTS, t) + word(w, t)) | 0;
			const t1 = (((mixed + ((e & f) ^ (~e & g))) | 0) + given) | 0;
			const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
			const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
			h = g;
			g = f;
			f = e;
			e = (d + t1) | 0;
			d = c;
			c = b;
			b = a;
			a = (t1 + t2) | 0;
		}
		[a, b, c, d, e, f, g, h].forEach((value, index) => {
			this.#state[index] = word(this.#state, index) + value;
		});
	}
}

const CONSTANTS = Int32Array.from(roots(64, 3));
const START = Int32Array.from(roots(8, 2));

/** First 32 bits of the fraction of the square (2) or cube (3) roots of the first primes. */
function roots(count: number, root: 2 | 3): number[] {
	const primes: number[] = [];
	for (let n = 2; primes.length < count; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
	return primes.map((prime) => {
		const value = root === 2 ? Math.sqrt(prime) : Math.cbrt(prime);
		return Math.floor((value - Math.floor(value)) * 2 ** 32) >>> 0;
	});
}

function byte(bytes: Uint8Array, index: number): number {
	return bytes[index] ?? 0;
}

function word(words: Int32Array, index: number): number {
	return words[index] ?? 0;
}

function turn(value: number, by: number): number {
	return (value >>> by) | (value << (32 - by));
}

export function sha256(text: string): string {
	return new Sha256().update(new TextEncoder().encode(text)).hex();
}

/** Maps the names of a file to names that may be shown; the same name always to the same one. */
export type NameMap = (name: string) => string;

export const keepNames: NameMap = (name) => name;

/** Replaces names by 10 hexadecimal digits of a salted SHA-256, so that a shared plan tells none. */
export function hashNames(salt: string): NameMap {
	const known = new Map<string, string>();
	return (name) => {
		const found = known.get(name) ?? `n-${sha256(`${salt}\n${name}`).slice(0, 10)}`;
		known.set(name, found);
		return found;
	};
}
