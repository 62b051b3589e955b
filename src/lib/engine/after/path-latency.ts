import { normalQuantile } from './normal.ts';

/** Added latency of one hop, ms: both proxies of one call, fitted to a lognormal. */
export interface Hop {
	readonly mu: number;
	readonly sigma: number;
	readonly meanMs: number;
	readonly varianceMs2: number;
}

const NO_DELAY: Hop = { mu: -Infinity, sigma: 0, meanMs: 0, varianceMs2: 0 };
const Z99 = normalQuantile(0.99);

/**
 * A lognormal hop from its published quantiles (`model.md` §11): σ = ln(p99/p50)/z99, μ = ln p50.
 * Both 0 is no delay; undefined where no lognormal fits (p50 of 0, or above p99).
 */
export function fitHop(p50Ms: number, p99Ms: number): Hop | undefined {
	if (p50Ms === 0 && p99Ms === 0) return NO_DELAY;
	if (!(p50Ms > 0 && p99Ms >= p50Ms)) return undefined;
	const mu = Math.log(p50Ms);
	const sigma = Math.log(p99Ms / p50Ms) / Z99;
	const meanMs = Math.exp(mu + (sigma * sigma) / 2);
	return { mu, sigma, meanMs, varianceMs2: Math.expm1(sigma * sigma) * meanMs * meanMs };
}

export interface Path {
	readonly hop: Hop;
	/** Calls on the longest sequential chain, D. */
	readonly depth: number;
	/** Correlation of two hops' delays, ρ. */
	readonly correlation: number;
}

/** D·E. Means add exactly, whatever the correlation. */
export function pathMeanMs({ hop, depth }: Pick<Path, 'hop' | 'depth'>): number {
	return depth * hop.meanMs;
}

/**
 * Quantile of the path by Fenton and Wilkinson: a lognormal with the mean and variance of the sum
 * (`model.md` §11). Exact at D = 1; D times the hop's quantile at ρ = 1. Far tails of many
 * uncorrelated hops err low.
 */
export function pathQuantileMs({ hop, depth, correlation }: Path, quantile: number): number {
	if (depth === 0 || hop.meanMs === 0) return 0;
	const mean = depth * hop.meanMs;
	const variance = depth * hop.varianceMs2 * (1 + (depth - 1) * correlation);
	const logVariance = Math.log1p(variance / (mean * mean));
	const z = normalQuantile(quantile);
	return mean * Math.exp(z * Math.sqrt(logVariance) - logVariance / 2);
}

/** Every hop at its quantile at once: the bound for hops that slow down together, D·a_q. */
export function comonotonicQuantileMs({ hop, depth }: Path, quantile: number): number {
	if (depth === 0 || hop.meanMs === 0) return 0;
	return depth * Math.exp(hop.mu + normalQuantile(quantile) * hop.sigma);
}
