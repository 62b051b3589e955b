import { solveLinear } from './linear-solve.ts';

/** One level of a sweep. */
export interface LoadPoint {
	readonly concurrency: number;
	/** Requests a second achieved. */
	readonly rate: number;
}

export type UslFit =
	| {
			readonly ok: true;
			/** Requests a second of one caller, γ. */
			readonly gamma: number;
			/** Contention, α, and coherency, β. */
			readonly alpha: number;
			readonly beta: number;
			/** Concurrency of the highest throughput: √((1−α)/β). */
			readonly peakConcurrency: number;
			readonly peakRate: number;
			/** Root mean square of the relative misfit. */
			readonly relativeError: number;
	  }
	| { readonly ok: false; readonly reason: string };

const MIN_LEVELS = 6;

/**
 * Fits Gunther's Universal Scalability Law X(N) = γN/(1 + α(N−1) + βN(N−1)) (`model.md` §11).
 *
 * N/X is linear in 1/γ, α/γ and β/γ; least squares of the relative misfit finds them. Refuses sweeps
 * with under 6 levels or without a level beyond the knee: the law would be extrapolated, not fitted.
 */
export function fitUsl(points: readonly LoadPoint[]): UslFit {
	const usable = points.filter(({ concurrency, rate }) => concurrency > 0 && rate > 0);
	const levels = new Set(usable.map(({ concurrency }) => concurrency));
	if (levels.size < MIN_LEVELS) {
		return { ok: false, reason: `${levels.size} levels of load; the law needs ${MIN_LEVELS}` };
	}
	const best = usable.reduce((a, b) => (b.rate > a.rate ? b : a));
	if (best.concurrency >= Math.max(...levels)) {
		return {
			ok: false,
			reason: `throughput still rises at ${best.concurrency} callers, the highest level`
		};
	}
	return fitted(usable) ?? { ok: false, reason: 'the levels do not bend as the law does' };
}

function fitted(points: readonly LoadPoint[]): UslFit | undefined {
	const [inverse = 0, contention = 0, coherency = 0] = leastSquares(
		points.map(({ concurrency: n, rate }) => [1, n - 1, n * (n - 1)].map((x) => (x * rate) / n))
	);
	const alpha = contention / inverse;
	const beta = coherency / inverse;
	if (!(inverse > 0 && beta > 0 && alpha >= -1e-9 && alpha < 1)) return undefined;

	const law = { gamma: 1 / inverse, alpha: Math.max(0, alpha), beta };
	const peakConcurrency = Math.sqrt((1 - law.alpha) / beta);
	const misfits = points.map((p) => (uslRate(law, p.concurrency) / p.rate - 1) ** 2);
	return {
		ok: true,
		...law,
		peakConcurrency,
		peakRate: uslRate(law, peakConcurrency),
		relativeError: Math.sqrt(misfits.reduce((a, b) => a + b, 0) / points.length)
	};
}

/** X(N). */
export function uslRate(
	{ gamma, alpha, beta }: { readonly gamma: number; readonly alpha: number; readonly beta: number },
	concurrency: number
): number {
	const n = concurrency;
	return (gamma * n) / (1 + alpha * (n - 1) + beta * n * (n - 1));
}

/** Coefficients that bring every row's sum nearest to 1; columns scaled to one size first. */
function leastSquares(rows: readonly (readonly number[])[]): readonly number[] {
	const columns = [0, 1, 2].map((i) => rows.map((row) => row[i] ?? 0));
	const sizes = columns.map((column) => Math.hypot(...column));
	const scaled = columns.map((column, i) => column.map((value) => value / (sizes[i] ?? 1)));
	const solved = solveLinear(
		scaled.map((a) => scaled.map((b) => dot(a, b))),
		scaled.map((column) => column.reduce((total, value) => total + value, 0))
	);
	return (solved ?? []).map((value, i) => value / (sizes[i] ?? 1));
}

function dot(a: readonly number[], b: readonly number[]): number {
	return a.reduce((total, value, i) => total + value * (b[i] ?? 0), 0);
}
