import { describe, expect, it } from 'vitest';
import { countInName, idleSnapshots } from './idle-snapshots.ts';
import { readFiles, type IntakeResult } from './intake.ts';
import { memorySlopes } from './memory.ts';
import { measuredRuns } from './measured-runs.ts';
import { isMissing } from './parsed.ts';
import { proposeMemory } from './propose/from-memory.ts';
import { applyProposals } from './propose/apply.ts';
import { textFile } from './source-file.ts';

/** kubectl top with two proxies whose memory differs by 2 MiB about the mean, and an application. */
const top = (container: string, meanMiB: number): string =>
	`POD NAME CPU(cores) MEMORY(bytes)\n` +
	`a-1 ${container} 2m ${meanMiB - 1}Mi\n` +
	`b-1 ${container} 2m ${meanMiB + 1}Mi\n` +
	`b-1 web 2m 300Mi\n`;

const read = (files: Readonly<Record<string, string>>): Promise<IntakeResult> =>
	readFiles(Object.entries(files).map(([name, text]) => textFile(name, text)));

/** 40 MiB idle and 51.2 KiB a cluster: 50, 60 and 90 MiB at 200, 400 and 1000. */
const ISTIO = {
	'idle-200-clusters.txt': top('istio-proxy', 50),
	'idle-400-clusters.txt': top('istio-proxy', 60),
	'idle-1000-clusters.txt': top('istio-proxy', 90)
};

describe('snapshots without traffic', () => {
	it.each([
		['idle-200-clusters-top.txt', 200],
		['svc50.json', 50],
		['services_1200.txt', 1200],
		['istio-40-endpoints', 40],
		['pods-2026-11-20.txt', undefined],
		['top.txt', undefined]
	])('of the name %s hold %s', (name, count) => {
		expect(countInName(name)).toBe(count);
	});

	it('give the mean of the proxies of each mesh, and leave applications out', async () => {
		const result = await read({ 'idle-200-clusters.txt': top('istio-proxy', 50) });
		expect(idleSnapshots(result, [])).toEqual([
			{
				key: 'idle-200-clusters.txt#istio-sidecar',
				file: 'idle-200-clusters.txt',
				mesh: 'istio-sidecar',
				proxies: 2,
				memMiB: 50,
				count: 200,
				guessed: true
			}
		]);
	});

	it('are none where a run took the snapshot for its own', async () => {
		const fortio = JSON.stringify({
			RunType: 'HTTP',
			RequestedQPS: '100',
			ActualQPS: 100,
			ActualDuration: 120e9,
			DurationHistogram: { Count: 12_000, Avg: 0.002, Percentiles: [] },
			RetCodes: { 200: 12_000 }
		});
		const result = await read({
			'istio-100.json': fortio,
			'istio-100-top.txt': top('istio-proxy', 50)
		});
		expect(idleSnapshots(result, measuredRuns(result))).toEqual([]);
	});

	it('take what a person says over what the name says, and leave out what has no count', async () => {
		const result = await read(ISTIO);
		const [first, second] = idleSnapshots(
			result,
			[],
			[
				['idle-200-clusters.txt#istio-sidecar', 210],
				['idle-400-clusters.txt#istio-sidecar', undefined]
			]
		);
		expect(first).toMatchObject({ count: 210, guessed: false });
		expect(second).toMatchObject({ count: undefined, guessed: false });
	});
});

describe('the slope of memory', () => {
	it('is 40 MiB and 51.2 KiB a cluster for 50, 60 and 90 MiB at 200, 400 and 1000', async () => {
		const [slope] = memorySlopes(idleSnapshots(await read(ISTIO), []));
		expect(slope).toMatchObject({ mesh: 'istio-sidecar', varied: 'clusters', usable: true });
		if (!slope || isMissing(slope.fit)) throw new Error('no fit');
		expect(slope.fit.m0MiB.value).toBeCloseTo(40, 9);
		expect(slope.fit.slopeKiB.value).toBeCloseTo(51.2, 9);
		expect(slope.fit.at(600)).toBeCloseTo(70, 9);
	});

	it('is asked for, not guessed, where fewer than three sizes are known', async () => {
		const snapshots = idleSnapshots(
			await read({ 'one.txt': top('linkerd-proxy', 6), 'two.txt': top('linkerd-proxy', 9) }),
			[]
		);
		const [slope] = memorySlopes(snapshots);
		expect(slope).toMatchObject({ mesh: 'linkerd', varied: 'endpoints', usable: false });
		expect(slope && isMissing(slope.fit) && slope.fit.reason).toMatch(/at least 3/);
	});

	it('needs two snapshots: a lone look at a cluster is no series', async () => {
		const snapshots = idleSnapshots(await read({ 'top.txt': top('istio-proxy', 50) }), []);
		expect(memorySlopes(snapshots)).toEqual([]);
	});

	it('is shown and not used where the line explains less than nine tenths', async () => {
		// x 100, 200, 300; y 50, 90, 60: Sxx 20000, Sxy 1000, Syy 866.67; R² = 1000²/(20000·866.67) = 0.058.
		const snapshots = idleSnapshots(
			await read({
				'100-clusters.txt': top('istio-proxy', 50),
				'200-clusters.txt': top('istio-proxy', 90),
				'300-clusters.txt': top('istio-proxy', 60)
			}),
			[]
		);
		const [slope] = memorySlopes(snapshots);
		if (!slope || isMissing(slope.fit)) throw new Error('no fit');
		expect(slope.fit.r2).toBeCloseTo(0.0577, 4);
		expect(slope.usable).toBe(false);
	});
});

describe('what it proposes', () => {
	it('is nothing where the line meets size 0 at no memory: half a line is nobody’s measurement', async () => {
		// 10, 20 and 30 MiB at 200, 400 and 600: 51.2 KiB a cluster through the origin.
		const result = await read({
			'200-clusters.txt': top('istio-proxy', 10),
			'400-clusters.txt': top('istio-proxy', 20),
			'600-clusters.txt': top('istio-proxy', 30)
		});
		const snapshots = idleSnapshots(result, []);
		expect(memorySlopes(snapshots)[0]).toMatchObject({
			usable: false,
			why: expect.stringMatching(/no memory/)
		});
		expect(proposeMemory(result, snapshots, '2026-11-24')).toEqual([]);
	});

	it('is m0 and KiB a cluster as overrides of the mesh, measured, with day and hashes', async () => {
		const result = await read(ISTIO);
		const proposals = proposeMemory(result, idleSnapshots(result, []), '2026-11-24');
		const { plan, refused } = applyProposals({}, proposals);
		expect(refused).toEqual([]);
		expect(plan.overrides?.['istio-sidecar']).toMatchObject({
			'mesh.proxy.m0': {
				value: 40,
				note: expect.stringMatching(/^measured by you, 2026-11-24, files/)
			},
			'mesh.proxy.aServiceKiB': { value: 51.2 }
		});
	});

	it('is endpoints where somebody says that these were varied', async () => {
		const result = await read(ISTIO);
		const proposals = proposeMemory(result, idleSnapshots(result, []), '2026-11-24', [
			['istio-sidecar', 'endpoints']
		]);
		expect(proposals.map(({ path }) => path.at(-1))).toEqual([
			'mesh.proxy.m0',
			'mesh.proxy.aEndpointKiB'
		]);
	});

	it('is memory of the tunnel of a node for ztunnel', async () => {
		const result = await read({
			'100-endpoints.txt': top('ztunnel', 13),
			'200-endpoints.txt': top('ztunnel', 14),
			'400-endpoints.txt': top('ztunnel', 16)
		});
		const proposals = proposeMemory(result, idleSnapshots(result, []), '2026-11-24');
		// 12 MiB and a hundredth of a MiB, 10.24 KiB, an endpoint.
		expect(proposals.map(({ path, value }) => [path.at(-1), value])).toMatchObject([
			['mesh.ztunnel.m0', { value: 12 }],
			['mesh.ztunnel.aEndpointKiB', { value: 10.24 }]
		]);
	});
});
