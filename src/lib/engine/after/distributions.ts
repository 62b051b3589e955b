import { betaQuantile, betaQuantiles } from './beta-quantile.ts';
import { invariant } from './invariant.ts';
import { normalQuantile } from './normal.ts';
import type { RisingShares } from './rising-shares.ts';

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
	/** All values at once, where that is quicker than one after the other. */
	readonly over?: (shares: RisingShares) => Float64Array;
}

/** From the base to the value: numbers only, so that one loop serves all inputs of a kind. */
type Stretch =
	| { readonly kind: 'point'; readonly value: number }
	| { readonly kind: 'line'; readonly low: number; readonly high: number }
	| {
			readonly kind: 'triangle';
			readonly low: number;
			readonly central: number;
			readonly high: number;
	  }
	| {
			readonly kind: 'power';
			readonly central: number;
			readonly below: number;
			readonly above: number;
	  };

/** A quantile function in two steps. */
export interface TwoSteps {
	readonly base: Base;
	readonly stretch: Stretch;
}

const UNIFORM: Base = { key: 'uniform', make: () => (uniform) => uniform };
/** Standard normal quantiles. */
export const NORMAL: Base = { key: 'normal', make: () => normalQuantile };
const KEPT_NORMAL: Base = {
	key: 'normal, cut',
	make: () => (uniform) => normalQuantile(KEPT_FROM + KEPT_SHARE * uniform)
};
const betaBase = (alpha: number): Base => ({
	key: `beta ${alpha}`,
	make: () => betaQuantile(alpha, 6 - alpha),
	over: (shares) => betaQuantiles(alpha, 6 - alpha, shares)
});

/** The quantile function of a distribution (`model.md` §15), in two steps. */
export function twoStepsOf(spec: Distribution): TwoSteps {
	const fault = distributionFault(spec);
	invariant(fault === undefined, fault ?? '');
	const { distribution, low, central, high } = spec;
	if (distribution === 'fixed')
		return { base: UNIFORM, stretch: { kind: 'point', value: central } };
	if (low === high) return { base: UNIFORM, stretch: { kind: 'point', value: low } };
	switch (distribution) {
		case 'pert':
			// Ends low and high, mode central: a beta of 1 + 4(mode−min)/w and 1 + 4(max−mode)/w.
			return {
				base: betaBase(1 + (4 * (central - low)) / (high - low)),
				stretch: { kind: 'line', low, high }
			};
		case 'triangular':
			return { base: UNIFORM, stretch: { kind: 'triangle', low, central, high } };
		case 'lognormal': {
			// Low and high are P10 and P90 of money that a user gives; central does not enter.
			const { mu, sigma } = lognormalShape(low, high);
			const stretch = { kind: 'power', central: Math.exp(mu), below: sigma, above: sigma } as const;
			return { base: NORMAL, stretch };
		}
		case 'splitLognormal': {
			// Median central, and low and high are P10 and P90 of the two halves, each lognormal of its
			// own spread; cut at ±2.5758 σ, which moves P10 and P90 about 0.02 σ inwards.
			const below = Math.log(central / low) / Z90;
			const above = Math.log(high / central) / Z90;
			return { base: KEPT_NORMAL, stretch: { kind: 'power', central, below, above } };
		}
	}
}

/** Turns values of the base into values of the distribution, clamped to its domain, in place. */
export function stretched(values: Float64Array, { stretch }: TwoSteps, spec: Distribution): void {
	switch (stretch.kind) {
		case 'point':
			values.fill(stretch.value);
			break;
		case 'line':
			alongLine(values, stretch.low, stretch.high);
			break;
		case 'triangle':
			alongTriangle(values, stretch);
			break;
		case 'power':
			alongPower(values, stretch.central, stretch.below, stretch.above);
	}
	const { min = -Infinity, max = Infinity } = spec.domain ?? {};
	for (let i = 0; i < values.length; i++) {
		values[i] = Math.min(max, Math.max(min, values[i] ?? NaN));
	}
}

function alongLine(values: Float64Array, low: number, high: number): void {
	const width = high - low;
	for (let i = 0; i < values.length; i++) {
		values[i] = Math.min(high, low + width * (values[i] ?? NaN));
	}
}

/** Ends low and high, mode central, straight sides. */
function alongTriangle(
	values: Float64Array,
	{ low, central, high }: Pick<Distribution, 'low' | 'central' | 'high'>
): void {
	const width = high - low;
	const turn = (central - low) / width;
	for (let i = 0; i < values.length; i++) {
		const uniform = values[i] ?? NaN;
		values[i] =
			uniform < turn
				? low + Math.sqrt(uniform * width * (central - low))
				: high - Math.sqrt((1 - uniform) * width * (high - central));
	}
}

function alongPower(values: Float64Array, central: number, below: number, above: number): void {
	for (let i = 0; i < values.length; i++) {
		const z = values[i] ?? NaN;
		values[i] = central * Math.exp((z > 0 ? above : below) * z);
	}
}

/** The quantile function of a distribution, clamped to its domain. */
export function quantileOf(spec: Distribution): Quantile {
	const steps = twoStepsOf(spec);
	const first = steps.base.make();
	const one = new Float64Array(1);
	return (uniform) => {
		one[0] = first(uniform);
		stretched(one, steps, spec);
		return one[0] ?? NaN;
	};
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
