import { betaCdf, logBeta } from './beta.ts';

/** Terms of the series of one half; the error is about 1e-13 for shapes from 1 to 5. */
const TERMS = 28;
const MAX_STEPS = 60;

/** Maps a share in [0, 1] to its place in [0, 1]. */
export type UnitQuantile = (share: number) => number;

/**
 * Quantile function of a beta distribution with shapes of at least 1, made once and then cheap.
 *
 * In the lower half x is a smooth function of u^{1/a}, and in the upper half 1 − x is one of
 * (1−u)^{1/b}; a Chebyshev series holds each. Solving I_x = u anew for every draw would cost a
 * hundred times as much.
 */
export function betaQuantile(a: number, b: number): UnitQuantile {
	const lower = lowerHalf(a, b);
	const upper = lowerHalf(b, a);
	return (share) => (share <= 0.5 ? lower(share) : 1 - upper(1 - share));
}

/** x with I_x(a, b) = share, for shares up to 1/2. */
function lowerHalf(a: number, b: number): UnitQuantile {
	const widest = Math.pow(0.5, 1 / a);
	const nodes = Array.from({ length: TERMS }, (_, j) => Math.cos((Math.PI * (j + 0.5)) / TERMS));
	const values = nodes.map((node) => solve(((node + 1) / 2) * widest, a, b));
	const series = nodes.map(
		(_, k) =>
			(2 / TERMS) *
			values.reduce((total, x, j) => total + x * Math.cos((Math.PI * k * (j + 0.5)) / TERMS), 0)
	);
	const coefficients = Float64Array.from(series);
	return (share) => chebyshev(coefficients, (2 * Math.pow(share, 1 / a)) / widest - 1);
}

/** Sum of the series at t in [−1, 1], from its last term (Clenshaw). */
function chebyshev(coefficients: Float64Array, t: number): number {
	const twice = 2 * t;
	let next = 0;
	let afterNext = 0;
	for (let k = coefficients.length - 1; k > 0; k--) {
		// In this order a step waits for one product and one sum of the last.
		const current = (coefficients[k] ?? 0) - afterNext + twice * next;
		afterNext = next;
		next = current;
	}
	return Math.max(0, t * next - afterNext + (coefficients[0] ?? 0) / 2);
}

/**
 * x with I_x(a, b)^{1/a} = root, by Newton's steps inside a bracket. The a-th root of I_x is nearly
 * straight, so few steps do.
 */
function solve(root: number, a: number, b: number): number {
	const logB = logBeta(a, b);
	let low = 0;
	let high = 1;
	let x = Math.min(0.5, root * Math.exp((Math.log(a) + logB) / a));
	for (let step = 0; step < MAX_STEPS; step++) {
		const share = betaCdf(x, a, b);
		const gap = Math.pow(share, 1 / a) - root;
		if (gap > 0) high = x;
		else low = x;
		const logDensity = (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logB;
		const slope = (Math.pow(share, 1 / a - 1) * Math.exp(logDensity)) / a;
		const newton = x - gap / slope;
		const next = newton > low && newton < high ? newton : (low + high) / 2;
		if (Math.abs(next - x) <= 1e-15 * x) return next;
		x = next;
	}
	return x;
}
