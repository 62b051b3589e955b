import { describe, expect, it } from 'vitest';
import { readFiles } from './intake.ts';
import type { SourceFile } from './source-file.ts';

const PODS = 20_000;
const FILLER = 'x'.repeat(800);

/** One pod of about 1.6 KB as kubectl prints it; pod i asks (100 + i mod 7) m and 64 + i mod 5 Mi. */
function podText(index: number): string {
	const workload = `app-${index % 400}`;
	return JSON.stringify({
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: {
			name: `${workload}-6d4b75cb6d-${index}`,
			namespace: `team-${index % 40}`,
			labels: { app: workload, 'pod-template-hash': '6d4b75cb6d' },
			annotations: { note: `brackets ]}[{ and \\"quotes\\" ${FILLER}` },
			ownerReferences: [{ kind: 'ReplicaSet', name: `${workload}-6d4b75cb6d`, controller: true }]
		},
		spec: {
			nodeName: `node-${index % 500}`,
			containers: [
				{
					name: 'app',
					image: 'a:1',
					env: [{ name: 'A', value: FILLER.slice(0, 200) }],
					resources: {
						requests: { cpu: `${100 + (index % 7)}m`, memory: `${64 + (index % 5)}Mi` }
					}
				},
				{
					name: 'istio-proxy',
					image: 'proxyv2',
					resources: { requests: { cpu: '10m', memory: '40Mi' } }
				}
			]
		},
		status: { phase: index % 50 === 0 ? 'Succeeded' : 'Running' }
	});
}

function bigFile(): SourceFile {
	async function* chunks(): AsyncGenerator<Uint8Array> {
		const encoder = new TextEncoder();
		yield encoder.encode('{"apiVersion":"v1","items":[');
		for (let from = 0; from < PODS; from += 40) {
			const part = Array.from({ length: 40 }, (_, i) => podText(from + i)).join(',');
			yield encoder.encode(from === 0 ? part : `,${part}`);
			await Promise.resolve();
		}
		yield encoder.encode('],"kind":"List","metadata":{"resourceVersion":""}}');
	}
	return { name: 'pods.json', chunks };
}

describe('a list of 20,000 pods', () => {
	it('gives the sums of a plain re-count of its 30 MB in at most 5 s and 300 MB', async () => {
		let cpu = 0;
		let mem = 0;
		let running = 0;
		for (let index = 0; index < PODS; index++) {
			if (index % 50 === 0) continue;
			running++;
			cpu += 100 + (index % 7);
			mem += 64 + (index % 5);
		}
		let peak = 0;
		const started = process.cpuUsage();
		const { inventory, files } = await readFiles([bigFile()], {
			onProgress: () => {
				peak = Math.max(peak, process.memoryUsage().rss);
			}
		});
		// Processor time, so that a busy machine changes nothing; it holds making the file as well.
		const { user, system } = process.cpuUsage(started);
		const seconds = (user + system) / 1e6;
		expect(files[0]?.bytes).toBeGreaterThan(31_457_279);
		expect(inventory.podsCounted).toBe(running);
		expect(inventory.skipped).toMatchObject([{ reason: 'finished', count: PODS - running }]);
		const sum = (of: 'cpu' | 'memMiB'): number =>
			inventory.groups.reduce((total, group) => total + (group.app[of] ?? 0) * group.pods, 0);
		expect(Math.round(sum('cpu') * 1000)).toBe(cpu);
		expect(Math.round(sum('memMiB'))).toBe(mem);
		expect(inventory.groups.reduce((total, group) => total + (group.proxy?.pods ?? 0), 0)).toBe(
			running
		);
		expect(seconds).toBeLessThan(5);
		expect(peak / 1e6).toBeLessThan(300);
	}, 30_000);

	it('stops at once when cancelled after the first megabyte', async () => {
		const control = new AbortController();
		let last = 0;
		const { files, cancelled } = await readFiles([bigFile()], {
			signal: control.signal,
			onProgress: ({ bytes }) => {
				last = bytes;
				if (bytes > 1e6) control.abort();
			}
		});
		expect(cancelled).toBe(true);
		expect(files[0]?.cancelled).toBe(true);
		expect(last).toBeLessThan(1.2e6);
	});
});
