import { describe, expect, it } from 'vitest';
import { fixture } from '../../../tests/intake/fixture.ts';
import { readFiles } from './intake.ts';
import { textFile } from './source-file.ts';
import { summaryLines } from './summary.ts';

describe('summaryLines', () => {
	it('says what was found, what was skipped and why, and whence a derived figure is', async () => {
		const names = ['pods.json', 'nodes.json', 'services.json', 'manifests.yaml', 'wrk2.txt'];
		const result = await readFiles([
			...names.map((name) => textFile(name, fixture(name))),
			textFile('letter.txt', 'Dear all')
		]);
		const lines = summaryLines(result);
		for (const line of [
			`nodes.json: kube-json, ${fixture('nodes.json').length} bytes; 3 objects`,
			'wrk2.txt: wrk2, 1442 bytes; 1 load test',
			'  wrk2.txt: offeredRps: wrk2 does not print its -R rate: enter it.',
			'letter.txt: not recognised, 8 bytes; nothing used',
			'  letter.txt: This file matches none of the formats read here. It begins with "Dear all".',
			'Pods: 10 counted in 9 workloads',
			'Nodes: 2 of 2 kinds',
			'Services: 4 with 5 ports',
			'istio ztunnel: 1 pod of istio-system/ztunnel'
		])
			expect(lines).toContain(line);
		expect(
			lines.some((line) =>
				line.startsWith('Share of a node that is really requested: 0.2999 (Requests of')
			)
		).toBe(true);
		expect(
			lines.some((line) => /^Pods: 2 × hostNetwork: uses the network of its node/.test(line))
		).toBe(true);
		expect(lines.some((line) => /no kind SidecarInjectorConfig/.test(line))).toBe(true);
	});
});
