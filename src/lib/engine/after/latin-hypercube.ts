import { below, uniformOf, type RandomStream } from './random.ts';

const BELOW_ONE = 1 - 2 ** -53;

/** `n` uniforms in rising order, exactly one in each interval [k/n, (k+1)/n) (`model.md` §15). */
export function strataOf(stream: RandomStream, n: number): Float64Array {
	const chance = stream.words(2 * n);
	const shares = new Float64Array(n);
	for (let k = 0; k < n; k++) {
		const within = uniformOf(chance[2 * k] ?? 0, chance[2 * k + 1] ?? 0);
		shares[k] = Math.min((k + within) / n, BELOW_ONE);
	}
	return shares;
}

/** The whole numbers 0 to n − 1 in random order: which interval each sample draws from. */
export function orderOf(stream: RandomStream, n: number): Uint32Array {
	const chance = stream.words(n);
	const order = new Uint32Array(n);
	for (let k = 0; k < n; k++) {
		const place = below(k + 1, chance[k] ?? 0);
		order[k] = order[place] ?? 0;
		order[place] = k;
	}
	return order;
}

/** What stands at each place of an order. */
export function inOrder(values: Float64Array, order: Uint32Array): Float64Array {
	const drawn = new Float64Array(order.length);
	for (let i = 0; i < order.length; i++) drawn[i] = values[order[i] ?? 0] ?? NaN;
	return drawn;
}
