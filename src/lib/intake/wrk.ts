import { failure, success, type Parsed, type Problem } from './parsed.ts';
import { readQuantiles } from './quantiles.ts';
import { plausible, type Run, type RunReading } from './run.ts';
import { asNumber, neat } from './shape.ts';

const MS = { us: 0.001, ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

/**
 * Reads what wrk or wrk2 prints (`model.md` §16). wrk waits for each reply, so its latency leaves
 * waiting out; wrk2 corrects for it but does not print the rate it was asked for.
 */
export function readWrk(text: string, file?: string): Parsed<RunReading> {
	const totals = /(\d{1,15}) requests in ([\d.]{1,20})(us|ms|s|m|h),/.exec(text);
	const rate = asNumber(/Requests\/sec:[ \t]*([\d.]+)/.exec(text)?.[1]);
	if (!totals || rate === undefined)
		return failure('', 'The closing lines of wrk ("N requests in T", "Requests/sec:") are absent.');
	const corrected = /Detailed Percentile spectrum|HdrHistogram|Thread calibration/.test(text);
	const tool = corrected ? 'wrk2' : 'wrk';
	const notes: Problem[] = [];
	const requests = asNumber(totals[1]);
	const run: Run = {
		label: file || /^Running .{1,80} @ (\S{1,200})/m.exec(text)?.[1] || tool,
		achievedRps: rate,
		concurrency: asNumber(/(\d{1,9}) connections/.exec(text)?.[1]),
		concurrencyIsCeiling: corrected,
		durationS: durationMs(totals[2], totals[3], 0.001),
		errors: failed(text),
		requests,
		latencyMs: readQuantiles(corrected ? [...short(text), ...spectrum(text)] : short(text), notes),
		meanMs: asNumber(/#\[Mean +=[ \t]*([\d.]+)/.exec(text)?.[1]) ?? stated(text, 1),
		maxMs: asNumber(/#\[Max +=[ \t]*([\d.]+)/.exec(text)?.[1]) ?? stated(text, 3),
		components: [],
		payloadKiB: transferred(text, requests),
		protocol: 'http',
		openLoop: corrected,
		source: { format: tool, tool, file }
	};
	if (corrected)
		notes.push({ path: 'offeredRps', message: 'wrk2 does not print its -R rate: enter it.' });
	const checked = plausible(run);
	return success({ runs: checked.runs, notes: [...notes, ...checked.notes] });
}

/** "  Latency   6.46ms    1.93ms  12.34ms   67.66%": 1 is the mean, 3 the largest. */
function stated(text: string, column: 1 | 3): number | undefined {
	const row = /^ +Latency +([\d.]+)(us|ms|s|m|h) +[\d.]+[a-z]+ +([\d.]+)(us|ms|s|m|h) /m.exec(text);
	return durationMs(row?.[column], row?.[column + 1], 1);
}

/** "  99%   11.18ms" of wrk, " 99.900%   12.00ms" of wrk2. */
function short(text: string): [number | undefined, number | undefined][] {
	const rows = text
		.slice(0, 20_000)
		.matchAll(/^ *(\d{1,3}(?:\.\d{1,6})?)% +([\d.]+)(us|ms|s|m|h)$/gm);
	return [...rows].map((row) => [percent(row[1]), durationMs(row[2], row[3], 1)]);
}

/** "  12.103   0.990625   3961   106.67" of wrk2: value in ms, quantile, count, 1/(1−q). */
function spectrum(text: string): [number | undefined, number | undefined][] {
	const start = text.indexOf('Detailed Percentile spectrum');
	if (start === -1) return [];
	const rows = text
		.slice(start, start + 100_000)
		.matchAll(/^ *(\d{1,12}\.\d{1,6}) +(\d\.\d{1,12}) +\d{1,15} +(?:[\d.]{1,20}|inf)$/gm);
	return [...rows].map((row) => [asNumber(row[2]), asNumber(row[1])]);
}

function percent(text: string | undefined): number | undefined {
	const value = asNumber(text);
	return value === undefined ? undefined : value / 100;
}

function durationMs(
	figure: string | undefined,
	unit: string | undefined,
	factor: number
): number | undefined {
	const value = asNumber(figure);
	if (value === undefined || !isUnit(unit)) return undefined;
	return neat(value * MS[unit] * factor);
}

function isUnit(unit: string | undefined): unit is keyof typeof MS {
	return unit !== undefined && Object.hasOwn(MS, unit);
}

/** wrk prints these two lines only when there is something to count, so no line is none. */
function failed(text: string): number {
	const socket =
		/Socket errors: connect (\d{1,15}), read (\d{1,15}), write (\d{1,15}), timeout (\d{1,15})/.exec(
			text
		);
	const status = /Non-2xx or 3xx responses: (\d{1,15})/.exec(text);
	return [...(socket ?? []).slice(1), ...(status ?? []).slice(1)].reduce(
		(sum, count) => sum + (asNumber(count) ?? 0),
		0
	);
}

/** Bytes read for each request, headers included; wrk prints them in 1024s. */
function transferred(text: string, requests: number | undefined): number | undefined {
	const match = /, ([\d.]{1,20})(B|KB|MB|GB|TB) read/.exec(text);
	const kib = { B: 1 / 1024, KB: 1, MB: 1024, GB: 1024 ** 2, TB: 1024 ** 3 };
	const figure = asNumber(match?.[1]);
	const unit = Object.entries(kib).find(([name]) => name === match?.[2])?.[1];
	if (figure === undefined || unit === undefined || !requests) return undefined;
	return (figure * unit) / requests;
}
