import { capacityHeadroom, monthBeyondCapacity } from '../engine/after/capacity.ts';
import { Gap as NoFigure } from '../engine/graph/exact.ts';
import { pathFigures } from '../engine/path-figures.ts';
import type { Run } from '../engine/run.ts';
import { gapFor } from './gap.ts';
import type { Gap, ReportLatency } from './types.ts';
import type { WorkedOption } from './work-out.ts';

/** Rate of the busiest group over the mean, where it is not known (`model.md` §4, an assumption). */
export const ASSUMED_SKEW = 3;

/** What the path gains, and how far a proxy is from its objective. */
export function latencyOf({ option, run }: WorkedOption): ReportLatency | Gap {
	if (run === undefined) return gapFor([], option);
	const figures = pathFigures(run);
	if (figures instanceof NoFigure) return gapFor(figures.paths, option);
	const { proxySaturationRps, proxyRpsAtSlo, ...path } = figures;
	const rates = ratesOf(run);
	const room = capacityHeadroom({
		peakRate: rates[0] ?? 0,
		skew: ASSUMED_SKEW,
		capacity: proxyRpsAtSlo
	});
	const full = monthBeyondCapacity(
		rates.map((rate) => rate * ASSUMED_SKEW),
		proxyRpsAtSlo
	);
	return {
		...path,
		...(proxySaturationRps === undefined ? {} : { proxySaturationRps }),
		...(proxyRpsAtSlo === undefined ? {} : { proxyRpsAtSlo }),
		...(room === undefined ? {} : { headroom: room }),
		...(full === undefined ? {} : { monthFull: full })
	};
}

/** Peak rate of the proxy that limits, months 1 to N. */
function ratesOf(run: Run): readonly number[] {
	const keys = ['waypoint.rpsPeakEach', 'ztunnel.rpsPeakEach', 'sidecar.rpsPeakEach'];
	const l7 = run.values.get('workload.l7Fraction')?.gt(0) === true;
	const key = keys.find(
		(name) => run.compiled.tape.roots.has(name) && (l7 || !name.startsWith('waypoint'))
	);
	if (key === undefined) return [];
	return run.answers.series(key).map((rate) => (rate instanceof NoFigure ? 0 : rate.toNumber()));
}
