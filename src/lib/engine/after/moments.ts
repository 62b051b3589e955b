import { KEPT_FROM, KEPT_SHARE, lognormalShape, type Distribution } from './distributions.ts';
import { normalCdf, normalQuantile } from './normal.ts';

export interface Moments {
	readonly mean: number;
	readonly variance: number;
}

const Z90 = normalQuantile(0.9);
const CUT = normalQuantile(1 - KEPT_FROM);

/** Mean and variance in closed form, before any clamping to the domain (`model.md` §15). */
export function momentsOf(spec: Distribution): Moments {
	const { distribution, low, central, high } = spec;
	if (distribution === 'fixed') return { mean: central, variance: 0 };
	if (low === high) return { mean: low, variance: 0 };
	switch (distribution) {
		case 'pert': {
			const mean = (low + 4 * central + high) / 6;
			return { mean, variance: ((mean - low) * (high - mean)) / 7 };
		}
		case 'triangular': {
			const squares = low * low + central * central + high * high;
			const products = low * central + low * high + central * high;
			return { mean: (low + central + high) / 3, variance: (squares - products) / 18 };
		}
		case 'lognormal': {
			const { mu, sigma } = lognormalShape(low, high);
			const mean = Math.exp(mu + (sigma * sigma) / 2);
			return { mean, variance: Math.expm1(sigma * sigma) * mean * mean };
		}
		case 'splitLognormal':
			return splitLognormalMoments(spec);
	}
}

function splitLognormalMoments({ low, central, high }: Distribution): Moments {
	const below = Math.log(central / low) / Z90;
	const above = Math.log(high / central) / Z90;
	const raw = (power: number): number =>
		Math.pow(central, power) * (halfMoment(power * above) + halfMoment(-power * below));
	const mean = raw(1);
	return { mean, variance: raw(2) - mean * mean };
}

/** E[e^{sz}; 0 < z < cut] of a normal kept between ±cut: completing the square shifts it by s. */
function halfMoment(s: number): number {
	return (Math.exp((s * s) / 2) * (normalCdf(CUT - s) - normalCdf(-s))) / KEPT_SHARE;
}
