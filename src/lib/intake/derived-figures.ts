import { FIELD_BY_PATH } from '../plan/fields.ts';
import { peakFactor, requestsToUse } from './derive.ts';
import type { IntakeResult } from './intake.ts';
import type { Derived } from './inventory/types.ts';
import { notMeasured, type Missing } from './parsed.ts';
import { seriesMeaning } from './attach.ts';
import type { Series } from './prometheus.ts';

/** A figure worked out from the files: its name for a reader, and the figure or why there is none. */
export interface DerivedFigure {
	readonly id: string;
	readonly label: string;
	readonly figure: Derived | Missing;
}

/**
 * Series that may be rates of requests: neither bytes nor the CPU of something that has a name. A sum
 * over a cluster has lost its name, so this is a guess that a reader sees before it is used.
 */
export function requestRates(series: readonly Series[]): readonly Series[] {
	return series.filter((one) => {
		if (/requests?|rps|qps/.test(one.labels.get('__name__') ?? '')) return true;
		const isOwned = one.labels.has('container') || one.labels.has('pod') || one.labels.has('job');
		return !isOwned && !one.labels.has('__name__') && seriesMeaning(one) !== 'bytes';
	});
}

/** Peak over mean of whatever series look like rates of requests. */
function peak({ series }: IntakeResult): Derived | Missing {
	if (series.length === 0)
		return notMeasured('No rate over time: add query_range of sum(rate(…_requests_total[5m])).');
	const rates = requestRates(series);
	if (rates.length === 0) return notMeasured('None of the series is a rate of requests.');
	return peakFactor(rates);
}

/** What a figure feeds is called as its field is. */
const fieldLabel = (path: string): string => FIELD_BY_PATH.get(path)?.label ?? path;

/** Every derived figure (`model.md` §16), each with what it was worked out from. */
export function derivedFigures(result: IntakeResult): readonly DerivedFigure[] {
	const { derived, inventory, uses } = result;
	const apps = requestsToUse(inventory, uses, 'applications');
	const proxies = requestsToUse(inventory, uses, 'proxies');
	return [
		{ id: 'packing', label: fieldLabel('platform.packing'), figure: derived.packing },
		{ id: 'peak', label: fieldLabel('workload.peakToAverage'), figure: peak(result) },
		{
			id: 'visibleServices',
			label: fieldLabel('workload.visibleServices'),
			figure: derived.visibleServices
		},
		{
			id: 'clustersPerService',
			label: fieldLabel('workload.clustersPerService'),
			figure: derived.clustersPerService
		},
		{ id: 'appCpuRatio', label: 'Requested over used, CPU of applications', figure: apps.cpu },
		{
			id: 'appMemRatio',
			label: 'Requested over used, memory of applications',
			figure: apps.memory
		},
		{ id: 'proxyCpuRatio', label: 'Requested over used, CPU of proxies', figure: proxies.cpu },
		{ id: 'proxyMemRatio', label: 'Requested over used, memory of proxies', figure: proxies.memory }
	];
}
