import { describe, expect, it } from 'vitest';
import { fixture } from '../../tests/intake/fixture.ts';
import { fakeIo, type FakeIo } from './fake-io.ts';
import { runCommand } from './run.ts';

const files = (...names: readonly string[]): Record<string, string> =>
	Object.fromEntries(names.map((name) => [name, fixture(name)]));

async function run(argv: readonly string[], given: Readonly<Record<string, string>>) {
	const io = fakeIo(given);
	return { code: await runCommand(['import', ...argv], io), io };
}

const answerOf = (io: FakeIo): Record<string, unknown> => JSON.parse(io.answer());

/** Ten runs of Fortio: five rates without a mesh and with Linkerd, and what kubectl top saw. */
function benchmark(): Record<string, string> {
	const out: Record<string, string> = {};
	for (const rps of [50, 100, 200, 400, 800]) {
		for (const side of ['baseline', 'linkerd']) {
			out[`${side}-${rps}.json`] = JSON.stringify({
				RunType: 'HTTP',
				StartTime: '2026-11-20T10:00:00Z',
				RequestedQPS: String(rps),
				ActualQPS: rps,
				ActualDuration: 120e9,
				NumThreads: 8,
				Version: '1.60.3',
				DurationHistogram: {
					Count: rps * 120,
					Avg: 0.002,
					Percentiles: [{ Percentile: 50, Value: side === 'linkerd' ? 0.0024 : 0.002 }]
				},
				RetCodes: { 200: rps * 120 }
			});
		}
		// 2 m idle, and 0.3 m for each request/s to the power of 0.8, stated at 1000/s.
		const milli = 2 + 300 * (rps / 1000) ** 0.8;
		out[`linkerd-${rps}-top.txt`] =
			`POD NAME CPU(cores) MEMORY(bytes)\nweb-1 linkerd-proxy ${milli.toFixed(0)}m 20Mi\n`;
	}
	return out;
}

describe('meshup import', () => {
	it('prints the plan of a cluster and nothing else, and tells what was found on the side', async () => {
		const { code, io } = await run(
			['pods.json', 'nodes.json', 'services.json'],
			files('pods.json', 'nodes.json', 'services.json')
		);
		expect(answerOf(io)).toMatchObject({
			workload: { services: { value: 3 }, azs: { value: 2 } },
			platform: { cloud: 'aws', region: 'eu-west-1', nodeType: 'm6i.2xlarge' }
		});
		expect(io.said).toContain('Nodes: 2 of 2 kinds');
		expect(io.said.some((line) => /^Pods: 2 × hostNetwork/.test(line))).toBe(true);
		// One pod of the fixture asks for a unit that does not exist: named, left out, and told again.
		expect(io.said.some((line) => /^ {2}Cluster: .*"\S+".*allowed/i.test(line))).toBe(true);
		expect(io.said.at(-1)).toBe('1 pod could not be read, see above.');
		expect(code).toBe(2);
	});

	it('notes at each number who counted it, when, and in which file', async () => {
		const { io } = await run(['services.json'], files('services.json'));
		expect(answerOf(io)['workload']).toMatchObject({
			services: {
				value: 3,
				note: expect.stringMatching(/^counted by you, 2026-11-24, file [\da-f]{12}$/)
			}
		});
	});

	it('names a broken file and one that is not there, uses the rest and ends with 2', async () => {
		const { code, io } = await run(['services.json', 'half.json', 'no.json'], {
			...files('services.json'),
			'half.json': fixture('fortio-1.3.json').slice(0, 900)
		});
		expect(code).toBe(2);
		expect(answerOf(io)['workload']).toMatchObject({ services: { value: 3 } });
		expect(io.said).toContain('no.json: there is no such file.');
		expect(io.said).toContain('half.json was not read whole, see above.');
		expect(io.said.some((line) => /half\.json: .*cut off/.test(line))).toBe(true);
	});

	it('names the command for what MeshUp itself writes, in place of "not recognised"', async () => {
		const said = async (name: string, text: string): Promise<readonly string[]> => {
			const { code, io } = await run([name], { [name]: text });
			expect(code).toBe(2);
			return io.said;
		};
		const plan = await said('mine.json', '{"version":1,"workload":{"pods":120}}');
		expect(plan).toContain(
			'  mine.json: This file is a plan of MeshUp. It is opened, not imported.'
		);
		expect(plan.at(-1)).toBe(
			'mine.json is a plan: meshup estimate mine.json answers it; --plan mine.json beside other files adds what they say.'
		);
		const report = '{"version":1,"modelVersion":"1","dataVersion":"2","plan":{}}';
		expect((await said('r.json', report)).at(-1)).toMatch(/^r\.json is a report: .*"plan"\.$/);
		const record = '{"time":{},"workload":{},"mesh":{"kind":"none"}}';
		expect((await said('i.json', record)).at(-1)).toMatch(/: meshup model i\.json answers it\.$/);
		const rates = '{"base":"EUR","date":"2026-11-20","source":"Bank","rates":{"USD":"1.1"}}';
		expect((await said('b.json', rates)).at(-1)).toMatch(/--rates b\.json takes them\.$/);
	});

	it('reads standard input, and puts what it says into a plan', async () => {
		const { code, io } = await run(['-', '--plan', 'plan.json'], {
			'-': fixture('services.json'),
			'plan.json': '{"name":"Ours","workload":{"edgeRps":50}}'
		});
		expect(code).toBe(0);
		expect(answerOf(io)).toMatchObject({
			name: 'Ours',
			workload: { edgeRps: 50, services: { value: 3 } }
		});
	});

	it('fits a sweep, and puts the coefficients into the plan only when asked', async () => {
		const given = benchmark();
		const without = await run(Object.keys(given), given);
		expect(answerOf(without.io)).toEqual({});
		expect(
			without.io.said.some((line) => /^Sweep linkerd, Fortio.*5 runs, 5 of them/.test(line))
		).toBe(true);
		const { io, code } = await run([...Object.keys(given), '--with-fits'], given);
		expect(code).toBe(0);
		const own = (
			answerOf(io)['overrides'] as Record<string, Record<string, { value: number; note: string }>>
		)['linkerd'];
		// 2.4 ms with the mesh less 2 ms without, at every rate.
		expect(own?.['latency.hopP50Ms']?.value).toBe(0.4);
		expect(own?.['mesh.proxy.c1']?.note).toMatch(/^measured by you, 2026-11-20, files /);
		expect(own?.['mesh.proxy.c1']?.value).toBeGreaterThan(0.00029);
		expect(own?.['mesh.proxy.c1']?.value).toBeLessThan(0.00032);
	});

	it('fits memory to snapshots whose names say what the proxies held: 30 MiB and 102.4 KiB', async () => {
		const top = (mib: number): string =>
			`POD NAME CPU(cores) MEMORY(bytes)\na-1 istio-proxy 2m ${mib}Mi\n`;
		const given = {
			'idle-100-clusters.txt': top(40),
			'idle-300-clusters.txt': top(60),
			'idle-700-clusters.txt': top(100)
		};
		const { io } = await run([...Object.keys(given), '--with-fits'], given);
		expect(io.said.some((line) => line.startsWith('Memory istio-sidecar: m0 30 '))).toBe(true);
		expect(answerOf(io)['overrides']).toMatchObject({
			'istio-sidecar': {
				'mesh.proxy.m0': { value: 30 },
				'mesh.proxy.aServiceKiB': { value: 102.4 }
			}
		});
		const unnamed = { 'a.txt': top(40), 'b.txt': top(60) };
		const asked = await run(Object.keys(unnamed), unnamed);
		expect(asked.io.said.some((line) => /^Memory istio-sidecar: .*a\.txt, b\.txt/.test(line))).toBe(
			true
		);
	});

	it('tells checks by their code and derived figures by their origin, as JSON too', async () => {
		const given = files(
			'real-hey-direct-50.txt',
			'real-hey-proxied-50.txt',
			'nodes.json',
			'pods.json'
		);
		const named = {
			'baseline.txt': given['real-hey-direct-50.txt'] ?? '',
			'istio.txt': given['real-hey-proxied-50.txt'] ?? '',
			'pods.json': given['pods.json'] ?? '',
			'nodes.json': given['nodes.json'] ?? ''
		};
		const { io } = await run([...Object.keys(named), '--json'], named);
		const answer = answerOf(io) as unknown as {
			files: { file: string; kind: string }[];
			sweeps: { findings: { code: string }[] }[];
			derived: { id: string; from?: string }[];
			pods: { counted: number };
		};
		expect(answer.files.map(({ kind }) => kind)).toEqual([
			'hey-text',
			'hey-text',
			'kube-json',
			'kube-json'
		]);
		expect(answer.sweeps[0]?.findings.map(({ code }) => code)).toEqual(
			expect.arrayContaining(['CLOSED_LOOP', 'NO_WARMUP', 'NO_RESOURCE_USE'])
		);
		expect(answer.derived.find(({ id }) => id === 'packing')?.from).toMatch(/Requests of/);
		expect(answer.pods.counted).toBe(10);
		expect(io.said.some((line) => line.startsWith('  CLOSED_LOOP istio.txt: hey waits'))).toBe(
			true
		);
	});

	it('hides names when asked, the same way for the same salt', async () => {
		const argv = ['pods.json', '--hash-names', '--salt', 'ours'];
		const first = await run(argv, files('pods.json'));
		const second = await run(argv, files('pods.json'));
		expect(first.io.answer()).toBe(second.io.answer());
		expect(first.io.answer()).not.toContain('shop');
		expect(first.io.answer()).toMatch(/"id": "n-[\da-f]{10}\/n-[\da-f]{10}"/);
	});

	it.each([
		[[], /^Name the files to read/],
		[['a', '--estate', 'ecs'], /^--estate: "ecs" is not one of kubernetes, tasks/],
		[['a', '--salt', 'x'], /^--salt: A salt has no effect/],
		[['-', '-'], /^Standard input can be read only once/],
		[['a', '--format', 'x'], /^There is no option "--format" here/]
	])('refuses %j with a sentence', async (argv, sentence) => {
		const { code, io } = await run(argv, { a: '' });
		expect(code).toBe(2);
		expect(io.answer()).toBe('');
		expect(io.said[0]).toMatch(sentence);
	});

	it('gives the plan of the tasks where the files hold both', async () => {
		const names = [
			'ecs-services.json',
			'ecs-task-web.json',
			'ecs-task-worker.json',
			'services.json'
		];
		const both = await run(names, files(...names));
		expect(both.io.said.some((line) => /--estate tasks gives the other/.test(line))).toBe(true);
		const tasks = await run([...names, '--estate', 'tasks'], files(...names));
		expect(answerOf(tasks.io)['platform']).toMatchObject({ cloud: 'aws' });
		expect(answerOf(tasks.io)['migration']).toEqual({ from: 'app-mesh' });
	});
});
