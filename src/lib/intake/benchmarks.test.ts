import { describe, expect, it } from 'vitest';
import { fixture, jsonFixture } from '../../../tests/intake/fixture.ts';
import { readFortio } from './fortio.ts';
import { readK6HandleSummary, readK6MachineReadable, readK6SummaryExport } from './k6.ts';
import { readNighthawk } from './nighthawk.ts';
import type { Parsed } from './parsed.ts';
import type { Run, RunReading } from './run.ts';
import { readVegeta } from './vegeta.ts';
import { readWrk } from './wrk.ts';

function only(reading: Parsed<RunReading>): Run {
	if (!reading.ok) throw new Error(reading.errors[0]?.message);
	const run = reading.value.runs[0];
	if (!run) throw new Error('no run');
	return run;
}

describe('Fortio', () => {
	it('reads 1000 asked, 999.842 reached, 2.03 ms median and 12 failures of version 1.3', () => {
		const run = only(readFortio(jsonFixture('fortio-1.3.json')));
		expect(run).toMatchObject({
			label: 'istio sidecar 1000',
			offeredRps: 1000,
			achievedRps: 999.842,
			concurrency: 16,
			concurrencyIsCeiling: true,
			errors: 12, // RetCodes 503, as this version has no histogram of errors
			requests: 60_000,
			openLoop: true,
			payloadKiB: 1,
			protocol: 'http'
		});
		expect(run.durationS).toBe(60.009481534);
		expect(run.latencyMs.p50).toBe(2.03); // 0.00203 s: seconds, not milliseconds
		expect(run.latencyMs.p999).toBe(14.3);
		expect(run.latencyMs.p95).toBeUndefined(); // stated at 50, 75, 90, 99 and 99.9 only
		expect(run.source).toMatchObject({ toolVersion: '1.3.1' });
	});

	it('takes the 3 errors of the error histogram of version 1.60 and the 4 KiB of its replies', () => {
		const run = only(readFortio(jsonFixture('fortio-1.60.json')));
		expect(run).toMatchObject({ offeredRps: 250.5, errors: 3, payloadKiB: 4, requests: 30_060 });
		expect(run.label).toBe('http://10.0.0.1:8080/');
	});

	it('knows that "max" is a closed loop without an offered rate', () => {
		const run = only(readFortio(jsonFixture('fortio-max.json')));
		expect(run).toMatchObject({ openLoop: false, concurrency: 32, errors: 0, protocol: 'grpc' });
		expect(run.offeredRps).toBeUndefined();
		expect(run.concurrencyIsCeiling).toBe(false);
	});
});

describe('k6', () => {
	it('reads handleSummary in ms: p99 15.5, 18 of 18,000 failed, 7 iterations dropped', () => {
		const run = only(readK6HandleSummary(jsonFixture('k6-handle-summary.json')));
		expect(run).toMatchObject({
			achievedRps: 299.7,
			requests: 18_000,
			errors: 18,
			concurrency: 20,
			droppedIterations: 7,
			openLoop: true,
			meanMs: 4.21,
			maxMs: 88.2,
			latencyMs: { p50: 3.9, p90: 6.4, p95: 7.9, p99: 15.5 }
		});
		expect(run.durationS).toBe(60.06006);
		expect(run.payloadKiB).toBe(1.125); // 20,736,000 / 18,000 / 1024
	});

	it('reads the old summary export: no values level, duration 6000/100 = 60 s, p99 absent', () => {
		const run = only(readK6SummaryExport(jsonFixture('k6-summary-export.json')));
		expect(run).toMatchObject({ durationS: 60, errors: 60, openLoop: false, concurrency: 10 });
		expect(run.latencyMs).toEqual({ p50: 11.1, p90: 18.2, p95: 22.6 });
	});

	it('divides 48,000 by 120 s in the machine-readable shape, whose counters have no rate', () => {
		const run = only(readK6MachineReadable(jsonFixture('k6-machine-readable.json')));
		expect(run).toMatchObject({
			achievedRps: 400,
			errors: 24,
			durationS: 120,
			label: 'checkout.js'
		});
		expect(run.openLoop).toBeUndefined();
		expect(run.source.toolVersion).toBe('1.3.0');
	});

	it('refuses a summary without HTTP requests instead of giving 0 requests', () => {
		expect(readK6HandleSummary({ metrics: { vus: { values: { value: 1 } } } }).ok).toBe(false);
	});
});

describe('wrk and wrk2', () => {
	it('reads what wrk printed here: 24458.22 requests/s, 575 us median, 5.25 ms p99', () => {
		const run = only(readWrk(fixture('real-wrk-direct.txt')));
		expect(run).toMatchObject({
			achievedRps: 24_458.22,
			requests: 196_053,
			durationS: 8.02,
			concurrency: 16,
			errors: 0,
			openLoop: false,
			latencyMs: { p50: 0.575, p90: 1.52, p99: 5.25 }
		});
		expect(run.meanMs).toBe(0.84421);
		expect(run.maxMs).toBe(36.06);
		expect(run.latencyMs.p95).toBeUndefined();
		// 214.83 MB of 1024² bytes over 196,053 requests: 1149 bytes, 1024 of them the body.
		expect(run.payloadKiB).toBe((214.83 * 1024) / 196_053);
	});

	it('leaves every percentile absent when wrk ran without --latency', () => {
		const run = only(readWrk(fixture('real-wrk-direct-short.txt')));
		expect(Object.values(run.latencyMs).filter((value) => value !== undefined)).toEqual([]);
		expect(run.meanMs).toBeGreaterThan(0);
	});

	it('gives 2 + 5 + 11 = 18 errors and corrected latency from wrk2, but no offered rate', () => {
		const reading = readWrk(fixture('wrk2.txt'));
		const run = only(reading);
		expect(run).toMatchObject({ errors: 18, openLoop: true, durationS: 60, meanMs: 2.463 });
		// p95 stands in the spectrum only; p99 is exact in the short form, so 0.990625 is not used.
		expect(run.latencyMs).toEqual({ p50: 2.27, p90: 3.54, p95: 4.111, p99: 5.98, p999: 13.5 });
		expect(run.offeredRps).toBeUndefined();
		expect(reading.ok && reading.value.notes.some((note) => note.path === 'offeredRps')).toBe(true);
	});

	it('refuses what wrk prints when nothing listens', () => {
		expect(readWrk(fixture('real-wrk-refused.txt')).ok).toBe(false);
	});
});

describe('Nighthawk', () => {
	it('multiplies 250 rps and 25 connections by 2 workers and reads "0.000912s" as 0.912 ms', () => {
		const reading = readNighthawk(jsonFixture('nighthawk-two-workers.json'));
		const run = only(reading);
		expect(run).toMatchObject({
			offeredRps: 500,
			concurrency: 50,
			errors: 4,
			requests: 30_000,
			openLoop: true,
			payloadKiB: 2
		});
		expect(run.latencyMs.p50).toBe(0.912);
		expect(run.latencyMs.p99).toBe(4.21);
		expect(run.achievedRps).toBe(30_000 / 60.000049);
		const said = reading.ok ? reading.value.notes.map((note) => note.message).join(' ') : '';
		expect(said).toContain('0.990625');
	});

	it('falls back on request_to_response and on { seconds, nanos } of older files', () => {
		const run = only(readNighthawk(jsonFixture('nighthawk-old.json')));
		expect(run).toMatchObject({ offeredRps: 100, openLoop: false });
		expect(run.meanMs).toBe(1.05);
		expect(run.latencyMs.p99).toBeUndefined();
	});
});

describe('vegeta', () => {
	it('reads nanoseconds and takes 6000 × (1 − 0.998) = 12 for errors', () => {
		const run = only(readVegeta(jsonFixture('vegeta-12.8.json')));
		expect(run).toMatchObject({ errors: 12, achievedRps: 99.8, openLoop: true, payloadKiB: 1 });
		expect(run.latencyMs.p90).toBe(6.1);
		expect(run.meanMs).toBe(4.416666);
		expect(run.durationS).toBe(59.99);
	});

	it('works out 1000 successes in 9.99 + 0.01 s = 100/s where version 6 has no throughput', () => {
		const run = only(readVegeta(jsonFixture('vegeta-6.json')));
		expect(run.achievedRps).toBe(100);
		expect(run.latencyMs.p90).toBeUndefined();
	});
});
