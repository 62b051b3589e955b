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
	const solve = solver(a, b);
	const values = nodes.map((node) => solve(((node + 1) / 2) * widest));
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
 * Finds x with I_x(a, b)^{1/a} = root, by Newton's steps inside a bracket, for roots that fall from call
 * to call. The a-th root of I_x is nearly straight, so few steps do, and fewer from the last x.
 */
function solver(a: number, b: number): (root: number) => number {
	const logB = logBeta(a, b);
	let last: { readonly root: number; readonly x: number } | undefined;
	return (root) => {
		let low = 0;
		let high = 1;
		let x = last === undefined ? 0.5 : last.x * (root / last.root);
		for (let step = 0; step < MAX_STEPS; step++) {
			const share = betaCdf(x, a, b, logB);
			const gap = Math.pow(share, 1 / a) - root;
			if (gap > 0) high = x;
			else low = x;
			const logDensity = (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logB;
			const slope = (Math.pow(share, 1 / a - 1) * Math.exp(logDensity)) / a;
			const newton = x - gap / slope;
			// The error after a step is about the square of the step: the next would change no digit.
			const isFound = Math.abs(newton - x) <= 1e-9 * x;
			x = isFound || (newton > low && newton < high) ? newton : (low + high) / 2;
			if (isFound) break;
		}
		last = { root, x };
		return x;
	};
}
