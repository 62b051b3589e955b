import { betaCdf, logBeta } from './beta.ts';
import type { RisingShares } from './rising-shares.ts';

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

/** The same for many shares in rising order, in a fraction of the time; the last digit may differ. */
export function betaQuantiles(a: number, b: number, shares: RisingShares): Float64Array {
	const { length, middle, logs } = shares;
	const values = new Float64Array(length);
	const fill = (series: Series, power: number, from: number, to: number): void => {
		for (let k = from; k < to; k++) values[k] = series.place(Math.exp((logs[k] ?? NaN) / power));
		chebyshevs(series.coefficients, values.subarray(from, to));
	};
	fill(seriesOf(a, b), a, 0, middle);
	fill(seriesOf(b, a), b, middle, length);
	for (let k = middle; k < length; k++) values[k] = 1 - (values[k] ?? NaN);
	return values;
}

/** x with I_x(a, b) = share, for shares up to 1/2. */
function lowerHalf(a: number, b: number): UnitQuantile {
	const { coefficients, place } = seriesOf(a, b);
	return (share) => chebyshev(coefficients, place(Math.pow(share, 1 / a)));
}

interface Series {
	readonly coefficients: Float64Array;
	/** Where the a-th root of a share lies in [−1, 1]. */
	readonly place: (root: number) => number;
}

function seriesOf(a: number, b: number): Series {
	const widest = Math.pow(0.5, 1 / a);
	const nodes = Array.from({ length: TERMS }, (_, j) => Math.cos((Math.PI * (j + 0.5)) / TERMS));
	const solve = solver(a, b);
	const values = nodes.map((node) => solve(((node + 1) / 2) * widest));
	const series = nodes.map(
		(_, k) =>
			(2 / TERMS) *
			values.reduce((total, x, j) => total + x * Math.cos((Math.PI * k * (j + 0.5)) / TERMS), 0)
	);
	return { coefficients: Float64Array.from(series), place: (root) => (2 * root) / widest - 1 };
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

/** Each t in [−1, 1] becomes its sum. Four at a time: one alone mostly waits for its own last step. */
function chebyshevs(coefficients: Float64Array, values: Float64Array): void {
	const last = values.length - (values.length % 4);
	const half = (coefficients[0] ?? 0) / 2;
	for (let i = 0; i < last; i += 4) {
		const [t, u] = [2 * (values[i] ?? NaN), 2 * (values[i + 1] ?? NaN)];
		const [v, w] = [2 * (values[i + 2] ?? NaN), 2 * (values[i + 3] ?? NaN)];
		let [tNext, uNext, vNext, wNext] = [0, 0, 0, 0];
		let [tAfter, uAfter, vAfter, wAfter] = [0, 0, 0, 0];
		for (let k = coefficients.length - 1; k > 0; k--) {
			const term = coefficients[k] ?? 0;
			const [tNow, uNow] = [term - tAfter + t * tNext, term - uAfter + u * uNext];
			const [vNow, wNow] = [term - vAfter + v * vNext, term - wAfter + w * wNext];
			[tAfter, uAfter, vAfter, wAfter] = [tNext, uNext, vNext, wNext];
			[tNext, uNext, vNext, wNext] = [tNow, uNow, vNow, wNow];
		}
		values[i] = Math.max(0, (t / 2) * tNext - tAfter + half);
		values[i + 1] = Math.max(0, (u / 2) * uNext - uAfter + half);
		values[i + 2] = Math.max(0, (v / 2) * vNext - vAfter + half);
		values[i + 3] = Math.max(0, (w / 2) * wNext - wAfter + half);
	}
	for (let i = last; i < values.length; i++) values[i] = chebyshev(coefficients, values[i] ?? NaN);
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
