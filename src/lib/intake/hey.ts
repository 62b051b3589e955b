import { failure, success, type Parsed, type Problem } from './parsed.ts';
import { plausible, type Run, type RunReading } from './run.ts';
import { asNumber } from './shape.ts';

/** Rows of hey's CSV that are kept for the percentiles; hey itself keeps no more. */
const MAX_ROWS = 1_000_000;

/** Collects hey's CSV row by row (`model.md` §16): seconds, successes only, newer files with status and offset. */
export class HeyRows {
	readonly #times: number[] = [];
	#status = -1;
	#offset = -1;
	#failed = 0;
	#bad = 0;
	#last = 0;
	#header = false;

	/** Takes one line; the first must be the column names. */
	line(text: string): void {
		if (text === '') return;
		const cells = text.split(',', 12);
		if (!this.#header) {
			this.#header = true;
			this.#status = cells.indexOf('status-code');
			this.#offset = cells.indexOf('offset');
			return;
		}
		const time = asNumber(cells[0]);
		if (time === undefined || time < 0 || this.#times.length >= MAX_ROWS) {
			this.#bad++;
			return;
		}
		this.#times.push(time);
		const status = asNumber(cells[this.#status]);
		if (status !== undefined && (status < 200 || status > 399)) this.#failed++;
		this.#last = Math.max(this.#last, (asNumber(cells[this.#offset]) ?? 0) + time);
	}

	finish(file?: string): Parsed<RunReading> {
		const sorted = Float64Array.from(this.#times).sort();
		if (sorted.length === 0) return failure('', 'hey wrote no successful request into this file.');
		const total = sorted.reduce((sum, time) => sum + time, 0);
		const durationS = this.#offset === -1 || this.#last === 0 ? undefined : this.#last;
		const run: Run = {
			label: file || 'hey',
			achievedRps: durationS === undefined ? undefined : sorted.length / durationS,
			durationS,
			requests: sorted.length,
			latencyMs: {
				p50: quantileMs(sorted, 50),
				p90: quantileMs(sorted, 90),
				p95: quantileMs(sorted, 95),
				p99: quantileMs(sorted, 99),
				p999: quantileMs(sorted, 99.9)
			},
			meanMs: (total / sorted.length) * 1000,
			maxMs: (sorted.at(-1) ?? 0) * 1000,
			components: [],
			protocol: 'http',
			openLoop: false,
			source: { format: 'hey-csv', tool: 'hey', file }
		};
		return success({ ...plausible(run), notes: this.#notes() });
	}

	#notes(): readonly Problem[] {
		const notes = [
			{
				path: 'errors',
				message: 'hey leaves requests without a reply out of its CSV: not counted.'
			}
		];
		if (this.#failed > 0)
			notes.push({
				path: 'errors',
				message: `${this.#failed} replies had a status outside 2xx–3xx.`
			});
		if (this.#bad > 0)
			notes.push({
				path: '',
				message: `${this.#bad} rows without a response time were passed over.`
			});
		return notes;
	}
}

/** hey's own rule: the first sorted time of which at least `percent` % lie before it. */
function quantileMs(sorted: Float64Array, percent: number): number | undefined {
	const time = sorted[Math.ceil((sorted.length * percent) / 100)];
	return time === undefined ? undefined : time * 1000;
}

/** Reads hey's CSV held in one text. */
export function readHeyCsv(text: string, file?: string): Parsed<RunReading> {
	const rows = new HeyRows();
	for (const line of text.split(/\r?\n/)) rows.line(line);
	return rows.finish(file);
}
