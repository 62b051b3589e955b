import { saturationRate, waitQuantile, type Server } from './queueing.ts';

const MS_PER_SECOND = 1000;
/** `model.md` §11 asks for 1e-6; the rest costs 20 halvings. */
const RESOLUTION = 1e-12;
/** The quantile of the objective: hops and waits at p99. */
const SLO_QUANTILE = 0.99;

export interface Objective {
	/** Added latency of one hop at p99 without waiting. */
	readonly hopP99Ms: number;
	readonly sloHopP99Ms: number;
}

/**
 * Requests a second one proxy carries within its objective: the largest λ with
 * a_q + W_q(λ) ≤ sloHopP99 (`model.md` §11). 0 when the hop alone exceeds it; undefined when a
 * request costs no CPU.
 *
 * Adding a quantile to a quantile errs high on latency, so the capacity errs low.
 */
export function capacityAtSlo(server: Server, objective: Objective): number | undefined {
	const saturation = saturationRate(server);
	if (saturation === undefined) return undefined;
	const allowedMs = objective.sloHopP99Ms - objective.hopP99Ms;
	if (allowedMs < 0) return 0;

	const allowed = allowedMs / MS_PER_SECOND;
	let within = 0;
	let beyond = saturation;
	while (beyond - within > RESOLUTION * saturation) {
		const rate = (within + beyond) / 2;
		if (waitQuantile(server, rate, SLO_QUANTILE) <= allowed) within = rate;
		else beyond = rate;
	}
	return within;
}

/**
 * Share of the capacity still free at the busiest proxy: 1 − r·skew/λmax. Negative when it is
 * exceeded; undefined when there is no capacity to speak of.
 */
export function capacityHeadroom({
	peakRate,
	skew = 1,
	capacity
}: {
	/** Requests a second of the average proxy at peak. */
	readonly peakRate: number;
	/** The busiest proxy's rate over the average. */
	readonly skew?: number;
	readonly capacity: number | undefined;
}): number | undefined {
	if (capacity === undefined || capacity <= 0) return undefined;
	return 1 - (peakRate * skew) / capacity;
}

/** First month (1 to N) whose peak rate exceeds the capacity; undefined when none does. */
export function monthBeyondCapacity(
	peakRates: readonly number[],
	capacity: number | undefined
): number | undefined {
	if (capacity === undefined) return undefined;
	const index = peakRates.findIndex((rate) => rate > capacity);
	return index < 0 ? undefined : index + 1;
}
