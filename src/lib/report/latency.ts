import { capacityHeadroom, monthBeyondCapacity } from '../engine/after/capacity.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { Gap as NoFigure } from '../engine/graph/gap.ts';
import { limitingProxy, pathFigures } from '../engine/path-figures.ts';
import type { Run } from '../engine/run.ts';
import { gapFor } from './gap.ts';
import type { Gap, ReportLatency } from './types.ts';
import type { Worked, WorkedOption } from './work-out.ts';

/** Where planning.json says how far the busiest group lies above the mean (`model.md` §4). */
export const HOT_SPOT = 'workload.hotSpot';

/** What the path gains, and how far a proxy is from its objective. */
export function latencyOf(
	{ option, run }: WorkedOption,
	{ catalog }: Pick<Worked, 'catalog'>
): ReportLatency | Gap {
	if (run === undefined) return gapFor([], option);
	const figures = pathFigures(run);
	if (figures instanceof NoFigure) return gapFor(figures.paths, option);
	const { proxySaturationRps, proxyRpsAtSlo, ...path } = figures;
	const rates = ratesOf(run);
	if (rates instanceof NoFigure) return gapFor(rates.paths, option);
	const skew = hotSpotOf(catalog);
	const [peakRate] = rates;
	const limitedBy = limitingProxy(run);
	const room =
		peakRate === undefined
			? undefined
			: capacityHeadroom({ peakRate, skew, capacity: proxyRpsAtSlo });
	const full = monthBeyondCapacity(
		rates.map((rate) => rate * skew),
		proxyRpsAtSlo
	);
	return {
		...path,
		...(limitedBy === undefined || proxyRpsAtSlo === undefined ? {} : { limitedBy }),
		...(proxySaturationRps === undefined ? {} : { proxySaturationRps }),
		...(proxyRpsAtSlo === undefined ? {} : { proxyRpsAtSlo }),
		...(room === undefined ? {} : { headroom: room }),
		...(full === undefined ? {} : { monthFull: full })
	};
}

function hotSpotOf({ planning }: Catalog): number {
	const figure = planning.figures[HOT_SPOT];
	return Number(figure === undefined ? 1 : 'amount' in figure ? figure.amount : figure.central);
}

/** Peak rate of the proxy that limits, months 1 to N; none where the proxies are not ours. */
function ratesOf(run: Run): readonly number[] | NoFigure {
	const key = `${limitingProxy(run) ?? ''}.rpsPeakEach`;
	if (!run.compiled.tape.roots.has(key)) return [];
	const rates = run.answers.numbers(key);
	const unknown = rates.findIndex(Number.isNaN);
	const gap = unknown < 0 ? undefined : run.answers.of(key, unknown);
	return gap instanceof NoFigure ? gap : rates;
}
