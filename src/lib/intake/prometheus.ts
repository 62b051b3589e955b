import { failure, success, type Parsed, type Problem } from './parsed.ts';
import { asNumber, at, isObject, listAt, textAt } from './shape.ts';

/** One time series: seconds since 1970 and values, NaN and infinities taken out and counted. */
export interface Series {
	readonly labels: ReadonlyMap<string, string>;
	readonly times: readonly number[];
	readonly values: readonly number[];
	readonly skipped: number;
}

export interface SeriesReading {
	readonly series: readonly Series[];
	readonly notes: readonly Problem[];
}

/** Labels that say whose series it is; all others are dropped while reading. */
const KEPT_LABELS = new Set([
	'__name__',
	'container',
	'pod',
	'namespace',
	'node',
	'job',
	'instance',
	'app',
	'workload',
	'destination_service_name',
	'source_workload',
	'destination_workload',
	'le',
	'quantile',
	'mode'
]);

/** Reads one element of data.result: labels, and [seconds, "value"] pairs (`model.md` §16). */
export function readSeries(item: unknown): Series {
	const metric = at(item, 'metric');
	const labels = new Map<string, string>();
	if (isObject(metric))
		for (const [key, value] of Object.entries(metric))
			if (KEPT_LABELS.has(key) && typeof value === 'string') labels.set(key, value);
	const times: number[] = [];
	const values: number[] = [];
	let skipped = 0;
	for (const pair of listAt(item, 'values')) {
		const time = at(pair, 0);
		const value = asNumber(at(pair, 1));
		if (typeof time !== 'number' || !Number.isFinite(time) || value === undefined) skipped++;
		else {
			times.push(time);
			values.push(value);
		}
	}
	return { labels, times, values, skipped };
}

/** Gathers what was skipped into one sentence. */
export function seriesReading(series: readonly Series[]): Parsed<SeriesReading> {
	const filled = series.filter((one) => one.values.length > 0);
	if (filled.length === 0) return failure('data.result', 'No series here has a finite value.');
	const skipped = series.reduce((sum, one) => sum + one.skipped, 0);
	const notes =
		skipped === 0
			? []
			: [{ path: 'data.result', message: `${skipped} values (NaN, infinite) were left out.` }];
	return success({ series: filled, notes });
}

/** Reads a whole answer of /api/v1/query_range. */
export function readPrometheus(json: unknown): Parsed<SeriesReading> {
	const status = textAt(json, 'status');
	if (status === 'error')
		return failure('status', `Prometheus answered with an error: ${textAt(json, 'error') ?? ''}`);
	if (textAt(json, 'data', 'resultType') !== 'matrix')
		return failure('data.resultType', 'Only a matrix (query_range) has values over time.');
	return seriesReading(listAt(json, 'data', 'result').map(readSeries));
}

/** Two moments, in seconds since 1970. */
export interface Window {
	readonly fromS: number;
	readonly toS: number;
}

/** Mean of a series between two moments; undefined where it has no value there. */
export function meanBetween(series: Series, window: Window): number | undefined {
	const { fromS, toS } = window;
	let sum = 0;
	let count = 0;
	series.times.forEach((time, index) => {
		if (time < fromS || time > toS) return;
		sum += series.values[index] ?? 0;
		count++;
	});
	return count === 0 ? undefined : sum / count;
}
