import { NORMAL, stretched, twoStepsOf, type Base, type Distribution } from './distributions.ts';
import { inOrder, strataOf } from './latin-hypercube.ts';
import { randomStream } from './random.ts';
import { RisingShares } from './rising-shares.ts';

/** Not the path of an input, so that no input shares its chance. */
const NAME = 'where in its interval each draw lies';

/**
 * The uniforms of a run in rising order. All inputs draw the same ones, each in an order of its own:
 * so a distribution is worked out once for each interval, and its hard part once for each shape.
 */
export class Strata {
	readonly n: number;
	readonly seed: number;
	readonly #shares: RisingShares;
	readonly #known = new Map<string, Float64Array>();

	constructor({ n, seed }: { readonly n: number; readonly seed: number }) {
		this.n = n;
		this.seed = seed;
		this.#shares = new RisingShares(strataOf(randomStream(seed, NAME), n));
	}

	/** Standard normal quantiles, rising. */
	get scores(): Float64Array {
		return this.#of(NORMAL);
	}

	/** Values of a distribution, in an order of the intervals. */
	drawn(spec: Distribution, order: Uint32Array): Float64Array {
		const steps = twoStepsOf(spec);
		const values = inOrder(this.#of(steps.base), order);
		stretched(values, steps, spec);
		return values;
	}

	#of({ key, make, over }: Base): Float64Array {
		const known = this.#known.get(key);
		if (known !== undefined) return known;
		const values = over?.(this.#shares) ?? this.#shares.values.map(make());
		this.#known.set(key, values);
		return values;
	}
}
