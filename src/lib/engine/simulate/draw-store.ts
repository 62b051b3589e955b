import { drawInputs, type DrawOptions, type InputSpec } from '../after/draw-inputs.ts';
import { Strata } from '../after/strata.ts';
import { columnOf } from './supply.ts';

/** Samples drawn together: a larger run is several such samples, so that memory stays bounded. */
export const BATCH = 10_000;

const BATCH_STEP = 6_364_136_223;
const SEEDS = 2 ** 53;

/**
 * Draws that are kept from run to run: an input whose range has not changed is not drawn again.
 * Nobody may write to what is handed out.
 */
export class DrawStore {
	readonly #kept = new Map<string, Float64Array>();
	#used = new Set<string>();
	#strata: Strata | undefined;

	/** Draws of one input in the batch that begins at `first`, `n` of them. */
	drawn(spec: InputSpec, { n, seed, first }: Batch): Float64Array {
		const key = [columnOf(spec), n, seed, first].join(' ');
		this.#used.add(key);
		const known = this.#kept.get(key);
		if (known !== undefined) return known;
		const values = drawOne(spec, this.#strataOf(n, seedOf(seed, first)));
		this.#kept.set(key, values);
		return values;
	}

	#strataOf(n: number, seed: number): DrawOptions {
		const known = this.#strata?.n === n && this.#strata.seed === seed ? this.#strata : undefined;
		const strata = known ?? new Strata({ n, seed });
		this.#strata = strata;
		return { n, seed, strata };
	}

	/** Forgets what was not asked for since the last sweep. */
	sweep(): void {
		for (const key of this.#kept.keys()) if (!this.#used.has(key)) this.#kept.delete(key);
		this.#used = new Set();
	}
}

export interface Batch {
	readonly n: number;
	readonly seed: number;
	readonly first: number;
}

/** Replacements for samples that end in an error. */
export const redrawn = (
	spec: InputSpec,
	{ n, seed, first }: Batch,
	attempt: number
): Float64Array => drawOne(spec, { n, seed: seedOf(seed, first), attempt });

const seedOf = (seed: number, first: number): number =>
	(seed + (first / BATCH) * BATCH_STEP) % SEEDS;

const drawOne = (spec: InputSpec, options: DrawOptions): Float64Array =>
	drawInputs([spec], options).get(spec.path) ?? new Float64Array(options.n);
