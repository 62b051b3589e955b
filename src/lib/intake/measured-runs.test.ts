import { describe, expect, it } from 'vitest';
import { readFiles } from './intake.ts';
import { measuredRuns } from './measured-runs.ts';
import { coresOf } from './checks.ts';
import { textFile } from './source-file.ts';

/** A result of Fortio that began at 10:00 and took 120 s. */
const fortio = (rps: number): string =>
	JSON.stringify({
		RunType: 'HTTP',
		StartTime: '2026-11-20T10:00:00Z',
		RequestedQPS: String(rps),
		ActualQPS: rps,
		ActualDuration: 120e9,
		DurationHistogram: { Count: rps * 120, Avg: 0.002, Percentiles: [] },
		RetCodes: { 200: rps * 120 }
	});

const top = (milli: number): string =>
	`POD NAME CPU(cores) MEMORY(bytes)\nweb-1 linkerd-proxy ${milli}m 20Mi\nweb-1 web 200m 300Mi\n`;

const TEN = Date.parse('2026-11-20T10:00:00Z') / 1000;
/** CPU of a sidecar: 1 core before the run, 0.2 while it runs. */
const series = JSON.stringify({
	status: 'success',
	data: {
		resultType: 'matrix',
		result: [
			{
				metric: { __name__: 'cpu', container: 'istio-proxy', pod: 'web-1' },
				values: [
					[TEN - 60, '1'],
					[TEN + 30, '0.1'],
					[TEN + 90, '0.3']
				]
			}
		]
	}
});

const read = (files: Readonly<Record<string, string>>) =>
	readFiles(Object.entries(files).map(([name, text]) => textFile(name, text)));

describe('runs with what other files know of them', () => {
	it('take the CPU that Prometheus saw between their start and end: the mean of 0.1 and 0.3', async () => {
		const [found] = measuredRuns(await read({ 'istio-100.json': fortio(100), 'cpu.json': series }));
		expect(found?.run.components).toMatchObject([
			{ name: 'istio-proxy', role: 'proxy', cpuCores: 0.2 }
		]);
		expect(found?.useFrom).toMatch(/Prometheus/);
	});

	it('take a snapshot whose name begins with theirs, at a border of the name', async () => {
		const found = measuredRuns(
			await read({
				'linkerd-10.json': fortio(10),
				'linkerd-100.json': fortio(100),
				'linkerd-100-top.txt': top(48)
			})
		);
		expect(found.map(({ run }) => coresOf(run, 'proxy'))).toEqual([undefined, 0.048]);
		expect(found.map(({ useFrom }) => useFrom)).toEqual([undefined, 'linkerd-100-top.txt']);
	});

	it('have the mesh of their name until somebody says another, or that they have none', async () => {
		const result = await read({ 'linkerd-10.json': fortio(10) });
		expect(measuredRuns(result)[0]).toMatchObject({ guessed: true, run: { mesh: 'linkerd' } });
		const said = measuredRuns(result, [['linkerd-10.json#0', 'consul']])[0];
		expect(said).toMatchObject({ guessed: false, run: { mesh: 'consul' } });
		expect(measuredRuns(result, [['linkerd-10.json#0', '']])[0]?.run.mesh).toBeUndefined();
	});
});
