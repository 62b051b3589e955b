import { describe, expect, it } from 'vitest';
import { fixture } from '../../../tests/intake/fixture.ts';
import { readHeyText } from './hey-text.ts';
import { readHeyCsv } from './hey.ts';

describe('hey', () => {
	it('agrees with awk on 300 rows written here: mean 1.185667 ms, 99.900100 requests/s', () => {
		const reading = readHeyCsv(fixture('real-hey.csv'));
		const run = reading.ok ? reading.value.runs[0] : undefined;
		expect(run?.requests).toBe(300);
		expect(run?.meanMs?.toFixed(6)).toBe('1.185667');
		expect(run?.maxMs).toBe(5.7);
		expect(run?.durationS).toBe(3.003); // largest offset + response time
		expect(run?.achievedRps?.toFixed(6)).toBe('99.900100');
		// hey's rule takes the sorted row 300·p/100, counted from 0: rows 150, 270, 285, 297.
		expect(run?.latencyMs.p50).toBe(0.9);
		expect(run?.latencyMs.p90).toBe(2.2);
		expect(run?.latencyMs.p95).toBe(3.6);
		expect(run?.latencyMs.p99).toBe(5.3);
		expect(run?.errors).toBeUndefined();
	});

	it('states no rate for an older file without the offset column', () => {
		const old =
			'response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read\n0.0010,0,0,0,0,0\n';
		const reading = readHeyCsv(old);
		const run = reading.ok ? reading.value.runs[0] : undefined;
		expect(run?.requests).toBe(1);
		expect(run?.achievedRps).toBeUndefined();
		expect(run?.durationS).toBeUndefined();
	});

	it('reads the printed summary of a real run: 98.1971/s, average 1.9 ms, 1385 replies of 1 KiB', () => {
		const reading = readHeyText(fixture('real-hey-direct-100.txt'));
		const run = reading.ok ? reading.value.runs[0] : undefined;
		expect(run).toMatchObject({
			achievedRps: 98.1971,
			durationS: 14.1043,
			requests: 1385,
			errors: 0
		});
		expect(run?.payloadKiB).toBe(1);
		expect(run?.meanMs).toBe(1.9);
		expect(run?.latencyMs.p95).toBe(4.3);
	});

	it('counts 20 of 20 refused connections as errors and gives no latency', () => {
		const reading = readHeyText(fixture('real-hey-refused.txt'));
		const run = reading.ok ? reading.value.runs[0] : undefined;
		expect(run).toMatchObject({ requests: 20, errors: 20 });
		expect(run?.meanMs).toBeUndefined();
		expect(run?.maxMs).toBeUndefined();
	});

	it('passes over a row that is not a number and says so', () => {
		const csv =
			'response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read\nabc\n0.5\n';
		const reading = readHeyCsv(csv);
		expect(
			reading.ok && reading.value.notes.some((note) => note.message.startsWith('1 rows'))
		).toBe(true);
	});
});
