import { failure, success, type Parsed } from './parsed.ts';
import { plausible, type Latency, type Run, type RunReading } from './run.ts';
import { at, listAt, numberAt, scaled, textAt } from './shape.ts';

/** Figures of one k6 metric by name, whatever shape the file has. */
type Metric = (name: string, key: string) => number | undefined;

/** Shape that handleSummary is given: metrics.NAME.values.KEY, times in ms (`model.md` §16). */
export function readK6HandleSummary(json: unknown, file?: string): Parsed<RunReading> {
	return toRun({
		metric: (name, key) => numberAt(json, 'metrics', name, 'values', key),
		durationS: scaled(numberAt(json, 'state', 'testRunDurationMs'), 0.001),
		format: 'k6-handle-summary',
		file
	});
}

/** Shape of the older --summary-export: metrics.NAME.KEY; a rate metric has `value` there. */
export function readK6SummaryExport(json: unknown, file?: string): Parsed<RunReading> {
	return toRun({
		metric: (name, key) =>
			numberAt(json, 'metrics', name, key) ??
			(key === 'rate' || key === 'value' ? numberAt(json, 'metrics', name, 'value') : undefined),
		durationS: undefined,
		format: 'k6-summary-export',
		file
	});
}

/** Machine-readable shape: results.metrics is a list, counters have no rate, duration in s. */
export function readK6MachineReadable(json: unknown, file?: string): Parsed<RunReading> {
	const byName = new Map<string, unknown>();
	for (const metric of listAt(json, 'results', 'metrics')) {
		const name = textAt(metric, 'name');
		if (name !== undefined) byName.set(name, at(metric, 'values'));
	}
	const durationS = numberAt(json, 'config', 'duration');
	return toRun({
		metric: (name, key) => numberAt(byName.get(name), key),
		durationS,
		format: 'k6-machine-readable',
		toolVersion: textAt(json, 'metadata', 'k6Version'),
		label: textAt(json, 'config', 'script'),
		file
	});
}

interface Source {
	readonly metric: Metric;
	readonly durationS: number | undefined;
	readonly format: string;
	readonly toolVersion?: string | undefined;
	readonly label?: string | undefined;
	readonly file: string | undefined;
}

function toRun({
	metric,
	durationS,
	format,
	toolVersion,
	label,
	file
}: Source): Parsed<RunReading> {
	const http = metric('http_reqs', 'count');
	const requests = http ?? metric('grpc_req_duration', 'count');
	const timed = metric('http_req_duration', 'avg') ?? metric('http_req_duration', 'med');
	if (requests === undefined && timed === undefined)
		return failure('metrics.http_reqs', 'This k6 summary holds no HTTP requests.');
	const rate = metric('http_reqs', 'rate');
	const lasted = durationS ?? quotient(requests, rate);
	const dropped = metric('dropped_iterations', 'count');
	const run: Run = {
		label: label || file || 'k6',
		achievedRps: rate ?? quotient(requests, lasted),
		concurrency: metric('vus_max', 'value') ?? metric('vus_max', 'max'),
		// Users that start on schedule are a stock, not all in flight.
		concurrencyIsCeiling: loop(metric, dropped) !== false,
		durationS: lasted,
		errors: failed(metric, requests),
		requests,
		latencyMs: latency(metric),
		meanMs: metric('http_req_duration', 'avg'),
		maxMs: metric('http_req_duration', 'max'),
		components: [],
		payloadKiB: received(metric, requests),
		protocol: 'http',
		openLoop: loop(metric, dropped),
		droppedIterations: dropped,
		source: { format, tool: 'k6', toolVersion, file }
	};
	return success(plausible(run));
}

/** Keys follow summaryTrendStats, so any of them may be absent; `med` is the median. */
function latency(metric: Metric): Latency {
	const read = (key: string): number | undefined => metric('http_req_duration', key);
	return {
		p50: read('med') ?? read('p(50)'),
		p90: read('p(90)'),
		p95: read('p(95)'),
		p99: read('p(99)'),
		p999: read('p(99.9)')
	};
}

function failed(metric: Metric, requests: number | undefined): number | undefined {
	const share = metric('http_req_failed', 'rate');
	if (share === undefined || requests === undefined) return undefined;
	return Math.round(share * requests);
}

/**
 * k6 does not write its executor. Dropped iterations exist only for arrival rates; a number of
 * active users that never moved is what constant-vus leaves. Anything else stays unsaid.
 */
function loop(metric: Metric, dropped: number | undefined): boolean | undefined {
	if (dropped !== undefined && dropped > 0) return true;
	const least = metric('vus', 'min');
	const most = metric('vus_max', 'max') ?? metric('vus_max', 'value');
	return least !== undefined && least > 0 && least === most ? false : undefined;
}

/** Mean bytes received for each request, in KiB; headers are in it. */
function received(metric: Metric, requests: number | undefined): number | undefined {
	return scaled(quotient(metric('data_received', 'count'), requests), 1 / 1024);
}

function quotient(over: number | undefined, under: number | undefined): number | undefined {
	return over === undefined || under === undefined || under <= 0 ? undefined : over / under;
}
