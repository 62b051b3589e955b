import { cholesky, correlate, inOrderOf, shareFactor } from './copula.ts';
import { quantileOf, type Distribution } from './distributions.ts';
import { invariant } from './invariant.ts';
import { latinHypercube } from './latin-hypercube.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { randomStream } from './random.ts';

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
	const matrixShares = sharesOfMatrices(options);
	const draws = new Map<string, Float64Array>();
	for (const spec of specs) {
		invariant(!draws.has(spec.path), `${spec.path} is drawn twice`);
		const inMatrix = matrixShares.get(spec.path);
		invariant(
			inMatrix === undefined || spec.correlate === undefined,
			`${spec.path} stands in a group and in a matrix`
		);
		draws.set(spec.path, valuesOf(spec, inMatrix, options));
	}
	return draws;
}

function valuesOf(
	spec: InputSpec,
	inMatrix: Float64Array | undefined,
	options: DrawOptions
): Float64Array {
	if (spec.distribution === 'fixed') return new Float64Array(options.n).fill(quantileOf(spec)(0.5));
	const shares = inMatrix ?? sharesInGroup(spec, options);
	const quantile = quantileOf(spec);
	return shares.map((share) => quantile(share));
}

/** Uniforms of one input, correlated with its group if it has one. */
function sharesInGroup({ path, correlate: link }: InputSpec, options: DrawOptions): Float64Array {
	const own = sharesOf(path, options);
	if (link === undefined || link.rho === 0) return own;
	invariant(link.rho > 0 && link.rho <= 1, `${path} correlates by ${link.rho}, not from 0 to 1`);
	const common = sharesOf(`group ${link.group}`, options);
	if (link.rho === 1) return common;
	const scores = shareFactor(common.map(normalQuantile), own.map(normalQuantile), link.rho);
	return settle(scores, own, options);
}

function sharesOfMatrices(options: DrawOptions): ReadonlyMap<string, Float64Array> {
	const shares = new Map<string, Float64Array>();
	for (const { paths, matrix } of options.matrices ?? []) {
		// By name, so that the order in which the user lists inputs changes no draw.
		const order = paths
			.map((_, i) => i)
			.sort((a, b) => ((paths[a] ?? '') < (paths[b] ?? '') ? -1 : 1));
		const lower = cholesky(order.map((i) => order.map((j) => matrix[i]?.[j] ?? NaN)));
		invariant(lower !== undefined, `correlations of ${paths.join(', ')}: not semi-definite`);
		const names = order.map((i) => paths[i] ?? '');
		const own = names.map((path) => sharesOf(path, options));
		const scores = correlate(
			lower,
			own.map((sample) => sample.map(normalQuantile))
		);
		for (const [i, path] of names.entries()) {
			const [score, sample] = [scores[i], own[i]];
			if (score !== undefined && sample !== undefined)
				shares.set(path, settle(score, sample, options));
		}
	}
	return shares;
}

/** Independent uniforms that belong to one name. */
function sharesOf(name: string, { n, seed, attempt = 0 }: DrawOptions): Float64Array {
	if (attempt === 0) return latinHypercube(randomStream(seed, name), n);
	const { uniform } = randomStream(seed, `${name} again ${attempt}`);
	return new Float64Array(n).map(uniform);
}

/** Correlated scores back to uniforms. Few replacements have no ranks worth keeping. */
function settle(
	scores: Float64Array,
	own: Float64Array,
	{ attempt = 0 }: DrawOptions
): Float64Array {
	return attempt === 0 ? inOrderOf(scores, own) : scores.map(normalCdf);
}
