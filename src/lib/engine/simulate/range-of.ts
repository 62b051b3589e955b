import { KEPT_FROM, type Distribution } from '../after/distributions.ts';
import { normalQuantile } from '../after/normal.ts';
import type { Interval } from './interval.ts';

const Z90 = 1.2815515655446004;
/** Where a published coefficient is cut, with a little room for the last digits. */
const CUT = -normalQuantile(KEPT_FROM) * (1 + 1e-9);

/** Where all draws of an input lie, its low, central and high included. */
export function rangeOf({ distribution, low, central, high, domain }: Distribution): Interval {
	const { min = -Infinity, max = Infinity } = domain ?? {};
	const within = (value: number): number => Math.min(max, Math.max(min, value));
	switch (distribution) {
		case 'fixed':
			return { low: central, high: central, gap: false };
		case 'pert':
		case 'triangular':
			return { low: within(low), high: within(high), gap: false };
		case 'splitLognormal': {
			const reach = CUT / Z90;
			const least = central * (low / central) ** reach;
			const most = central * (high / central) ** reach;
			return { low: within(least), high: within(most), gap: false };
		}
		case 'lognormal':
			return { low: within(0), high: Math.min(max, Number.MAX_VALUE), gap: false };
	}
}
