import type { Decimal } from '../decimal.ts';

/** Doubles hold about 308 decades; a root beyond e^±600 a month is no rate anyone can read. */
const WIDEST_BRACKET = 600;
/** In ln(1+i): far inside the 1e-10 asked for, and about the noise of a double near 1. */
const RESOLUTION = 1e-16;

/**
 * Internal rate of return a year of monthly net flows, months 0 to N: (1+i)^12 − 1 with i the root
 * of Σ net_m / (1+i)^m (`model.md` §14). Undefined unless the signs change exactly once.
 *
 * Solved in t = ln(1+i) by bisection, as near as doubles go. With one change of sign there is
 * exactly one root, and doubles suffice: with k between the two signs, the slope at the root is
 * Σ |m − k|·|net_m|·e^{−mt}, at least half the sum whose rounding makes the noise.
 */
export function irrAnnual(net: readonly Decimal[]): number | undefined {
	if (signChanges(net) !== 1) return undefined;
	const flows = withoutIdleEnds(net).map((flow) => flow.toNumber());
	const t = rootOf((at) => scaledNpv(flows, at));
	const annual = t === undefined ? undefined : Math.expm1(12 * t);
	return annual !== undefined && Number.isFinite(annual) ? annual : undefined;
}

/** Changes of sign along the flows; months of 0 have none. */
export function signChanges(flows: readonly Decimal[]): number {
	const signs = flows.filter((flow) => !flow.isZero()).map((flow) => flow.isNegative());
	return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
}

/** Idle months at the ends move no root, but would let every power underflow. */
function withoutIdleEnds(flows: readonly Decimal[]): readonly Decimal[] {
	const isActive = (flow: Decimal) => !flow.isZero();
	return flows.slice(flows.findIndex(isActive), flows.findLastIndex(isActive) + 1);
}

/** The sum times a positive factor that keeps its largest power at 1: same sign, no overflow. */
function scaledNpv(flows: readonly number[], t: number): number {
	const largest = Math.max(0, -t * (flows.length - 1));
	return flows.reduce((total, flow, month) => total + flow * Math.exp(-t * month - largest), 0);
}

function rootOf(f: (t: number) => number): number | undefined {
	let reach = 1 / 64;
	while (f(-reach) > 0 === f(reach) > 0) {
		reach *= 2;
		if (reach > WIDEST_BRACKET) return undefined;
	}
	let low = -reach;
	let high = reach;
	const positiveBelow = f(low) > 0;
	for (;;) {
		const middle = (low + high) / 2;
		if (high - low < RESOLUTION || middle <= low || middle >= high) return middle;
		const at = f(middle);
		if (at === 0) return middle;
		if (at > 0 === positiveBelow) low = middle;
		else high = middle;
	}
}
