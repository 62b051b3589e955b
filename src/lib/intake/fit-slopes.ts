import { LEVEL } from './fit-cpu.ts';
import { heightAt, leastSquares, mapped, meanOf, slopeOf, type Estimate } from './least-squares.ts';
import { notMeasured, type Missing } from './parsed.ts';

/** CPU of the proxies at the same rate with two sizes of payload. */
export interface PayloadPair {
	readonly rps: number;
	readonly small: { readonly kib: number; readonly cores: number };
	readonly large: { readonly kib: number; readonly cores: number };
}

/** A slope, with the points behind it; one pair has no interval. */
export interface SlopeFit {
	readonly value: number;
	readonly interval?: Estimate | undefined;
	readonly n: number;
}

export interface PayloadOptions {
	readonly proxies: number;
	readonly beta: number;
	/** Level of the interval; `LEVEL` when absent. */
	readonly level?: number | undefined;
}

/**
 * c2, core-seconds a request and KiB (`model.md` §16): what a KiB more costs at one rate, on the
 * curve of §4, so that it fits beside a β below 1. Each pair gives one figure.
 */
export function fitPayload(
	pairs: readonly PayloadPair[],
	{ proxies, beta, level = LEVEL }: PayloadOptions
): SlopeFit | Missing {
	const slopes = pairs.flatMap(({ rps, small, large }) => {
		const kib = large.kib - small.kib;
		if (rps <= 0 || kib <= 0) return [];
		const requests = 1000 * (rps / 1000) ** beta;
		return [(large.cores - small.cores) / proxies / requests / kib];
	});
	if (slopes.length === 0) return notMeasured('No two payload sizes at one rate were measured.');
	const value = slopes.reduce((sum, slope) => sum + slope, 0) / slopes.length;
	if (value < 0) return notMeasured('CPU falls as the payload grows: refused.');
	return { value, interval: meanOf(slopes, level), n: slopes.length };
}

/** Memory of one proxy at rate 0 with so much configuration. */
export interface MemoryPoint {
	/** Clusters (services × ports × subsets) or endpoints, whichever was varied. */
	readonly count: number;
	readonly memMiB: number;
}

export interface MemoryFit {
	readonly m0MiB: Estimate;
	readonly slopeKiB: Estimate;
	readonly r2: number;
	readonly n: number;
	/** MiB of one proxy that holds so much, for drawing the line over the points. */
	readonly at: (count: number) => number;
}

/**
 * m0 and aService or aEndpoint from at least 3 sizes of configuration (`model.md` §16). The level is
 * that of the intervals.
 */
export function fitMemory(points: readonly MemoryPoint[], level = LEVEL): MemoryFit | Missing {
	const sizes = new Set(points.map((point) => point.count));
	if (sizes.size < 3)
		return notMeasured(`${sizes.size} sizes of configuration; a fit needs at least 3.`);
	const line = leastSquares(points.map(({ count, memMiB }) => ({ x: count, y: memMiB })));
	if (!line) return notMeasured('The sizes of configuration do not differ.');
	if (line.b < 0) return notMeasured('Memory falls as configuration grows: refused.');
	return {
		m0MiB: mapped(heightAt(line, 0, level), (mib) => Math.max(0, mib)),
		slopeKiB: mapped(slopeOf(line, level), (mib) => Math.max(0, mib * 1024)),
		r2: line.r2,
		n: line.n,
		at: (count) => Math.max(0, line.a + line.b * count)
	};
}
