import {
	heightAt,
	leastSquares,
	mapped,
	meanOf,
	slopeOf,
	widened,
	type Estimate,
	type Line,
	type Point
} from './least-squares.ts';
import { notMeasured, type Missing } from './parsed.ts';
import { studentT } from './student.ts';

/** Level of the intervals shown beside a fit. */
export const LEVEL = 0.99;
/** Requests a second at which c1 is stated (`model.md` §4). */
const R0 = 1000;
const MIN_R2 = 0.9;

/** CPU of all proxies in the path at one rate. */
export interface CpuPoint {
	readonly rps: number;
	readonly cores: number;
}

export interface CpuSweep {
	readonly points: readonly CpuPoint[];
	/** Proxies that each request passes; their CPU is in `cores` together. */
	readonly proxies: number;
	/** Idle cores from elsewhere (all proxies), for sweeps without a point at rate 0. */
	readonly idle?: { readonly cores: number; readonly from: string } | undefined;
	/** Level of the intervals; `LEVEL` when absent. */
	readonly level?: number | undefined;
}

/** Coefficients of one proxy, c1 in core-seconds a request at 1000 requests a second. */
export interface CpuFit {
	readonly method: 'line' | 'power';
	readonly c0: Estimate;
	/** False: no run at rate 0, so `c0` is somebody else's or none at all. */
	readonly idleMeasured: boolean;
	readonly c1: Estimate;
	readonly beta: Estimate;
	readonly r2: number;
	readonly n: number;
	/** False: show the fit, keep the published value. `why` says which rule. */
	readonly usable: boolean;
	readonly why: readonly string[];
	/** Cores of one proxy at a rate, for drawing the fit over the points. */
	readonly curve: (rps: number) => number;
}

/**
 * Fits the proxy's CPU on the rate (`model.md` §16): a power of the rate above idle where at least
 * 5 levels span a factor of 10, a straight line otherwise. A slope that falls is refused.
 */
export function fitCpu(sweep: CpuSweep): CpuFit | Missing {
	const loaded = sweep.points.filter((point) => point.rps > 0 && Number.isFinite(point.cores));
	const levels = new Set(loaded.map((point) => point.rps));
	if (levels.size < 3)
		return notMeasured(`${levels.size} levels of rate were measured; a fit needs at least 3.`);
	const span = Math.max(...levels) / Math.min(...levels);
	if (levels.size >= 5 && span >= 10) return fitPower(sweep, loaded) ?? fitLine(sweep, loaded);
	return fitLine(sweep, loaded);
}

function fitLine(
	{ points, proxies, level = LEVEL }: CpuSweep,
	loaded: readonly CpuPoint[]
): CpuFit | Missing {
	const idle = points.filter((point) => point.rps === 0);
	const line = leastSquares([...idle, ...loaded].map((point) => perProxy(point, proxies)));
	if (!line) return notMeasured('The rates do not differ.');
	if (line.b <= 0) return notMeasured('CPU falls as the rate rises: refused, see the points.');
	const c0 = heightAt(line, 0, level);
	return {
		method: 'line',
		c0: mapped(c0, (cores) => Math.max(0, cores)),
		idleMeasured: true, // where the line meets rate 0
		c1: slopeOf(line, level),
		beta: { value: 1, low: 1, high: 1, level },
		r2: line.r2,
		n: line.n,
		...judged(line, ['A straight line: it goes with β = 1 inside the rates measured.']),
		curve: (rps) => Math.max(0, line.a) + line.b * rps
	};
}

interface Idle {
	readonly estimate: Estimate;
	/** Standard error of the mean, and the t that makes it an interval; 0 for a lone figure. */
	readonly error: number;
	readonly t: number;
	readonly from: string;
}

/** Idle cores of one proxy: measured at rate 0, else given, else taken for none. */
function idleOf({ points, proxies, idle, level = LEVEL }: CpuSweep): Idle {
	const samples = points.filter((point) => point.rps === 0).map((point) => point.cores / proxies);
	const [first] = samples;
	const mean = meanOf(samples, level);
	if (mean) {
		const t = studentT(level, samples.length - 1);
		const from = `idle measured ${samples.length} times at rate 0`;
		return { estimate: mean, error: (mean.high - mean.value) / t, t, from };
	}
	const alone = first ?? (idle ? idle.cores / proxies : 0);
	const from =
		first !== undefined
			? 'idle measured once at rate 0'
			: idle
				? `idle ${idle.from}`
				: 'idle not measured and taken for 0, so β errs low';
	const estimate = { value: alone, low: alone, high: alone, level };
	return { estimate, error: 0, t: 0, from };
}

function fitPower(sweep: CpuSweep, loaded: readonly CpuPoint[]): CpuFit | Missing | undefined {
	const { level = LEVEL } = sweep;
	const idle = idleOf(sweep);
	const { value } = idle.estimate;
	const line = logLine(sweep, loaded, value);
	if (!line) return undefined;
	if (line.b <= 0) return notMeasured('CPU falls as the rate rises: refused, see the points.');
	// What idle is not sure of reaches the slope: the fit is repeated one standard error off.
	const shifted = logLine(sweep, loaded, Math.max(0, value - idle.error)) ?? line;
	const slope = widened(slopeOf(line, level), idle.t * (shifted.b - line.b));
	const x = Math.log(R0);
	const shift = shifted.a + shifted.b * x - (line.a + line.b * x);
	const lnAtR0 = widened(heightAt(line, x, level), idle.t * shift);
	const why = [`A power of the rate above idle; ${idle.from}.`];
	if (line.b > 1) why.push(`The slope is ${line.b.toFixed(3)}; β is held at 1.`);
	return {
		method: 'power',
		c0: mapped(idle.estimate, (cores) => Math.max(0, cores)),
		idleMeasured: sweep.points.some((point) => point.rps === 0),
		c1: mapped(lnAtR0, (ln) => Math.exp(ln) / R0),
		beta: mapped(slope, (b) => Math.min(1, Math.max(0, b))),
		r2: line.r2,
		n: line.n,
		...judged(line, why),
		curve: (rps) => value + (rps > 0 ? Math.exp(line.a) * rps ** line.b : 0)
	};
}

/** The line through ln(cores above idle) over ln(rate); points at or below idle have no logarithm. */
function logLine(
	{ proxies }: CpuSweep,
	loaded: readonly CpuPoint[],
	idleCores: number
): Line | undefined {
	const logs = loaded.flatMap((point): Point[] => {
		const above = point.cores / proxies - idleCores;
		return above > 0 ? [{ x: Math.log(point.rps), y: Math.log(above) }] : [];
	});
	return logs.length < 5 ? undefined : leastSquares(logs);
}

function perProxy(point: CpuPoint, proxies: number): Point {
	return { x: point.rps, y: point.cores / proxies };
}

/** The rules under which a fit may replace a published value. */
function judged(
	line: Line,
	why: readonly string[]
): { readonly usable: boolean; readonly why: readonly string[] } {
	const faults: string[] = [];
	if (line.n < 4) faults.push(`${line.n} points; at least 4 are needed to use a fit.`);
	if (line.r2 < MIN_R2) faults.push(`R² is ${line.r2.toFixed(3)}; at least ${MIN_R2} is needed.`);
	return { usable: faults.length === 0, why: [...why, ...faults] };
}
