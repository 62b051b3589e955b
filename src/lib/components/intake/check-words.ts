import type { CheckCode, Effect } from '$lib/intake/finding.ts';

/** What each check means to whoever ran the test, and what to do about it. */
export const CHECK_WORDS: Readonly<Record<CheckCode, string>> = {
	SATURATED_BASELINE:
		'The run without a mesh did not reach the rate it was asked for: it shows a limit of the service or of the client, not the cost of a call.',
	SATURATED_MESH:
		'The run with the mesh did not reach the rate it was asked for. Lower the rate, or add replicas, until both runs reach it.',
	RATES_DIFFER:
		'The two runs served different rates, so a difference in latency is not the mesh alone.',
	MESH_FASTER_THAN_BASELINE:
		'A proxy adds work to each call. Where it looks faster, something else differed: connections kept open, retries, balancing, warm-up.',
	CLOSED_LOOP:
		'The client waits for each answer before it asks again, so the time a request would have waited is missing. The truth lies above. Use a client that keeps a schedule, such as wrk2, Fortio at a set rate, Nighthawk or vegeta.',
	ERRORS_HIGH:
		'Failed requests are quick and cheap; with more than 1 % of them the rest cannot be told apart.',
	TOO_SHORT:
		'The first minute is not yet the usual state: caches, connections and balancing settle.',
	NO_WARMUP:
		'First connections and handshakes are in the figures, which makes a mesh look dearer than it is.',
	LATENCY_STATISTIC_UNSTATED:
		'A latency without a name may be a mean, a median or a percentile. It compares with nothing.',
	NO_DURATION: 'How long the run took is not stated, so nobody can tell whether it had settled.',
	NO_ERROR_COUNT: 'Failed requests are not counted; they may be in the figures.',
	NO_RESOURCE_USE:
		'CPU of the proxies was not measured. Take kubectl top pods --containers or a Prometheus range while the test runs.',
	CLIENT_LIMITED: 'The load generator itself was at its limit, so it measured itself.',
	FEW_TAIL_SAMPLES:
		'Too few slow requests stand behind this percentile; it would change with the next run.',
	LITTLE_MISMATCH:
		'Rate times latency should be the number of callers at work. Where it is not, one of the three was measured elsewhere.',
	VERSION_UNKNOWN:
		'Meshes change between versions; without one the figure cannot be compared later.'
};

export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
	excluded: 'left out',
	'no-latency-difference': 'no latency difference',
	'never-a-coefficient': 'never a coefficient',
	'latency-lower-bound': 'lower bound only',
	'quantile-hidden': 'percentile left out',
	caution: 'caution'
};
