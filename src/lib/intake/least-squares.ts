import { studentT } from './student.ts';

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** A straight line y = a + b·x through points, with what its errors are reckoned from. */
export interface Line {
	readonly a: number;
	readonly b: number;
	readonly r2: number;
	readonly n: number;
	/** Standard error of the slope; of the value at x: `errorAt`. */
	readonly errorB: number;
	readonly errorAt: (x: number) => number;
}

/** A figure with the ends of its interval. */
export interface Estimate {
	readonly value: number;
	readonly low: number;
	readonly high: number;
	/** Share of cases in which the interval holds the truth, when the errors are as assumed. */
	readonly level: number;
}

/** Ordinary least squares (`model.md` §16); undefined below 3 points or without spread in x. */
export function leastSquares(points: readonly Point[]): Line | undefined {
	const n = points.length;
	if (n < 3) return undefined;
	const meanX = points.reduce((sum, point) => sum + point.x, 0) / n;
	const meanY = points.reduce((sum, point) => sum + point.y, 0) / n;
	let sxx = 0;
	let sxy = 0;
	let syy = 0;
	for (const { x, y } of points) {
		sxx += (x - meanX) ** 2;
		sxy += (x - meanX) * (y - meanY);
		syy += (y - meanY) ** 2;
	}
	if (sxx <= 0 || !Number.isFinite(sxx + sxy + syy)) return undefined;
	const b = sxy / sxx;
	const a = meanY - b * meanX;
	const left = points.reduce((sum, { x, y }) => sum + (y - a - b * x) ** 2, 0);
	const variance = left / (n - 2);
	return {
		a,
		b,
		r2: syy > 0 ? Math.max(0, 1 - left / syy) : 1,
		n,
		errorB: Math.sqrt(variance / sxx),
		errorAt: (x) => Math.sqrt(variance * (1 / n + (x - meanX) ** 2 / sxx))
	};
}

/** Interval of the slope. */
export function slopeOf(line: Line, level: number): Estimate {
	return around(line.b, line.errorB * studentT(level, line.n - 2), level);
}

/** Interval of the line's height at `x`; at 0 that is the intercept. */
export function heightAt(line: Line, x: number, level: number): Estimate {
	return around(line.a + line.b * x, line.errorAt(x) * studentT(level, line.n - 2), level);
}

function around(value: number, half: number, level: number): Estimate {
	return { value, low: value - half, high: value + half, level };
}

/** Mean of samples with its interval; the interval of one sample is unknown, so it is undefined. */
export function meanOf(samples: readonly number[], level: number): Estimate | undefined {
	const n = samples.length;
	if (n < 2) return undefined;
	const value = samples.reduce((sum, sample) => sum + sample, 0) / n;
	const spread = samples.reduce((sum, sample) => sum + (sample - value) ** 2, 0) / (n - 1);
	return around(value, Math.sqrt(spread / n) * studentT(level, n - 1), level);
}

/** Applies a rising function to an estimate and its ends. */
export function mapped(estimate: Estimate, rising: (value: number) => number): Estimate {
	const { value, low, high, level } = estimate;
	return { value: rising(value), low: rising(low), high: rising(high), level };
}

/** Widens both ends by a further, independent error: half widths add as squares. */
export function widened(estimate: Estimate, half: number): Estimate {
	const { value, low, high, level } = estimate;
	return {
		value,
		low: value - Math.hypot(value - low, half),
		high: value + Math.hypot(high - value, half),
		level
	};
}
