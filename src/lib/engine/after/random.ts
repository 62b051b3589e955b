/** Named in every output, so that a run can be repeated elsewhere (`model.md` §15). */
export const GENERATOR = 'xoshiro128** seeded by splitmix32';

type State = readonly [number, number, number, number];

const TWO_32 = 2 ** 32;
const TWO_26 = 2 ** 26;
const TWO_52 = 2 ** 52;
/** Tells the two halves of a stream's state apart. */
const OTHER_HALF = 0x68bc21eb;

/**
 * The stream of `name` under `seed`, a whole number from 0 to 2^53 − 1.
 *
 * Each input draws from the stream of its own path. So the order of inputs and options never
 * matters, and another input changes nothing for those already there.
 */
export function randomStream(seed: number, name: string): RandomStream {
	const first = splitmix32(hash(name, seed, 0));
	const second = splitmix32(hash(name, seed, OTHER_HALF));
	return fromState([first(), first(), second(), second()]);
}

/** xoshiro128** of Blackman and Vigna, from a state that is not all 0. */
export const fromState = (start: State): RandomStream => new RandomStream(start);

/** A stream of chance that belongs to one name under one seed. */
export class RandomStream {
	#state: State;

	constructor(start: State) {
		this.#state = start;
	}

	/** The next `count` whole numbers from 0 to 2^32 − 1: in blocks, because the state then stays in registers. */
	words(count: number): Uint32Array {
		const drawn = new Uint32Array(count);
		let [s0, s1, s2, s3] = this.#state;
		for (let i = 0; i < count; i++) {
			drawn[i] = Math.imul(rotate(Math.imul(s1, 5), 7), 9);
			const shifted = s1 << 9;
			s2 ^= s0;
			s3 ^= s1;
			s1 ^= s2;
			s0 ^= s3;
			s2 ^= shifted;
			s3 = rotate(s3, 11);
		}
		this.#state = [s0, s1, s2, s3];
		return drawn;
	}

	/** The next number strictly between 0 and 1, in steps of 2^−52. */
	uniform(): number {
		const [high = 0, low = 0] = this.words(2);
		return uniformOf(high, low);
	}
}

/** Two words as a number strictly between 0 and 1. */
export function uniformOf(high: number, low: number): number {
	return ((high >>> 6) * TWO_26 + (low >>> 6) + 0.5) / TWO_52;
}

/**
 * A word as a whole number from 0 to `bound` − 1. `bound` at most 2^21, where some numbers are more
 * likely than others by less than 2^−11 of their chance.
 */
export function below(bound: number, word: number): number {
	return Math.floor((word / TWO_32) * bound);
}

/** Spreads one word over as many as a state needs. */
function splitmix32(seed: number): () => number {
	let counter = seed | 0;
	return () => {
		counter = (counter + 0x9e3779b9) | 0;
		return finish(counter);
	};
}

/** Name and seed in one word; two words of different `salt` are as good as unrelated. */
function hash(name: string, seed: number, salt: number): number {
	let word = finish((seed >>> 0) ^ salt);
	word = finish(word ^ Math.floor(seed / TWO_32));
	for (let i = 0; i < name.length; i++) {
		word = rotate(Math.imul(word ^ name.charCodeAt(i), 0x9e3779b1), 15);
	}
	return finish(word ^ name.length);
}

function finish(word: number): number {
	let mixed = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
	return (mixed ^ (mixed >>> 15)) >>> 0;
}

function rotate(word: number, bits: number): number {
	return (word << bits) | (word >>> (32 - bits));
}
