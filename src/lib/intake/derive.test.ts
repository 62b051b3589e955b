import { describe, expect, it } from 'vitest';
import { fixture } from '../../../tests/intake/fixture.ts';
import { peakFactor, requestsToUse } from './derive.ts';
import { readFiles } from './intake.ts';
import type { Series } from './prometheus.ts';
import { textFile } from './source-file.ts';

function series(values: readonly number[]): Series {
	return { labels: new Map(), times: values.map((_, i) => i * 300), values, skipped: 0 };
}

describe('peakFactor', () => {
	it('gives 1.96 for rates 1 to 101: 99th percentile 100 over mean 51', () => {
		// Type 7: place (101 − 1) · 0.99 = 99, the hundredth value, 100. 100 / 51 = 1.9607…
		const rates = Array.from({ length: 101 }, (_, i) => i + 1);
		expect(peakFactor([series(rates)])).toMatchObject({ value: 100 / 51 });
	});

	it('adds series moment by moment: two opposite ones have no peak', () => {
		const up = Array.from({ length: 200 }, (_, i) => i);
		expect(peakFactor([series(up), series(up.map((rate) => 199 - rate))])).toMatchObject({
			value: 1
		});
	});

	it('refuses 99 moments, and a rate of 0', () => {
		expect(peakFactor([series(Array(99).fill(1))])).toMatchObject({ missing: 'not-measured' });
		expect(peakFactor([series(Array(200).fill(0))])).toMatchObject({ missing: 'not-measured' });
	});
});

describe('requestsToUse', () => {
	it('divides what proxies request by what they were seen to use, and says from what', async () => {
		const { inventory, uses } = await readFiles([
			textFile('pods.json', fixture('pods.json')),
			textFile('top.txt', fixture('kubectl-top.txt'))
		]);
		const { cpu, memory } = requestsToUse(inventory, uses, 'proxies');
		// Use was seen in shop and kube-system. Requested there: web 2 × 0.1 and cart 0.1 = 0.3 cores,
		// 3 × 128 = 384 MiB. Used by two istio-proxy: 0.014 + 0 cores, 58 + 50 MiB.
		expect('value' in cpu && cpu.value.toFixed(6)).toBe((0.3 / 0.014).toFixed(6));
		expect(memory).toMatchObject({ value: 384 / 108 });
		expect(cpu).toHaveProperty('from', '0.3000 cores requested over 0.01400 used by 2 containers');
	});

	it('asks for kubectl top where no use was seen', async () => {
		const { inventory } = await readFiles([textFile('pods.json', fixture('pods.json'))]);
		expect(requestsToUse(inventory, [], 'applications').cpu).toMatchObject({
			missing: 'not-measured'
		});
	});
});
