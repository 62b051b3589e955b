import { betaQuantile } from './beta-quantile.ts';
import { invariant } from './invariant.ts';
import { normalQuantile } from './normal.ts';

export type DistributionName = 'fixed' | 'pert' | 'triangular' | 'lognormal' | 'splitLognormal';

/** How an input varies. What low and high are depends on the distribution: see each below. */
export interface Distribution {
	readonly distribution: DistributionName;
	readonly low: number;
	readonly central: number;
	readonly high: number;
	/** Bounds that a draw is clamped to. */
	readonly domain?: { readonly min?: number; readonly max?: number };
}

/** Maps a uniform in (0, 1) to a value; never falls as the uniform rises. */
export type Quantile = (uniform: number) => number;

/** Φ⁻¹(0.9) and twice it, as `model.md` §15 fixes them. */
const Z90 = 1.2815515655446004;
const Z10_TO_Z90 = 2.5631031310892;
/** Published coefficients are cut at ±2.5758 σ: the outer half percent of each tail. */
export const KEPT_FROM = 0.005;
export const KEPT_SHARE = 0.99;

/** What is wrong with a distribution, as a sentence for the reader; undefined when nothing is. */
export function distributionFault({
	distribution,
	low,
	central,
	high
}: Distribution): string | undefined {
	if (![low, central, high].every(Number.isFinite)) return 'low, central and high must be numbers';
	if (distribution === 'fixed') return undefined;
	if (!(low <= central && central <= high)) {
		return `low ${low}, central ${central}, high ${high}: must not fall`;
	}
	const needsPositive = distribution === 'lognormal' || distribution === 'splitLognormal';
	if (needsPositive && low <= 0 && high > low) {
		return `low ${low} of a ${distribution} must be above 0`;
	}
	return undefined;
}

/** The part of a quantile function that many distributions have in common; `key` tells it apart. */
export interface Base {
	readonly key: string;
	readonly make: () => Quantile;
}

/** A quantile function in two steps: the base, and from there to the value, clamped to the domain. */
export interface QuantileFrom {
	readonly base: Base;
	readonly from: (x: number) => number;
}

/** The quantile function of a distribution (`model.md` §15), in two steps. */
export function quantileFrom(spec: Distribution): QuantileFrom {
	const fault = distributionFault(spec);
	invariant(fault === undefined, fault ?? '');
	const { min = -Infinity, max = Infinity } = spec.domain ?? {};
	const { base, from } = freeQuantile(spec);
	return { base, from: (x) => Math.min(max, Math.max(min, from(x))) };
}

/** The quantile function of a distribution, clamped to its domain. */
export function quantileOf(spec: Distribution): Quantile {
	const { base, from } = quantileFrom(spec);
	const first = base.make();
	return (uniform) => from(first(uniform));
}

const ITSELF: Base = { key: 'uniform', make: () => (uniform) => uniform };
const NORMAL: Base = { key: 'normal', make: () => normalQuantile };
const KEPT_NORMAL: Base = {
	key: 'normal, cut',
	make: () => (uniform) => normalQuantile(KEPT_FROM + KEPT_SHARE * uniform)
};
const betaBase = (alpha: number): Base => ({
	key: `beta ${alpha}`,
	make: () => betaQuantile(alpha, 6 - alpha)
});

function freeQuantile(spec: Distribution): QuantileFrom {
	if (spec.distribution === 'fixed') return { base: ITSELF, from: () => spec.central };
	if (spec.low === spec.high) return { base: ITSELF, from: () => spec.low };
	switch (spec.distribution) {
		case 'pert':
			return pert(spec);
		case 'triangular':
			return { base: ITSELF, from: triangular(spec) };
		case 'lognormal':
			return { base: NORMAL, from: lognormal(spec) };
		case 'splitLognormal':
			return { base: KEPT_NORMAL, from: splitLognormal(spec) };
	}
}

/** Ends low and high, mode central: a beta of shapes 1 + 4(mode−min)/w and 1 + 4(max−mode)/w. */
function pert({ low, central, high }: Distribution): QuantileFrom {
	const width = high - low;
	const alpha = 1 + (4 * (central - low)) / width;
	return { base: betaBase(alpha), from: (x) => Math.min(high, low + width * x) };
}

/** Ends low and high, mode central, straight sides. */
function triangular({ low, central, high }: Distribution): Quantile {
	const width = high - low;
	const turn = (central - low) / width;
	return (uniform) =>
		uniform < turn
			? low + Math.sqrt(uniform * width * (central - low))
			: high - Math.sqrt((1 - uniform) * width * (high - central));
}

type FromNormal = (z: number) => number;

/** Low and high are P10 and P90 of money that a user gives; central does not enter. */
function lognormal({ low, high }: Distribution): FromNormal {
	const { mu, sigma } = lognormalShape(low, high);
	return (z) => Math.exp(mu + sigma * z);
}

/**
 * Median central, and low and high are P10 and P90 of the two halves, each lognormal of its own
 * spread; cut at ±2.5758 σ, which moves P10 and P90 about 0.02 σ inwards.
 */
function splitLognormal({ low, central, high }: Distribution): FromNormal {
	const below = Math.log(central / low) / Z90;
	const above = Math.log(high / central) / Z90;
	return (z) => central * Math.exp((z > 0 ? above : below) * z);
}

/** ln-mean and ln-deviation of a lognormal from its P10 and P90. */
export function lognormalShape(
	p10: number,
	p90: number
): { readonly mu: number; readonly sigma: number } {
	return {
		mu: (Math.log(p10) + Math.log(p90)) / 2,
		sigma: (Math.log(p90) - Math.log(p10)) / Z10_TO_Z90
	};
}
