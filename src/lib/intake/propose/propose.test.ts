import { describe, expect, it } from 'vitest';
import { fixture } from '../../../../tests/intake/fixture.ts';
import { analyse } from '../analyse.ts';
import { readFiles, type IntakeResult } from '../intake.ts';
import type { Group, Inventory } from '../inventory/types.ts';
import type { Run } from '../run.ts';
import { textFile } from '../source-file.ts';
import { applyProposals } from './apply.ts';
import { proposeFit } from './from-fits.ts';
import { planGroups } from './merge-groups.ts';
import { proposalsOf, toPlans } from './to-plan.ts';

const read = (...names: readonly string[]): Promise<IntakeResult> =>
	readFiles(names.map((name) => textFile(name, fixture(name))));

describe('a plan from Kubernetes files', () => {
	it('counts 9 workloads, 3 services, 2 zones and the nodes they run on', async () => {
		const [made] = toPlans(await read('pods.json', 'nodes.json', 'services.json'));
		expect(made?.refused).toEqual([]);
		expect(made?.plan.workload?.groups).toHaveLength(9);
		expect(made?.plan.workload).toMatchObject({ services: 3, azs: 2 });
		expect(made?.plan.platform).toMatchObject({
			cloud: 'aws',
			region: 'eu-west-1',
			nodeType: 'm6i.2xlarge',
			maxPods: 58,
			packing: 0.299935, // 4.61 / 15.37, see the inventory
			systemDaemonPods: 1 // kube-proxy and agent over 2 nodes
		});
	});

	it('keeps pods, meshed or not, and their sizes: web has 2 pods of 0.25 cores and 256 MiB', async () => {
		const [made] = toPlans(await read('pods.json'));
		expect(made?.plan.workload?.groups?.[0]).toEqual({
			id: 'shop/web',
			pods: 2,
			appCpu: 0.25,
			appMemMiB: 256,
			meshed: true,
			runtime: 'k8s'
		});
		const db = made?.plan.workload?.groups?.find((group) => group.id === 'data/db');
		expect(db?.meshed).toBe(false);
	});

	it('takes Istio for the mesh that is left and 0.1 core and 128 MiB for its proxy', async () => {
		const [made] = toPlans(await read('pods.json'));
		expect(made?.plan.migration?.from).toBe('istio-sidecar');
		expect(made?.plan.overrides?.['istio-sidecar']).toEqual({
			'mesh.proxy.cpuReq': 0.1,
			'mesh.proxy.memReqMiB': 128
		});
	});

	it('multiplies the server of the Consul chart by its 3 replicas', async () => {
		const [made] = toPlans(await read('helm-consul.yaml'));
		expect(made?.refused).toEqual([]);
		expect(made?.plan.overrides?.['consul']).toMatchObject({
			'mesh.controlPlane.tiers[0].pods': 3,
			'mesh.controlPlane.tiers[0].cpu': 6,
			'mesh.controlPlane.tiers[0].memMiB': 24_576
		});
	});

	it('replaces the single group of a plan and leaves its other fields', async () => {
		const base = { workload: { pods: 10, appCpu: 1, edgeRps: 500 }, name: 'mine' };
		const [made] = toPlans(await read('pods.json'), base);
		expect(made?.plan.name).toBe('mine');
		expect(made?.plan.workload?.edgeRps).toBe(500);
		expect(made?.plan.workload?.pods).toBe(undefined);
	});

	it('says from what for every proposal', async () => {
		const { kubernetes } = proposalsOf(await read('pods.json', 'nodes.json', 'helm-istio.yaml'));
		expect(kubernetes.filter((proposal) => proposal.from.length < 10)).toEqual([]);
	});

	it('gives no plan for files that hold no estate', async () => {
		expect(toPlans(await read('wrk2.txt'))).toEqual([]);
	});
});

describe('a plan from ECS files', () => {
	it('stands apart from Kubernetes, on ECS, leaving App Mesh with its Envoy of 0.25 core', async () => {
		const plans = toPlans(
			await read(
				'ecs-services.json',
				'ecs-task-web.json',
				'ecs-task-worker.json',
				'appmesh-virtual-nodes.json',
				'services.json'
			)
		);
		expect(plans.map((made) => made.estate)).toEqual(['kubernetes', 'tasks']);
		expect(plans[1]?.refused).toEqual([]);
		expect(plans[1]?.plan).toMatchObject({
			platform: { cloud: 'aws', runtime: 'ecs' },
			workload: {
				services: 3,
				groups: [
					{ id: 'web', pods: 8, appCpu: 0.75, appMemMiB: 1536, runtime: 'fargate' },
					{ id: 'worker', pods: 4, appCpu: 0.625, appMemMiB: 1280, runtime: 'k8s' }
				]
			},
			migration: { from: 'app-mesh' },
			overrides: {
				'ecs-service-connect': { 'mesh.taskProxy.appMemFactor': 1.6 },
				'app-mesh': { 'mesh.proxy.cpuReq': 0.25, 'mesh.proxy.memReqMiB': 512 }
			}
		});
	});
});

describe('planGroups', () => {
	const group = (index: number): Group => ({
		id: `ns/w${index}`,
		namespace: 'ns',
		workload: `w${index}`,
		workloadKind: 'Deployment',
		pods: 100 - index,
		runtime: index % 2 === 0 ? 'k8s' : 'fargate',
		app: { cpu: 0.1 + index / 100, memMiB: 100 + index },
		appLimits: {},
		podsWithoutRequests: 0,
		ambientPods: 0
	});

	it('merges 60 workloads into 22 groups with the same pods, cores and MiB', () => {
		const groups = Array.from({ length: 60 }, (_, index) => group(index));
		const inventory = { groups } as unknown as Inventory;
		const merged = planGroups(inventory);
		expect(merged).toHaveLength(22); // 20 by name, the rest by runtime
		const pods = (list: readonly { pods: number }[]): number =>
			list.reduce((sum, one) => sum + one.pods, 0);
		expect(pods(merged)).toBe(pods(groups));
		const cores = merged.reduce((sum, one) => sum + one.pods * one.appCpu, 0);
		const before = groups.reduce((sum, one) => sum + one.pods * (one.app.cpu ?? 0), 0);
		expect(Math.abs(cores / before - 1)).toBeLessThan(1e-5);
	});
});

describe('proposeFit', () => {
	const RATES = [0, 0, 10, 50, 100, 500, 1000, 2000] as const;
	const run = (rps: number, mesh: string): Run => ({
		label: `${mesh} ${rps}`,
		mesh,
		meshVersion: '1.24',
		offeredRps: rps,
		achievedRps: rps,
		durationS: 120,
		warmupS: 10,
		requests: rps * 110,
		errors: 0,
		latencyMs: { p50: mesh === 'none' ? 1 : 1.4 },
		components:
			mesh === 'none'
				? []
				: [{ name: 'p', role: 'proxy', cpuCores: 0.003 + 0.3 * (rps / 1000) ** 0.8 }],
		openLoop: true,
		source: { format: 'fortio', tool: 'Fortio' }
	});
	const measured = { date: '2026-11-20', sha256: ['0123456789abcdef'] };

	it('writes c0 0.003, c1 0.0003 and β 0.8 as overrides with a range and a note', () => {
		const runs = RATES.flatMap((rps) => [run(rps, 'linkerd'), run(rps, 'none')]);
		const [analysis] = analyse(runs, { level: 0.8 });
		if (!analysis) throw new Error('no sweep');
		const { plan, refused } = applyProposals({}, proposeFit(analysis, measured));
		expect(refused).toEqual([]);
		const own = plan.overrides?.['linkerd'];
		expect(own?.['mesh.proxy.c0']).toMatchObject({ value: 0.003 });
		expect(own?.['mesh.proxy.c1']).toMatchObject({
			value: 0.0003,
			note: 'measured by you, 2026-11-20, file 0123456789ab'
		});
		expect(own?.['mesh.proxy.beta']).toMatchObject({ value: 0.8 });
		expect(own?.['latency.hopP50Ms']).toMatchObject({ value: 0.4 });
	});

	it('never gives a coefficient an end that equals its value', () => {
		const [analysis] = analyse(
			RATES.map((rps) => run(rps, 'linkerd')),
			{ level: 0.8 }
		);
		if (!analysis) throw new Error('no sweep');
		const ranges = proposeFit(analysis, measured)
			.filter((proposal) => /c0|c1/.test(proposal.path.at(-1) ?? ''))
			.map((proposal) => proposal.value as { low: number; value: number; high: number });
		expect(ranges).toHaveLength(2);
		for (const { low, value, high } of ranges) expect(low < value && value < high).toBe(true);
	});

	it('proposes no latency of a closed loop, and nothing of a fit that may not be used', () => {
		const runs = [100, 200, 300].flatMap((rps) => [
			{ ...run(rps, 'consul'), openLoop: false },
			{ ...run(rps, 'none'), openLoop: false }
		]);
		const [analysis] = analyse(runs, { level: 0.8 });
		if (!analysis) throw new Error('no sweep');
		expect(proposeFit(analysis, measured)).toEqual([]);
	});
});
