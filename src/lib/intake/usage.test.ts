import { describe, expect, it } from 'vitest';
import { fixture, jsonFixture } from '../../../tests/intake/fixture.ts';
import { readKubectlTop } from './kubectl-top.ts';
import { readPodMetrics } from './pod-metrics.ts';
import { meanBetween, readPrometheus } from './prometheus.ts';

describe('kubectl top pods --containers', () => {
	it('reads 4 rows of 5, 51200Ki as 50 MiB, and names the pod of the fifth', () => {
		const reading = readKubectlTop(fixture('kubectl-top.txt'));
		if (!reading.ok) throw new Error('unread');
		expect(reading.value.uses).toHaveLength(4);
		expect(reading.value.uses[1]).toEqual({
			namespace: 'shop',
			pod: 'web-6d4b75cb6d-2xk4p',
			container: 'istio-proxy',
			cpuCores: 0.014,
			memMiB: 58
		});
		expect(reading.value.uses[3]).toMatchObject({ cpuCores: 0, memMiB: 50 });
		expect(reading.value.notes[0]).toMatchObject({ path: 'line 6' });
		expect(reading.value.notes[0]?.message).toMatch(/coredns.*"<unknown>"/);
	});

	it('reads the form without namespaces', () => {
		const reading = readKubectlTop(fixture('kubectl-top-one-namespace.txt'));
		expect(reading.ok && reading.value.uses[0]).toMatchObject({ cpuCores: 0.003, memMiB: 7 });
	});
});

describe('PodMetrics', () => {
	it('reads 12345678n, 4500u and 3m as cores and a bare byte count as 100 MiB', () => {
		const reading = readPodMetrics(jsonFixture('pod-metrics.json'));
		if (!reading.ok) throw new Error('unread');
		const cores = reading.value.uses.map((use) => use.cpuCores);
		expect(cores).toEqual([0.012345678, 0.0045, 0.003, undefined]);
		expect(reading.value.uses[0]?.memMiB).toBe(100);
		expect(reading.value.windowS).toBe(15.012);
		// An unknown unit is never 0: it is absent, and pod and field are named.
		expect(reading.value.notes.map((note) => note.path)).toEqual([
			'job-x containers[odd].usage.cpu',
			'job-x containers[odd].usage.memory'
		]);
	});
});

describe('Prometheus query_range', () => {
	it('keeps 2 of 6 values, counts 4 as left out and drops labels it does not use', () => {
		const reading = readPrometheus(jsonFixture('prometheus-gaps.json'));
		if (!reading.ok) throw new Error('unread');
		expect(reading.value.series).toHaveLength(1);
		expect(reading.value.series[0]?.values).toEqual([1.5, 2.5e-5]);
		// NaN, +Inf and -Inf of the first series and NaN of the second.
		expect(reading.value.notes[0]?.message).toMatch(/^4 values/);
		expect([...(reading.value.series[0]?.labels.keys() ?? [])]).toEqual([
			'__name__',
			'pod',
			'container',
			'namespace'
		]);
	});

	it('agrees with the counter read at both ends: the real proxy used 0.115 cores at 800 rps', () => {
		const reading = readPrometheus(jsonFixture('real-prometheus-cpu.json'));
		if (!reading.ok) throw new Error('unread');
		const proxy = reading.value.series.find((one) => one.labels.get('container') === 'proxy');
		if (!proxy) throw new Error('no proxy');
		// Window of the last run of real-windows.json. process_cpu_seconds_total itself rose by
		// 0.11539 cores there; the 5 s rates average 4 % above it, as the window starts in the ramp.
		const mean = meanBetween(proxy, { fromS: 1795530668.8, toS: 1795530677.8 });
		expect(Math.abs((mean ?? 0) / 0.115389 - 1)).toBeLessThan(0.05);
	});

	it('passes the error message of Prometheus on', () => {
		const reading = readPrometheus({ status: 'error', error: 'query timed out' });
		expect(reading.ok ? '' : reading.errors[0]?.message).toContain('query timed out');
	});
});
