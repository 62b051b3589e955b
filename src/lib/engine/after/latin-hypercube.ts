import { below, uniformOf, type RandomStream } from './random.ts';

const BELOW_ONE = 1 - 2 ** -53;

/**
 * `n` uniforms, exactly one in each interval [k/n, (k+1)/n), in random order (`model.md` §15).
 *
 * Means of what is driven by few inputs settle much faster than with plain draws.
 */
export function latinHypercube({ words }: RandomStream, n: number): Float64Array {
	const drawn = new Float64Array(n);
	const chance = words(3 * n);
	for (let k = 0; k < n; k++) {
		const place = below(k + 1, chance[3 * k] ?? 0);
		const within = uniformOf(chance[3 * k + 1] ?? 0, chance[3 * k + 2] ?? 0);
		drawn[k] = drawn[place] ?? 0;
		drawn[place] = Math.min((k + within) / n, BELOW_ONE);
	}
	return drawn;
}
