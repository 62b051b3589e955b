import { describe, expect, it } from 'vitest';
import { fixture, jsonFixture } from '../../../tests/intake/fixture.ts';
import { readTaskDefinition } from './ecs.ts';
import { readFiles, type IntakeResult } from './intake.ts';
import { textFile } from './source-file.ts';

const read = (...names: readonly string[]): Promise<IntakeResult> =>
	readFiles(names.map((name) => textFile(name, fixture(name))));

const ESTATE = [
	'ecs-services.json',
	'ecs-task-web.json',
	'ecs-task-worker.json',
	'appmesh-virtual-nodes.json'
] as const;

describe('ECS', () => {
	it('makes one group a family: 6 + 2 Fargate tasks of web and 4 of worker on EC2', async () => {
		const { tasks } = await read(...ESTATE);
		expect(tasks?.groups).toEqual([
			{
				id: 'web',
				tasks: 8,
				runtime: 'fargate',
				// 1024 − 256 units = 0.75 core, 2048 − 512 MiB: with the proxy it is today's size again.
				app: { cpu: 0.75, memMiB: 1536 },
				proxy: { cpu: 0.25, memMiB: 512 },
				serviceConnect: false
			},
			{
				id: 'worker',
				tasks: 4,
				runtime: 'k8s',
				// No task size: 512 units + 0.125 vCPU, reservations 1024 + 256 MiB.
				app: { cpu: 0.625, memMiB: 1280 },
				proxy: undefined,
				serviceConnect: true
			}
		]);
	});

	it('counts 3 virtual nodes as services and 2048/1280 = 1.6 as memory factor', async () => {
		const { tasks } = await read(...ESTATE);
		expect(tasks?.services).toMatchObject({ value: 3 });
		expect(tasks?.appMemFactor).toMatchObject({ value: 1.6 });
		expect(tasks?.problems).toEqual([]);
	});

	it('keeps no role, secret or environment', async () => {
		const kept = JSON.stringify(await read(...ESTATE));
		for (const word of ['hunter2', 'arn:', 'secret-role', '123456789012'])
			expect(kept).not.toContain(word);
	});

	it('names a family whose definition is not there', async () => {
		const { tasks } = await read('ecs-services.json', 'ecs-task-web.json');
		expect(tasks?.problems.map((problem) => problem.path)).toEqual(['worker']);
	});

	it('reads "1 vCPU" and "2 GB", and names the field of "2 TB"', () => {
		const task = (memory: string): unknown => ({
			family: 'a',
			cpu: '1 vCPU',
			memory,
			containerDefinitions: [{ name: 'x' }]
		});
		expect(readTaskDefinition(task('2 GB'))).toMatchObject({ value: { cpu: 1, memMiB: 2048 } });
		const odd = readTaskDefinition(task('2 TB'));
		expect(odd.ok ? '' : odd.errors[0]?.message).toMatch(/^a memory is "2 TB"/);
	});

	it('falls back on the image when no proxyConfiguration names Envoy', () => {
		const task = JSON.parse(JSON.stringify(jsonFixture('ecs-task-web.json')));
		delete task.taskDefinition.proxyConfiguration;
		const read = readTaskDefinition(task);
		expect(read.ok && read.value.appMesh).toBe(true);
	});
});

describe('Helm values', () => {
	it.each([
		['helm-istio.yaml', 'istio', { 'mesh.proxy.cpuReq': 0.05, 'mesh.proxy.memReqMiB': 96 }],
		['helm-istio.yaml', 'istio', { 'controlPlane.pods': 2, 'observability.traceSampling': 0.05 }],
		['helm-linkerd.yaml', 'linkerd', { 'mesh.proxy.cpuReq': 0.1, 'controlPlane.pods': 3 }],
		['helm-consul.yaml', 'consul', { 'mesh.proxy.memReqMiB': 100, 'controlPlane.memMiB': 8192 }],
		['helm-app-mesh.yaml', 'app-mesh', { 'mesh.proxy.cpuReq': 0.01, 'controlPlane.pods': 1 }]
	])('reads %s as values of the %s chart', async (file, chart, figures) => {
		const { helm } = await read(file);
		expect(helm[0]?.chart).toBe(chart);
		const found = new Map(helm[0]?.figures.map((one) => [one.input, one.value]));
		for (const [input, value] of Object.entries(figures)) expect(found.get(input)).toBe(value);
	});

	it('names the key of "32 Mi", which Kubernetes would refuse as well', async () => {
		const { helm } = await read('helm-app-mesh.yaml');
		expect(helm[0]?.notes[0]?.path).toBe('Helm values sidecar.resources.requests.memory');
	});
});
