import { failure, success, type Parsed } from './parsed.ts';
import { plausible, type Run, type RunReading } from './run.ts';
import { asNumber, scaled } from './shape.ts';

/** Reads the summary hey prints without -o csv: seconds, percentiles as printed. */
export function readHeyText(text: string, file?: string): Parsed<RunReading> {
	const summary = (name: string): number | undefined =>
		asNumber(new RegExp(`^ +${name}:[ \\t]*([\\d.]{1,20})`, 'm').exec(text)?.[1]);
	const durationS = summary('Total');
	const rate = summary('Requests/sec');
	if (durationS === undefined || rate === undefined)
		return failure('', 'The summary of hey ("Total:", "Requests/sec:") is not whole.');
	const ms = (percent: number): number | undefined => {
		const found = new RegExp(`^ +${percent}% in ([\\d.]{1,20}) secs`, 'm').exec(text)?.[1];
		return scaled(asNumber(found), 1000);
	};
	const counts = statusCounts(text);
	const run: Run = {
		label: file || 'hey',
		achievedRps: rate,
		durationS,
		errors: counts.failed,
		requests: counts.all,
		latencyMs: { p50: ms(50), p90: ms(90), p95: ms(95), p99: ms(99) },
		meanMs: scaled(summary('Average'), 1000),
		maxMs: counts.replies === 0 ? undefined : scaled(summary('Slowest'), 1000),
		components: [],
		payloadKiB: scaled(summary('Size/request'), 1 / 1024),
		protocol: 'http',
		openLoop: false,
		source: { format: 'hey-text', tool: 'hey', file }
	};
	return success(plausible(run));
}

interface Counts {
	readonly all: number | undefined;
	readonly failed: number | undefined;
	readonly replies: number;
}

/** "  [200] 300 responses" and, below Error distribution, "  [3] Get …: connection refused". */
function statusCounts(text: string): Counts {
	const cut = text.indexOf('Error distribution:');
	const answered = cut === -1 ? text : text.slice(0, cut);
	const replies = [...answered.matchAll(/^ +\[(\d{3})\][ \t]+(\d{1,15}) responses/gm)];
	const faults = cut === -1 ? [] : [...text.slice(cut).matchAll(/^ +\[(\d{1,12})\][ \t]/gm)];
	const sum = (rows: readonly RegExpMatchArray[], column: number): number =>
		rows.reduce((total, row) => total + (asNumber(row[column]) ?? 0), 0);
	const refused = sum(faults, 1);
	const answers = sum(replies, 2);
	if (replies.length + faults.length === 0)
		return { all: undefined, failed: undefined, replies: 0 };
	const odd = replies.filter((row) => !/^[23]/.test(row[1] ?? ''));
	// hey's own rate counts the requests that got no reply, so they are requests here too.
	return { all: answers + refused, failed: sum(odd, 2) + refused, replies: answers };
}
