import { bench, describe, expect } from 'vitest';
import { readFiles } from '../../src/lib/intake/intake.ts';
import { textFile } from '../../src/lib/intake/source-file.ts';
import { manyPods, recount } from '../intake/many-pods.ts';

const PODS = 20_000;
const text = manyPods(PODS);
const source = textFile('pods.json', text);

/** Bytes of memory in use, highest while reading; the list itself is held before. */
let peak = 0;

describe(`${(text.length / 1e6).toFixed(1)} MB of kubectl get pods, ${PODS} pods (5 s, 300 MB)`, () => {
	bench(
		'read',
		async () => {
			const { inventory } = await readFiles([source], {
				onProgress: () => {
					peak = Math.max(peak, process.memoryUsage().rss);
				}
			});
			expect(inventory.podsCounted).toBe(recount(PODS).running);
		},
		{
			iterations: 5,
			time: 0,
			warmupIterations: 1,
			teardown: () => {
				process.stdout.write(`most memory: ${(peak / 1e6).toFixed(0)} MB\n`);
			}
		}
	);
});
