import type { CheckCode, Effect, Finding } from './finding.ts';
import { inFlight, type Latency, type Run } from './run.ts';
import type { Pair } from './sweeps.ts';

/** Noise of doubles, so that the edge itself passes. */
const EDGE = 1e-9;
const SATURATED = 0.05 + EDGE;
const RATES = 0.02 + EDGE;
const ERRORS = 0.01;
const LITTLE = 0.2 + EDGE;
const TAIL_SAMPLES = 100 - EDGE;
const MIN_SECONDS = 60;
const CLIENT_CPU = 0.8;

const QUANTILES: readonly (readonly [keyof Latency, number])[] = [
	['p50', 0.5],
	['p90', 0.9],
	['p95', 0.95],
	['p99', 0.99],
	['p999', 0.999]
];

/** Everything one run alone shows. `NO_RESOURCE_USE` is left to whoever knows the pair. */
export function checkRun(run: Run): readonly Finding[] {
	const found: Finding[] = [];
	const say = (code: CheckCode, effect: Effect, message: string, statistic?: string): void => {
		found.push({ code, effect, run: run.label, message, statistic });
	};
	checkRate(run, say);
	checkClient(run, say);
	checkRecord(run, say);
	for (const [name, quantile] of QUANTILES) {
		const tail = (run.requests ?? Infinity) * (1 - quantile);
		if (run.latencyMs[name] !== undefined && tail < TAIL_SAMPLES)
			say(
				'FEW_TAIL_SAMPLES',
				'quantile-hidden',
				`${name} rests on ${tail.toFixed(1)} slower requests; 100 are needed.`,
				name
			);
	}
	return found;
}

type Say = (code: CheckCode, effect: Effect, message: string, statistic?: string) => void;

function checkRate({ offeredRps, achievedRps, mesh }: Run, say: Say): void {
	if (!offeredRps || achievedRps === undefined) return;
	const ratio = achievedRps / offeredRps;
	if (Math.abs(ratio - 1) <= SATURATED) return;
	const code = mesh === 'none' ? 'SATURATED_BASELINE' : 'SATURATED_MESH';
	say(
		code,
		'excluded',
		`${achievedRps} of ${offeredRps} requests/s asked for were reached (ratio ${ratio.toFixed(2)}).`
	);
}

function checkClient(run: Run, say: Say): void {
	if (run.openLoop === false)
		say(
			'CLOSED_LOOP',
			'latency-lower-bound',
			`${run.source.tool} waits for a reply before the next request, so waiting is not in its latency.`
		);
	if ((run.droppedIterations ?? 0) > 0)
		say(
			'CLIENT_LIMITED',
			'caution',
			`The load generator dropped ${run.droppedIterations} iterations.`
		);
	const client = run.components.find((one) => one.role === 'load-generator');
	if ((client?.cpuShare ?? 0) > CLIENT_CPU)
		say(
			'CLIENT_LIMITED',
			'caution',
			`The load generator used ${((client?.cpuShare ?? 0) * 100).toFixed(0)} % of its CPU.`
		);
	const flight = inFlight(run);
	// A ceiling is not a number in flight: only callers that wait are all in flight at once.
	if (flight === undefined || !run.concurrency || run.concurrencyIsCeiling) return;
	if (Math.abs(flight - run.concurrency) / run.concurrency > LITTLE)
		say(
			'LITTLE_MISMATCH',
			'caution',
			`Rate × mean latency is ${flight.toFixed(1)} in flight, stated are ${run.concurrency}.`
		);
}

function checkRecord(run: Run, say: Say): void {
	const { errors, requests, durationS, warmupS } = run;
	if (errors === undefined) say('NO_ERROR_COUNT', 'caution', 'Failed requests are not counted.');
	else if (requests && errors / requests > ERRORS)
		say('ERRORS_HIGH', 'excluded', `${errors} of ${requests} requests failed, more than 1 %.`);
	if (durationS === undefined)
		say('NO_DURATION', 'caution', 'It is not stated how long the run took.');
	else {
		const measured = durationS - (warmupS ?? 0);
		if (measured < MIN_SECONDS)
			say('TOO_SHORT', 'caution', `${measured.toFixed(1)} s were measured; 60 s are the least.`);
		if (!warmupS)
			say('NO_WARMUP', 'caution', 'No warm-up is stated: first connections are in the figures.');
	}
	if (run.unstatedLatencyMs !== undefined)
		say(
			'LATENCY_STATISTIC_UNSTATED',
			'never-a-coefficient',
			`A latency of ${run.unstatedLatencyMs} ms is given without saying whether it is a mean or a percentile.`
		);
	// A figure of a table has no version to ask for; a run of a tool has one that was not given.
	if (run.source.format !== 'table' && run.mesh && run.mesh !== 'none' && !run.meshVersion)
		say('VERSION_UNKNOWN', 'caution', `The version of ${run.mesh} is not stated.`);
}

const STATISTICS = ['mean', 'p50', 'p90', 'p95', 'p99', 'unstated'] as const;

/** Latency of a run by the name of its statistic. */
export function statistic(run: Run, name: (typeof STATISTICS)[number]): number | undefined {
	if (name === 'mean') return run.meanMs;
	return name === 'unstated' ? run.unstatedLatencyMs : run.latencyMs[name];
}

/** What only the comparison of two runs shows. */
export function checkPair({ baseline, mesh }: Pair): readonly Finding[] {
	const found: Finding[] = [];
	const [with0, without0] = [mesh.achievedRps, baseline.achievedRps];
	if (with0 !== undefined && without0 && Math.abs(with0 / without0 - 1) > RATES)
		found.push({
			code: 'RATES_DIFFER',
			effect: 'no-latency-difference',
			run: mesh.label,
			message: `${with0} requests/s with the mesh, ${without0} without: latencies cannot be compared.`
		});
	for (const name of STATISTICS) {
		const [slow, fast] = [statistic(baseline, name), statistic(mesh, name)];
		if (slow === undefined || fast === undefined || fast >= slow) continue;
		found.push({
			code: 'MESH_FASTER_THAN_BASELINE',
			effect: 'never-a-coefficient',
			run: mesh.label,
			message: `${name} latency is ${fast} ms with the mesh and ${slow} ms without. ${FASTER}`,
			statistic: name
		});
	}
	if (proxyCores({ baseline, mesh }) === undefined)
		found.push({
			code: 'NO_RESOURCE_USE',
			effect: 'never-a-coefficient',
			run: mesh.label,
			message: 'CPU of the proxies was not measured, neither alone nor as a difference of nodes.'
		});
	return found;
}

const FASTER =
	'A proxy adds work to each call; it can only look faster if the runs differed in something else ' +
	'(kept connections, retries, balancing, warm-up).';

/** Cores of the proxies: measured directly, else nodes with the mesh less nodes without. */
export function proxyCores({ baseline, mesh }: Omit<Pair, 'rps'>): number | undefined {
	const direct = coresOf(mesh, 'proxy');
	if (direct !== undefined) return direct;
	const [nodesWith, nodesWithout] = [coresOf(mesh, 'node'), coresOf(baseline, 'node')];
	return nodesWith === undefined || nodesWithout === undefined
		? undefined
		: nodesWith - nodesWithout;
}

export function coresOf(run: Run, role: 'proxy' | 'node'): number | undefined {
	const cores = run.components
		.filter((one) => one.role === role)
		.map((one) => one.cpuCores)
		.filter((figure) => figure !== undefined);
	return cores.length === 0 ? undefined : cores.reduce((sum, figure) => sum + figure, 0);
}

/** All findings of a pair: both runs and their comparison. */
export function findingsOf(pair: Pair): readonly Finding[] {
	return [...checkRun(pair.baseline), ...checkRun(pair.mesh), ...checkPair(pair)];
}
