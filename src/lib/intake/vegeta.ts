import { failure, success, type Parsed } from './parsed.ts';
import { plausible, type Run, type RunReading } from './run.ts';
import { at, isObject, numberAt, scaled, textAt } from './shape.ts';

const NS_TO_MS = 1e-6;

/**
 * Reads vegeta report -type=json (`model.md` §16): times in nanoseconds, success a share. Its rate
 * is what was sent a second, its throughput what succeeded; older versions have no throughput.
 */
export function readVegeta(json: unknown, file?: string): Parsed<RunReading> {
	const requests = numberAt(json, 'requests');
	if (requests === undefined || !isObject(at(json, 'latencies')))
		return failure('requests', 'This vegeta report states no requests or no latencies.');
	const latency = (key: string): number | undefined =>
		scaled(numberAt(json, 'latencies', key), NS_TO_MS);
	const share = numberAt(json, 'success');
	const sent = numberAt(json, 'rate');
	const attackNs = numberAt(json, 'duration');
	const waitNs = numberAt(json, 'wait') ?? 0;
	const run: Run = {
		label: file || 'vegeta',
		offeredRps: sent,
		achievedRps: numberAt(json, 'throughput') ?? throughput({ requests, share, attackNs, waitNs }),
		durationS: scaled(attackNs, 1e-9),
		errors: share === undefined ? undefined : Math.round((1 - share) * requests),
		requests,
		latencyMs: {
			p50: latency('50th'),
			p90: latency('90th'),
			p95: latency('95th'),
			p99: latency('99th')
		},
		meanMs: latency('mean'),
		maxMs: latency('max'),
		components: [],
		payloadKiB: scaled(numberAt(json, 'bytes_in', 'mean'), 1 / 1024),
		protocol: 'http',
		openLoop: true,
		source: { format: 'vegeta', tool: 'vegeta', startedAt: textAt(json, 'earliest'), file }
	};
	return success(plausible(run));
}

interface Attack {
	readonly requests: number;
	readonly share: number | undefined;
	readonly attackNs: number | undefined;
	readonly waitNs: number;
}

/** Successes over the attack and the wait for the last reply, as newer versions define it. */
function throughput({ requests, share, attackNs, waitNs }: Attack): number | undefined {
	if (share === undefined || attackNs === undefined || attackNs + waitNs <= 0) return undefined;
	return (requests * share) / ((attackNs + waitNs) * 1e-9);
}
