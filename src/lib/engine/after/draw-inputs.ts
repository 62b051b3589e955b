import { cholesky, correlate, shareFactor } from './copula.ts';
import { quantileOf, type Distribution } from './distributions.ts';
import { invariant } from './invariant.ts';
import { inOrder, orderOf } from './latin-hypercube.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { randomStream } from './random.ts';
import { ranksOf } from './ranks.ts';
import { Strata } from './strata.ts';

export interface InputSpec extends Distribution {
	/** The input's path (`model.md` §2); inputs of several options may share one draw. */
	readonly path: string;
	/**
	 * Inputs of one group share a factor, which any two of equal ρ correlate by. Leaving and joining
	 * a group changes no other member. ρ from 0 to 1; at 1 all draw the same quantile.
	 */
	readonly correlate?: { readonly group: string; readonly rho: number };
}

/** Correlations that no group can say, such as a negative one. Paths in any order. */
export interface CorrelationMatrix {
	readonly paths: readonly string[];
	readonly matrix: readonly (readonly number[])[];
}

export interface DrawOptions {
	/** Number of samples. */
	readonly n: number;
	/** A whole number from 0 to 2^53 − 1. */
	readonly seed: number;
	readonly matrices?: readonly CorrelationMatrix[];
	/**
	 * 0, or left out, for the stratified sample; 1 and up for independent draws that replace
	 * samples which ended in an error, another number each time.
	 */
	readonly attempt?: number;
	/** The uniforms of this `n` and `seed`, where somebody has kept them. */
	readonly strata?: Strata;
}

/** One value per sample for each path. */
export type Draws = ReadonlyMap<string, Float64Array>;

/**
 * Draws every input (`model.md` §15): Latin hypercube, Gaussian copula on the ranks.
 *
 * An input's values depend on the seed, its own path and what it is correlated with, and on nothing
 * else: not on the order of inputs, nor on which others there are.
 */
export function drawInputs(specs: readonly InputSpec[], options: DrawOptions): Draws {
	const { attempt = 0 } = options;
	const chance: Chance =
		attempt === 0 ? new Stratified(options) : new Independent({ ...options, attempt });
	const inMatrices = scoresOfMatrices(chance, options.matrices ?? []);
	const draws = new Map<string, Float64Array>();
	for (const spec of specs) {
		invariant(!draws.has(spec.path), `${spec.path} is drawn twice`);
		const scores = inMatrices.get(spec.path);
		invariant(
			scores === undefined || spec.correlate === undefined,
			`${spec.path} stands in a group and in a matrix`
		);
		draws.set(spec.path, valuesOf(spec, scores, chance, options.n));
	}
	return draws;
}

/** Where the chance of a name comes from. */
interface Chance {
	/** Values that are drawn under a name. */
	readonly drawn: (name: string, spec: InputSpec) => Float64Array;
	/** Standard normal scores under a name: what correlates. */
	readonly scores: (name: string) => Float64Array;
	/** Values in the order that correlated scores give. */
	readonly settled: (scores: Float64Array, spec: InputSpec) => Float64Array;
}

/** One draw in each interval: a correlated input keeps its own intervals, in another order. */
class Stratified implements Chance {
	readonly #strata: Strata;

	constructor({ n, seed, strata }: DrawOptions) {
		this.#strata = strata?.n === n && strata.seed === seed ? strata : new Strata({ n, seed });
	}

	drawn(name: string, spec: InputSpec): Float64Array {
		return this.#strata.drawn(spec, this.#orderOf(name));
	}

	scores(name: string): Float64Array {
		return inOrder(this.#strata.scores, this.#orderOf(name));
	}

	settled(scores: Float64Array, spec: InputSpec): Float64Array {
		return this.#strata.drawn(spec, ranksOf(scores));
	}

	#orderOf(name: string): Uint32Array {
		const { n, seed } = this.#strata;
		return orderOf(randomStream(seed, name), n);
	}
}

/** Replacements: each on its own, for few of them have no intervals worth keeping. */
class Independent implements Chance {
	readonly #options: DrawOptions;

	constructor(options: DrawOptions) {
		this.#options = options;
	}

	drawn(name: string, spec: InputSpec): Float64Array {
		return this.#uniforms(name).map(quantileOf(spec));
	}

	scores(name: string): Float64Array {
		return this.#uniforms(name).map(normalQuantile);
	}

	settled(scores: Float64Array, spec: InputSpec): Float64Array {
		const quantile = quantileOf(spec);
		return scores.map((score) => quantile(normalCdf(score)));
	}

	#uniforms(name: string): Float64Array {
		const { n, seed, attempt } = this.#options;
		const stream = randomStream(seed, `${name} again ${attempt}`);
		return new Float64Array(n).map(() => stream.uniform());
	}
}

function valuesOf(
	spec: InputSpec,
	inMatrix: Float64Array | undefined,
	chance: Chance,
	n: number
): Float64Array {
	const { path, distribution, correlate: link } = spec;
	if (distribution === 'fixed') return new Float64Array(n).fill(quantileOf(spec)(0.5));
	if (inMatrix !== undefined) return chance.settled(inMatrix, spec);
	if (link === undefined || link.rho === 0) return chance.drawn(path, spec);
	invariant(link.rho > 0 && link.rho <= 1, `${path} correlates by ${link.rho}, not from 0 to 1`);
	const group = `group ${link.group}`;
	if (link.rho === 1) return chance.drawn(group, spec);
	const scores = shareFactor(chance.scores(group), chance.scores(path), link.rho);
	return chance.settled(scores, spec);
}

function scoresOfMatrices(
	chance: Chance,
	matrices: readonly CorrelationMatrix[]
): ReadonlyMap<string, Float64Array> {
	const all = new Map<string, Float64Array>();
	for (const { paths, matrix } of matrices) {
		// By name, so that the order in which the user lists inputs changes no draw.
		const order = paths
			.map((_, i) => i)
			.sort((a, b) => ((paths[a] ?? '') < (paths[b] ?? '') ? -1 : 1));
		const lower = cholesky(order.map((i) => order.map((j) => matrix[i]?.[j] ?? NaN)));
		invariant(lower !== undefined, `correlations of ${paths.join(', ')}: not semi-definite`);
		const names = order.map((i) => paths[i] ?? '');
		const scores = correlate(
			lower,
			names.map((path) => chance.scores(path))
		);
		for (const [i, path] of names.entries()) {
			const own = scores[i];
			if (own !== undefined) all.set(path, own);
		}
	}
	return all;
}
