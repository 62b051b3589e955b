import { failure, success, type Parsed, type Problem } from './parsed.ts';
import { readQuantiles } from './quantiles.ts';
import { plausible, type Run, type RunReading } from './run.ts';
import { at, listAt, numberAt, scaled, textAt } from './shape.ts';

const LATENCY_IDS = [
	'benchmark_http_client.latency_2xx',
	'benchmark_http_client.request_to_response'
] as const;
const SIZE_ID = 'benchmark_http_client.response_body_size';

/**
 * Reads Nighthawk's JSON (`model.md` §16): durations are texts such as "0.001s", counts are texts,
 * the asked rate is per worker. The result named global sums the workers.
 */
export function readNighthawk(json: unknown, file?: string): Parsed<RunReading> {
	const results = listAt(json, 'results');
	const global = results.find((result) => textAt(result, 'name') === 'global') ?? results[0];
	const statistic = LATENCY_IDS.map((id) => byId(global, id)).find(isCounted);
	if (statistic === undefined)
		return failure('results[global].statistics', 'No latency statistic of the client is here.');
	const notes: Problem[] = [];
	const options = at(json, 'options');
	const workers = workerCount(results, options);
	const open = at(options, 'open_loop') ?? at(options, 'openLoop');
	const durationS = seconds(field(global, 'execution_duration', 'executionDuration'));
	const requests = counter(global, 'upstream_rq_total') ?? numberAt(statistic, 'count');
	const run: Run = {
		label: textAt(options, 'uri') ?? file ?? 'Nighthawk',
		offeredRps: scaled(asRate(options), workers),
		achievedRps: durationS && requests !== undefined ? requests / durationS : undefined,
		concurrency: scaled(numberAt(options, 'connections'), workers),
		concurrencyIsCeiling: asRate(options) !== undefined,
		durationS,
		errors: failed(global),
		requests,
		latencyMs: readQuantiles(points(statistic), notes),
		meanMs: scaled(seconds(at(statistic, 'mean')), 1000),
		maxMs: scaled(seconds(at(statistic, 'max')), 1000),
		components: [],
		payloadKiB: scaled(numberAt(byId(global, SIZE_ID), 'raw_mean'), 1 / 1024),
		protocol: protocol(options),
		openLoop: typeof open === 'boolean' ? open : false,
		source: { format: 'nighthawk', tool: 'Nighthawk', startedAt: textAt(json, 'timestamp'), file }
	};
	const checked = plausible(run);
	return success({ runs: checked.runs, notes: [...notes, ...checked.notes] });
}

function byId(result: unknown, id: string): unknown {
	return listAt(result, 'statistics').find((statistic) => textAt(statistic, 'id') === id);
}

function isCounted(statistic: unknown): boolean {
	return (numberAt(statistic, 'count') ?? 0) > 0;
}

function field(result: unknown, name: string, camel: string): unknown {
	return at(result, name) ?? at(result, camel);
}

function asRate(options: unknown): number | undefined {
	return numberAt(options, 'requests_per_second') ?? numberAt(options, 'requestsPerSecond');
}

/** Workers have a result of their own beside global; with one there is global alone. */
function workerCount(results: readonly unknown[], options: unknown): number {
	const own = results.filter((result) => textAt(result, 'name') !== 'global').length;
	return own > 0 ? own : (numberAt(options, 'concurrency') ?? 1);
}

function points(
	statistic: unknown
): readonly (readonly [number | undefined, number | undefined])[] {
	return listAt(statistic, 'percentiles').map((point) => [
		numberAt(point, 'percentile') ?? 0,
		scaled(seconds(at(point, 'duration')), 1000)
	]);
}

/** "0.001234s"; older versions write an object { seconds, nanos }. */
function seconds(value: unknown): number | undefined {
	if (typeof value === 'string') {
		const figure = /^(\d{1,12}(?:\.\d{1,12})?)s$/.exec(value)?.[1];
		return figure === undefined ? undefined : Number(figure);
	}
	const whole = numberAt(value, 'seconds');
	const nanos = numberAt(value, 'nanos');
	if (whole === undefined && nanos === undefined) return undefined;
	return (whole ?? 0) + (nanos ?? 0) * 1e-9;
}

function counter(result: unknown, name: string): number | undefined {
	const found = listAt(result, 'counters').find((entry) => textAt(entry, 'name') === name);
	return numberAt(found, 'value');
}

const FAULTS = [
	'benchmark.http_4xx',
	'benchmark.http_5xx',
	'benchmark.http_xxx',
	'benchmark.stream_resets',
	'benchmark.pool_connection_failure',
	'benchmark.pool_overflow'
] as const;

/** Counters that stayed at 0 are left out of the file, so an absent one is none. */
function failed(result: unknown): number | undefined {
	if (listAt(result, 'counters').length === 0) return undefined;
	return FAULTS.reduce((sum, name) => sum + (counter(result, name) ?? 0), 0);
}

function protocol(options: unknown): string | undefined {
	const name = textAt(options, 'protocol');
	if (name !== undefined) return name.toLowerCase();
	return at(options, 'h2') === true ? 'http2' : 'http1';
}
