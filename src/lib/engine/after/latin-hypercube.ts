import type { RandomStream } from './random.ts';

const BELOW_ONE = 1 - 2 ** -53;

/**
 * `n` uniforms, exactly one in each interval [k/n, (k+1)/n), in random order (`model.md` §15).
 *
 * Means of what is driven by few inputs settle much faster than with plain draws.
 */
export function latinHypercube({ below, uniform }: RandomStream, n: number): Float64Array {
	const drawn = new Float64Array(n);
	for (let k = 0; k < n; k++) {
		const place = below(k + 1);
		drawn[k] = drawn[place] ?? 0;
		drawn[place] = Math.min((k + uniform()) / n, BELOW_ONE);
	}
	return drawn;
}
