import { describe, expect, it } from 'vitest';
import { podText, recount } from '../../../tests/intake/many-pods.ts';
import { readFiles } from './intake.ts';
import type { SourceFile } from './source-file.ts';

/** The list in pieces that end in the middle of a pod, and never whole in memory. */
function bigFile(pods: number): SourceFile {
	async function* chunks(): AsyncGenerator<Uint8Array> {
		const encoder = new TextEncoder();
		yield encoder.encode('{"apiVersion":"v1","items":[');
		for (let index = 0; index < pods; index++) {
			const text = podText(index);
			yield encoder.encode(`${index === 0 ? '' : ','}${text.slice(0, 700)}`);
			yield encoder.encode(text.slice(700));
			await Promise.resolve();
		}
		yield encoder.encode('],"kind":"List","metadata":{"resourceVersion":""}}');
	}
	return { name: 'pods.json', chunks };
}

describe('a list of 2,000 pods', () => {
	// 20,000 pods, 5 s and 300 MB: tests/bench/import.bench.ts.
	it('gives the sums of a plain re-count', async () => {
		const { inventory } = await readFiles([bigFile(2000)]);
		const { running, milliCpu, memMiB } = recount(2000);
		expect(inventory.podsCounted).toBe(running);
		expect(inventory.skipped).toMatchObject([{ reason: 'finished', count: 2000 - running }]);
		const sum = (of: 'cpu' | 'memMiB'): number =>
			inventory.groups.reduce((total, group) => total + (group.app[of] ?? 0) * group.pods, 0);
		expect(Math.round(sum('cpu') * 1000)).toBe(milliCpu);
		expect(Math.round(sum('memMiB'))).toBe(memMiB);
		expect(inventory.groups.reduce((total, group) => total + (group.proxy?.pods ?? 0), 0)).toBe(
			running
		);
	});

	it('stops at once when cancelled after the first megabyte', async () => {
		const control = new AbortController();
		let last = 0;
		const { files, cancelled } = await readFiles([bigFile(2000)], {
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
