import type { Problem } from './parsed.ts';
import type { Latency } from './run.ts';

const WANTED = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99, p999: 0.999 } as const;

type Point = readonly [quantile: number | undefined, milliseconds: number | undefined];

/**
 * Picks the five percentiles out of a tool's list, by its own points only: nothing is interpolated.
 * Histogram tools print steps such as 0.990625; such a point stands for p99 when it lies above it
 * by at most a tenth of the tail (it is then the bound the tool itself gives), and a note says so.
 */
export function readQuantiles(points: readonly Point[], notes: Problem[]): Latency {
	const stated = points.filter(isStated).sort((a, b) => a[0] - b[0]);
	const pick = (name: string, quantile: number): number | undefined => {
		const point = stated.find(([q]) => q >= quantile - 1e-9);
		if (!point || point[0] - quantile > 0.1 * (1 - quantile)) return undefined;
		if (point[0] - quantile > 1e-9)
			notes.push({ path: name, message: `${name} is the tool's own point at ${point[0]}.` });
		return point[1];
	};
	return {
		p50: pick('p50', WANTED.p50),
		p90: pick('p90', WANTED.p90),
		p95: pick('p95', WANTED.p95),
		p99: pick('p99', WANTED.p99),
		p999: pick('p999', WANTED.p999)
	};
}

function isStated(point: Point): point is readonly [number, number] {
	return point[0] !== undefined && point[1] !== undefined;
}
