import { NAME_CHARS } from '../plan/text.ts';
import { cleaned, type Problem } from './parsed.ts';

/** Percentiles of latency in milliseconds, as the tool states them; an absent one was not stated. */
export interface Latency {
	readonly p50?: number | undefined;
	readonly p90?: number | undefined;
	readonly p95?: number | undefined;
	readonly p99?: number | undefined;
	readonly p999?: number | undefined;
}

/** What a process used during a run: mean cores and MiB. */
export interface Component {
	readonly name: string;
	readonly role: 'proxy' | 'application' | 'load-generator' | 'node';
	/** Share of the CPU it was given, 0 to 1, where only that is known. */
	readonly cpuShare?: number | undefined;
	readonly cpuCores?: number | undefined;
	readonly memMiB?: number | undefined;
}

/** Where a run's figures come from. */
export interface RunSource {
	readonly format: string;
	readonly tool: string;
	readonly toolVersion?: string | undefined;
	/** Moment the run began, ISO 8601, as the tool states it. */
	readonly startedAt?: string | undefined;
	readonly file?: string | undefined;
}

/** One load test (`model.md` §16). Every absent field is one its tool does not state. */
export interface Run {
	readonly label: string;
	/** Mesh under test; 'none' is the baseline; absent until someone says. */
	readonly mesh?: string | undefined;
	readonly meshVersion?: string | undefined;
	readonly offeredRps?: number | undefined;
	readonly achievedRps?: number | undefined;
	readonly concurrency?: number | undefined;
	/** True when `concurrency` is only a ceiling, as with a load generator that paces itself. */
	readonly concurrencyIsCeiling?: boolean | undefined;
	readonly durationS?: number | undefined;
	readonly warmupS?: number | undefined;
	/** Number of failed requests, not a share. */
	readonly errors?: number | undefined;
	readonly requests?: number | undefined;
	readonly latencyMs: Latency;
	readonly meanMs?: number | undefined;
	readonly maxMs?: number | undefined;
	/** A latency of which the source does not say what statistic it is. */
	readonly unstatedLatencyMs?: number | undefined;
	readonly components: readonly Component[];
	readonly payloadKiB?: number | undefined;
	readonly protocol?: string | undefined;
	/** True: requests start on schedule whatever the replies do; false: a reply is awaited first. */
	readonly openLoop?: boolean | undefined;
	readonly droppedIterations?: number | undefined;
	readonly source: RunSource;
}

/** A reader's answer: the runs and what it had to say about the file. */
export interface RunReading {
	readonly runs: readonly Run[];
	readonly notes: readonly Problem[];
}

/** Above this a count, rate or time is a fault of the file: a century of nanoseconds is 3e18. */
const LARGEST = 1e15;

type Numeric = {
	[K in keyof Run]-?: Run[K] extends number | undefined ? K : never;
}[keyof Run];

const NUMERIC: readonly Numeric[] = [
	'offeredRps',
	'achievedRps',
	'concurrency',
	'durationS',
	'warmupS',
	'errors',
	'requests',
	'meanMs',
	'maxMs',
	'unstatedLatencyMs',
	'payloadKiB',
	'droppedIterations'
];

/** Drops figures that cannot be (negative, not finite, absurdly large), each with a note. */
export function plausible(run: Run): RunReading {
	const notes: Problem[] = [];
	const keep = (path: string, value: number | undefined): number | undefined => {
		if (value === undefined || (value >= 0 && value <= LARGEST)) return value;
		notes.push({ path, message: `${path} is ${value}; it must lie between 0 and ${LARGEST}.` });
		return undefined;
	};
	const figures = Object.fromEntries(NUMERIC.map((key) => [key, keep(key, run[key])]));
	const latencyMs: Latency = {
		p50: keep('p50', run.latencyMs.p50),
		p90: keep('p90', run.latencyMs.p90),
		p95: keep('p95', run.latencyMs.p95),
		p99: keep('p99', run.latencyMs.p99),
		p999: keep('p999', run.latencyMs.p999)
	};
	const label = cleaned(run.label).slice(0, NAME_CHARS) || run.source.tool;
	return { runs: [{ ...run, ...figures, label, latencyMs }], notes };
}

/** Requests in flight by Little's law: rate × time in the system. Undefined when one is not stated. */
export function inFlight(run: Run): number | undefined {
	const latency = run.meanMs ?? run.unstatedLatencyMs;
	if (run.achievedRps === undefined || latency === undefined) return undefined;
	return (run.achievedRps * latency) / 1000;
}
