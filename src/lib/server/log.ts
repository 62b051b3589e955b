/** Writes one line; `process.stdout` unless a test looks on. */
export type Write = (line: string) => void;

const toStdout: Write = (line) => void process.stdout.write(`${line}\n`);

/** One request, without query and body: a plan is nobody's business but its reader's. */
export interface Served {
	readonly method: string;
	readonly path: string;
	readonly status: number;
	readonly ms: number;
	readonly bytes: number;
}

const MOST_CHARS = 120;
const METHOD = /^[A-Z]{1,10}$/;

/** Structured: one JSON object a line, for whatever gathers logs. */
export function logLine(time: string, { method, path, status, ms, bytes }: Served): string {
	const bare = path.replace(/[?#].*$/s, '').slice(0, MOST_CHARS);
	const known = METHOD.test(method) ? method : 'other';
	return JSON.stringify({ time, event: 'request', method: known, path: bare, status, ms, bytes });
}

/** Where a fault happened. Its message may quote the input, so only its kind and its places are kept. */
export function faultLine(time: string, cause: unknown): string {
	const kind = cause instanceof Error ? cause.name : typeof cause;
	const stack = cause instanceof Error ? (cause.stack ?? '') : '';
	const places = stack
		.split('\n')
		.filter((line) => /^\s+at /.test(line))
		.slice(0, 8)
		.map((line) => line.trim().replace(/\(?(?:file:\/\/)?\/.*\/([^/]+)\)?$/, '$1'));
	return JSON.stringify({ time, event: 'fault', kind, places });
}

export function tellFault(cause: unknown, write: Write = toStdout): void {
	write(faultLine(new Date().toISOString(), cause));
}
