import { describe, expect, it } from 'vitest';
import { fixture } from '../../../../tests/intake/fixture.ts';
import { readFiles, type IntakeResult } from '../intake.ts';
import { hashNames } from '../sha256.ts';
import { textFile } from '../source-file.ts';
import type { Group } from './types.ts';

const read = (...names: readonly string[]): Promise<IntakeResult> =>
	readFiles(names.map((name) => textFile(name, fixture(name))));

const group = (result: IntakeResult, id: string): Group => {
	const found = result.inventory.groups.find((one) => one.id === id);
	if (!found) throw new Error(`no group ${id}`);
	return found;
};

describe('pods', () => {
	it('counts 10 of 25 pods and says why the others do not count', async () => {
		const { inventory } = await read('pods.json');
		// web 2, cart, db, tool, api, l, c, m, f
		expect(inventory.podsCounted).toBe(10);
		const skipped = Object.fromEntries(inventory.skipped.map((one) => [one.reason, one.count]));
		expect(skipped).toEqual({
			finished: 1,
			notRunning: 1,
			hostNetwork: 2,
			noRequests: 1,
			unreadable: 1
		});
		expect(inventory.basis).toBe('pods');
	});

	it('takes 0.25 cores and 256 MiB for the application of web and 0.1 and 128 for its sidecar', async () => {
		const result = await read('pods.json');
		expect(group(result, 'shop/web')).toMatchObject({
			workloadKind: 'Deployment',
			pods: 2,
			app: { cpu: 0.25, memMiB: 256 },
			appLimits: { cpu: undefined, memMiB: 512 },
			proxy: {
				mesh: 'istio',
				pods: 2,
				nativePods: 0,
				requests: { cpu: 0.1, memMiB: 128 },
				limits: { cpu: 2, memMiB: 1024 }
			}
		});
	});

	it('finds the native sidecar of cart and lets its lone limit of 0.5 stand for the request', async () => {
		const cart = group(await read('pods.json'), 'shop/cart');
		expect(cart.app).toEqual({ cpu: 0.5, memMiB: 1024 });
		expect(cart.proxy).toMatchObject({ mesh: 'istio', nativePods: 1 });
	});

	it('leaves the size of a workload without requests absent, not 0', async () => {
		const tool = group(await read('pods.json'), 'shop/tool');
		expect(tool.app).toEqual({ cpu: undefined, memMiB: undefined });
		expect(tool.podsWithoutRequests).toBe(1);
	});

	it('tells the sidecars of 4 meshes apart and a Consul proxy without requests', async () => {
		const result = await read('pods.json');
		const meshes = ['lk/l', 'cs/c', 'am/m'].map((id) => group(result, id).proxy?.mesh);
		expect(meshes).toEqual(['linkerd', 'consul', 'app-mesh']);
		expect(group(result, 'cs/c').proxy).toMatchObject({
			podsWithoutRequests: 1,
			requests: { cpu: undefined, memMiB: undefined }
		});
		expect(group(result, 'amb/api').ambientPods).toBe(1);
		expect(group(result, 'fg/f').runtime).toBe('fargate');
	});

	it('names 8 parts of meshes by their role', async () => {
		const { inventory } = await read('pods.json');
		const parts = inventory.meshParts.map((part) => `${part.mesh} ${part.role}`).sort();
		expect(parts).toEqual([
			'app-mesh control-plane',
			'consul control-plane',
			'istio control-plane',
			'istio gateway',
			'istio node-agent',
			'istio waypoint',
			'istio ztunnel',
			'linkerd control-plane'
		]);
		const identity = inventory.meshParts.find((part) => part.mesh === 'linkerd');
		expect(identity?.requests).toEqual({ cpu: 0.2, memMiB: 30 });
	});

	it('names pod, field and unit where a quantity cannot be read', async () => {
		const { inventory } = await read('pods.json');
		expect(inventory.problems).toEqual([
			{
				path: 'bad/odd-1 containers[app].resources.requests.cpu',
				message: expect.stringMatching(/^bad\/odd-1: .*requests\.cpu is "100mc"\. Allowed is/)
			}
		]);
	});

	it('keeps no environment, annotation, secret or command', async () => {
		const result = await read('pods.json', 'manifests.yaml');
		const kept = JSON.stringify(result);
		for (const word of ['hunter2', 'DB_PASSWORD', 'secretKeyRef', 'do-not-keep', 'last-applied'])
			expect(kept).not.toContain(word);
	});

	it('hides every name behind a hash, and gives the same sums', async () => {
		const files = [textFile('pods.json', fixture('pods.json'))];
		const { inventory } = await readFiles(files, { mapName: hashNames('salt') });
		const kept = JSON.stringify(inventory);
		for (const name of ['shop', 'web', 'cart', 'odd-1', 'istiod', 'consul-server'])
			expect(kept).not.toContain(name);
		expect(inventory.podsCounted).toBe(10);
		expect(inventory.groups).toHaveLength(9);
	});

	it('counts a file that comes twice, and an object in two files, once', async () => {
		const once = await read('pods.json');
		const twice = await readFiles([
			textFile('a', fixture('pods.json')),
			textFile('b', fixture('pods.json')),
			textFile('c', JSON.stringify({ ...JSON.parse(fixture('pods.json')), metadata: {} }))
		]);
		expect(twice.inventory.podsCounted).toBe(once.inventory.podsCounted);
	});
});

describe('nodes', () => {
	it('groups 2 nodes by type and zone and leaves the Fargate node out', async () => {
		const { inventory } = await read('nodes.json');
		expect(inventory.nodes).toHaveLength(2);
		expect(inventory.nodes[0]).toMatchObject({
			type: 'm6i.2xlarge',
			zone: 'eu-west-1a',
			count: 1,
			cpu: 7.91,
			memMiB: 30_745, // 31,482,880 KiB / 1024
			maxPods: 58,
			vcpu: 8
		});
		expect(inventory).toMatchObject({ provider: 'eks', region: 'eu-west-1' });
	});

	it('derives a packing of 0.345: 5.09 requested cores over 15.37 less daemons', async () => {
		const { inventory } = await read('nodes.json', 'pods.json');
		// By hand, cores of pods on node-a and node-b that are not one a node:
		// web 2 × 0.35, cart max(0.5 + 0.1, 1 + 0.1 at start) = 1.1, db 1, router 0.2, istiod 0.5,
		// ingress 0.1, waypoint 0.1, api 0.1, l 0.2, identity 0.2, c 0.1, consul-server 0.1, m 0.11,
		// controller 0.1 = 4.61. Daemons: kube-proxy 0.1, agent 0.05, ztunnel 0.2, cni 0.1 = 0.45.
		// 4.61 / (15.82 − 0.45) = 0.299935. Memory is emptier.
		expect(inventory.packing).toMatchObject({ value: 4.61 / 15.37 });
		expect(inventory.packing).toHaveProperty('from', expect.stringContaining('2 nodes'));
	});

	it('says what is missing when there are pods and no nodes', async () => {
		const { inventory } = await read('pods.json');
		expect(inventory.packing).toMatchObject({ missing: 'not-measured' });
	});
});

describe('manifests', () => {
	it('reads 3 + 2 pods from a Deployment, a StatefulSet and its autoscaler', async () => {
		const result = await read('manifests.yaml');
		expect(result.inventory).toMatchObject({ basis: 'manifests', podsCounted: 5 });
		expect(group(result, 'shop/hello-world').app).toEqual({ cpu: 0.25, memMiB: 1e9 / 1024 ** 2 });
		expect(group(result, 'shop/queue')).toMatchObject({ pods: 2, app: { cpu: 0.5, memMiB: 1024 } });
	});

	it('says that SidecarInjectorConfig does not exist and that a Widget is not read', async () => {
		const { inventory } = await read('manifests.yaml');
		expect(inventory.problems.map((problem) => problem.message)).toEqual([
			'networking.istio.io/v1beta1 has no kind SidecarInjectorConfig: the object has no effect in a cluster.',
			'Widget of example.com/v1 is not a kind read here.'
		]);
		const reading = (kind: string): string | undefined =>
			inventory.kinds.find((one) => one.kind.startsWith(kind))?.reading;
		expect(reading('SidecarInjectorConfig')).toBe('no-such-kind');
		expect(reading('VirtualService')).toBe('counted');
	});

	it('lets pods win over manifests, so that nothing counts twice', async () => {
		const { inventory } = await read('manifests.yaml', 'pods.json');
		expect(inventory).toMatchObject({ basis: 'pods', podsCounted: 10 });
	});

	it('reads the 2 services of a kubectl -o yaml list, with 3 ports', async () => {
		const { inventory, derived } = await read('services-list.yaml');
		expect(inventory.services).toMatchObject({ count: 2, ports: 3, subsets: 0 });
		expect(derived.clustersPerService).toMatchObject({ value: 1.5 });
	});

	it('counts 3 services of 6: not the API server, the system or a name outside', async () => {
		const { inventory, derived } = await read('services.json');
		expect(inventory.services).toMatchObject({ count: 3, ports: 4 });
		expect(derived.visibleServices).toMatchObject({ value: 3 });
	});

	it('derives 3 visible services of 4 from the Sidecar of the namespace where all 5 pods run', async () => {
		const { derived, inventory } = await read('services.json', 'manifests.yaml');
		// shop has web, cart, hello-world; 5 pods, all in shop: 5 × 3 / 5 = 3.
		expect(inventory.services?.count).toBe(4);
		expect(derived.visibleServices).toMatchObject({ value: 3 });
	});
});

describe('marks of injection', () => {
	const deployment = (name: string, annotations: object): object => ({
		apiVersion: 'apps/v1',
		kind: 'Deployment',
		metadata: { name, namespace: 'shop' },
		spec: { template: { metadata: { annotations }, spec: { containers: [{ name: 'a' }] } } }
	});
	const namespace = {
		apiVersion: 'v1',
		kind: 'Namespace',
		metadata: { name: 'shop', labels: { 'istio-injection': 'enabled' } }
	};

	it('takes the mesh of a template from its annotation, else from its namespace', async () => {
		const items = [
			deployment('a', { 'linkerd.io/inject': 'enabled' }),
			deployment('b', {}),
			namespace
		];
		const { inventory } = await readFiles([
			textFile('x', JSON.stringify({ apiVersion: 'v1', kind: 'List', items }))
		]);
		expect(inventory.groups.map((one) => [one.workload, one.injects])).toEqual([
			['a', 'linkerd'],
			['b', 'istio']
		]);
	});

	it('reads a single pod whose volumes have items of their own', async () => {
		const pod = {
			apiVersion: 'v1',
			kind: 'Pod',
			metadata: { name: 'p' },
			spec: {
				containers: [{ name: 'a' }],
				volumes: [{ configMap: { items: [{ key: 'k', path: 'p' }] } }]
			},
			status: { phase: 'Running' }
		};
		const { inventory } = await readFiles([textFile('p', JSON.stringify(pod))]);
		expect(inventory.podsCounted).toBe(1);
	});
});

describe('several files', () => {
	it('names the broken one of three and uses the others', async () => {
		const whole = fixture('pods.json');
		const result = await readFiles([
			textFile('notes.txt', 'hello'),
			textFile('cut.json', whole.slice(0, Math.floor(whole.length / 2))),
			textFile('nodes.json', fixture('nodes.json'))
		]);
		expect(result.files[0]?.errors[0]?.message).toMatch(/matches none of the formats/);
		expect(result.files[1]?.errors[0]?.message).toMatch(/ends in the middle/);
		expect(result.files[2]?.errors).toEqual([]);
		expect(result.inventory.nodes).toHaveLength(2);
		expect(result.inventory.podsCounted).toBeGreaterThan(3);
	});

	it('gives the same inventory in any order of files', async () => {
		const one = await read('pods.json', 'nodes.json', 'services.json');
		const other = await read('services.json', 'nodes.json', 'pods.json');
		expect({ ...other.inventory, kinds: [] }).toEqual({ ...one.inventory, kinds: [] });
	});
});
