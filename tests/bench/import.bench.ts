import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, bench, describe, expect } from 'vitest';
import { readFiles } from '../../src/lib/intake/intake.ts';
import { manyPods, recount } from '../intake/many-pods.ts';

const PODS = 20_000;
const folder = await mkdtemp(join(tmpdir(), 'meshup-'));
const file = join(folder, 'pods.json');
await writeFile(file, manyPods(PODS));
afterAll(() => rm(folder, { recursive: true }));

let peakBytes = 0;
let cpuMs: number[] = [];

async function read(): Promise<void> {
	const started = process.cpuUsage();
	const { inventory } = await readFiles(
		[{ name: 'pods.json', chunks: () => createReadStream(file) }],
		{
			onProgress: () => {
				peakBytes = Math.max(peakBytes, process.memoryUsage().rss);
			}
		}
	);
	const { user, system } = process.cpuUsage(started);
	cpuMs = [...cpuMs, (user + system) / 1000];
	expect(inventory.podsCounted).toBe(recount(PODS).running);
}

/** Processor time tells more than the clock where the machine does other things as well. */
function tell(): void {
	const [least = 0] = cpuMs.toSorted((a, b) => a - b);
	const memory = `${(peakBytes / 1e6).toFixed(0)} MB in this process, the test runner included`;
	process.stdout.write(`processor: ${least.toFixed(0)} ms at least; memory: ${memory}\n`);
}

describe(`kubectl get pods -o json, 32 MB, ${PODS} pods (allowed: 5 s, 300 MB)`, () => {
	bench('read', read, { iterations: 3, time: 0, warmupIterations: 1, teardown: tell });
});
