import { stretched, twoStepsOf, type Base, type Distribution } from './distributions.ts';
import { inOrder, strataOf } from './latin-hypercube.ts';
import { normalQuantile } from './normal.ts';
import { randomStream } from './random.ts';

/** Not the path of an input, so that no input shares its chance. */
const NAME = 'where in its interval each draw lies';

/**
 * The uniforms of a run in rising order. All inputs draw the same ones, each in an order of its own:
 * so a distribution is worked out once for each interval, and its hard part once for each shape.
 */
export class Strata {
	readonly n: number;
	readonly seed: number;
	readonly #shares: Float64Array;
	readonly #known = new Map<string, Float64Array>();

	constructor({ n, seed }: { readonly n: number; readonly seed: number }) {
		this.n = n;
		this.seed = seed;
		this.#shares = strataOf(randomStream(seed, NAME), n);
	}

	/** Standard normal quantiles, rising. */
	get scores(): Float64Array {
		return this.#through('score', normalQuantile);
	}

	/** Values of a distribution, in an order of the intervals. */
	drawn(spec: Distribution, order: Uint32Array): Float64Array {
		const steps = twoStepsOf(spec);
		const values = inOrder(this.#of(steps.base), order);
		stretched(values, steps, spec);
		return values;
	}

	#of({ key, make }: Base): Float64Array {
		return this.#known.get(key) ?? this.#through(key, make());
	}

	#through(key: string, quantile: (share: number) => number): Float64Array {
		const known = this.#known.get(key);
		if (known !== undefined) return known;
		const values = new Float64Array(this.n);
		for (let k = 0; k < values.length; k++) values[k] = quantile(this.#shares[k] ?? NaN);
		this.#known.set(key, values);
		return values;
	}
}
