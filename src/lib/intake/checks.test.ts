import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';
import { ARTICLE } from './article.ts';
import { checkPair, checkRun, findingsOf } from './checks.ts';
import { inFlight, type Run } from './run.ts';
import { findSweeps } from './sweeps.ts';

/** A run that no check objects to. */
const sound: Run = {
	label: 'sound',
	mesh: 'istio-sidecar',
	meshVersion: '1.24.2',
	offeredRps: 1000,
	achievedRps: 1000,
	concurrency: 2,
	durationS: 120,
	warmupS: 10,
	errors: 0,
	requests: 110_000,
	latencyMs: { p50: 2, p99: 5 },
	meanMs: 2,
	components: [{ name: 'istio-proxy', role: 'proxy', cpuCores: 0.2 }],
	openLoop: true,
	source: { format: 'fortio', tool: 'Fortio' }
};

const codes = (run: Run): readonly string[] => checkRun(run).map((finding) => finding.code);

describe('checkRun', () => {
	it('finds nothing wrong with a sound run', () => {
		expect(codes(sound)).toEqual([]);
	});

	it.each<readonly [string, Partial<Run>]>([
		['SATURATED_MESH', { achievedRps: 949 }],
		['SATURATED_MESH', { achievedRps: 1051, concurrency: undefined }],
		['SATURATED_BASELINE', { achievedRps: 900, mesh: 'none' }],
		['CLOSED_LOOP', { openLoop: false }],
		['ERRORS_HIGH', { errors: 1101 }],
		['TOO_SHORT', { durationS: 69.9 }],
		['NO_WARMUP', { warmupS: undefined }],
		['LATENCY_STATISTIC_UNSTATED', { unstatedLatencyMs: 3 }],
		['NO_DURATION', { durationS: undefined }],
		['NO_ERROR_COUNT', { errors: undefined }],
		['CLIENT_LIMITED', { droppedIterations: 1 }],
		['CLIENT_LIMITED', { components: [{ name: 'k6', role: 'load-generator', cpuShare: 0.81 }] }],
		['FEW_TAIL_SAMPLES', { latencyMs: { p999: 9 }, requests: 99_000 }],
		['LITTLE_MISMATCH', { concurrency: 3 }],
		['VERSION_UNKNOWN', { meshVersion: undefined }]
	])('gives %s for %j', (code, change) => {
		expect(codes({ ...sound, ...change })).toEqual([code]);
	});

	it.each<readonly [string, Partial<Run>]>([
		['a rate 5 % short', { achievedRps: 950, meanMs: undefined }],
		['1 % of errors', { errors: 1100 }],
		['60 s after warm-up', { durationS: 70 }],
		['100 requests beyond p999', { latencyMs: { p999: 9 }, requests: 100_000 }],
		['20 % off Little: 2 of 2.5', { concurrency: 2.5 }],
		['a ceiling of 64 threads', { concurrency: 64, concurrencyIsCeiling: true }]
	])('lets pass %s, the edge of its check', (_what, change) => {
		expect(codes({ ...sound, ...change })).toEqual([]);
	});
});

describe('checkPair', () => {
	const baseline: Run = {
		...sound,
		mesh: 'none',
		latencyMs: { p50: 1, p99: 2 },
		meanMs: 1,
		components: []
	};

	it('finds nothing wrong with a sound pair', () => {
		expect(checkPair({ baseline, mesh: sound, rps: 1000 })).toEqual([]);
	});

	it('gives RATES_DIFFER above 2 % and not at 2 %', () => {
		const at = (achievedRps: number): readonly string[] =>
			checkPair({ baseline, mesh: { ...sound, achievedRps }, rps: 1000 }).map((one) => one.code);
		expect(at(980)).toEqual([]);
		expect(at(979)).toEqual(['RATES_DIFFER']);
	});

	it('gives MESH_FASTER_THAN_BASELINE for the statistic it holds for', () => {
		const mesh = { ...sound, latencyMs: { p50: 0.9, p99: 5 } };
		expect(checkPair({ baseline, mesh, rps: 1000 })).toMatchObject([
			{ code: 'MESH_FASTER_THAN_BASELINE', statistic: 'p50', effect: 'never-a-coefficient' }
		]);
	});

	it('takes nodes with less nodes without where proxies were not measured alone', () => {
		const node = (cpuCores: number): Run['components'] => [{ name: 'all', role: 'node', cpuCores }];
		const pair = {
			baseline: { ...baseline, components: node(1.5) },
			mesh: { ...sound, components: node(2.1) },
			rps: 1000
		};
		expect(checkPair(pair)).toEqual([]);
		expect(checkPair({ ...pair, baseline })).toMatchObject([{ code: 'NO_RESOURCE_USE' }]);
	});
});

describe('the article’s table', () => {
	const [pair] = findSweeps(ARTICLE.runs).flatMap((sweep) => sweep.pairs);
	if (!pair) throw new Error('no pair');

	it('receives exactly the 7 codes of model.md §16', () => {
		expect([...new Set(findingsOf(pair).map((finding) => finding.code))].sort()).toEqual([
			'LATENCY_STATISTIC_UNSTATED',
			'MESH_FASTER_THAN_BASELINE',
			'NO_DURATION',
			'NO_ERROR_COUNT',
			'NO_RESOURCE_USE',
			'RATES_DIFFER',
			'SATURATED_BASELINE'
		]);
	});

	it('holds 25 and 20 requests in flight by Little’s law', () => {
		// 500/s × 0.050 s = 25; 1000/s × 0.020 s = 20.
		expect(ARTICLE.runs.map(inFlight)).toEqual([25, 20]);
	});

	it('gives no coefficient and no hop latency', () => {
		const [analysis] = analyse(ARTICLE.runs);
		expect(analysis?.cpu).toMatchObject({ missing: 'not-measured' });
		expect(analysis?.hopP50).toMatchObject({ missing: 'not-measured' });
		expect(analysis?.hopP99).toMatchObject({ missing: 'not-measured' });
	});
});
