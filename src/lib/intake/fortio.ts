import { failure, success, type Parsed, type Problem } from './parsed.ts';
import { readQuantiles } from './quantiles.ts';
import { plausible, type Run, type RunReading } from './run.ts';
import { at, listAt, numberAt, scaled, textAt } from './shape.ts';

/**
 * Reads one Fortio result (`model.md` §16). Fortio writes latencies in seconds and durations in
 * nanoseconds; at "max" it waits for each reply, otherwise it paces its threads.
 */
export function readFortio(json: unknown, file?: string): Parsed<RunReading> {
	const histogram = at(json, 'DurationHistogram');
	if (numberAt(histogram, 'Count') === undefined)
		return failure('DurationHistogram.Count', 'Fortio states no count of requests here.');
	const notes: Problem[] = [];
	const requested = textAt(json, 'RequestedQPS');
	const paced = requested !== undefined && requested !== 'max';
	const type = textAt(json, 'RunType');
	const run: Run = {
		label: textAt(json, 'Labels') || textAt(json, 'URL') || file || 'Fortio',
		offeredRps: paced ? numberAt(json, 'RequestedQPS') : undefined,
		achievedRps: numberAt(json, 'ActualQPS'),
		concurrency: numberAt(json, 'NumThreads'),
		concurrencyIsCeiling: paced,
		durationS: scaled(numberAt(json, 'ActualDuration'), 1e-9),
		errors: failed(json),
		requests: numberAt(histogram, 'Count'),
		latencyMs: readQuantiles(points(histogram), notes),
		meanMs: scaled(numberAt(histogram, 'Avg'), 1000),
		maxMs: scaled(numberAt(histogram, 'Max'), 1000),
		components: [],
		payloadKiB: payload(json),
		protocol: type?.toLowerCase().startsWith('grpc') ? 'grpc' : type?.toLowerCase(),
		openLoop: requested === undefined ? undefined : paced,
		source: {
			format: 'fortio',
			tool: 'Fortio',
			toolVersion: textAt(json, 'Version') || undefined,
			startedAt: textAt(json, 'StartTime'),
			file
		}
	};
	const checked = plausible(run);
	return success({ runs: checked.runs, notes: [...notes, ...checked.notes] });
}

function points(
	histogram: unknown
): readonly (readonly [number | undefined, number | undefined])[] {
	return listAt(histogram, 'Percentiles').map((point) => [
		scaled(numberAt(point, 'Percentile'), 0.01),
		scaled(numberAt(point, 'Value'), 1000)
	]);
}

/** Failed calls: Fortio's own count of errors, else every code that is not 2xx or gRPC's SERVING. */
function failed(json: unknown): number | undefined {
	const counted = numberAt(json, 'ErrorsDurationHistogram', 'Count');
	if (counted !== undefined) return counted;
	const codes = at(json, 'RetCodes');
	if (typeof codes !== 'object' || codes === null) return undefined;
	return Object.entries(codes)
		.filter(([code]) => !/^(2\d\d|SERVING|1)$/.test(code))
		.reduce((sum, [code]) => sum + (numberAt(codes, code) ?? 0), 0);
}

/** Mean size of a reply in KiB; Fortio's Sizes holds the body, with headers in older versions. */
function payload(json: unknown): number | undefined {
	const asked = numberAt(json, 'PayloadLength') ?? 0;
	const mean = numberAt(json, 'Sizes', 'Avg');
	if (mean === undefined && asked === 0) return undefined;
	return Math.max(asked, mean ?? 0) / 1024;
}
