import { beforeAll, describe, expect, it } from 'vitest';
import type { MeshId } from '../../src/lib/catalog/mesh-ids.ts';
import { loadMeshes, meshFigures, type MeshCatalog } from '../../src/lib/catalog/mesh.ts';
import { at, everyObject, triple } from './mesh-shared.ts';

let catalog: MeshCatalog;
beforeAll(async () => {
	catalog = await loadMeshes();
});
const of = (id: MeshId) => meshFigures(catalog, id);

describe('coefficients', () => {
	// From the table of recommended defaults: vCPU at 1000 rps ÷ 1000 is core-s a traversal, mCPU ÷ 1000
	// is cores; memory and latency as they stand.
	const TABLE: readonly (readonly [MeshId, string, readonly string[]])[] = [
		['istio-sidecar', 'proxy.c1', ['0.0002', '0.00035', '0.0005']],
		['istio-sidecar', 'proxy.c0', ['0.001', '0.003', '0.01']],
		['istio-sidecar', 'proxy.m0', ['40', '50', '120']],
		['istio-sidecar', 'latency.hopP50Ms', ['0.2', '1.5', '3']],
		['istio-sidecar', 'latency.hopP99Ms', ['0.3', '3.5', '10']],
		['istio-sidecar', 'proxy.beta', ['0.7', '0.8', '1']],
		['istio-sidecar', 'proxy.c2', ['0.0000007', '0.0000015', '0.000004']],
		['istio-sidecar', 'proxy.connFactor', ['1.3', '1.6', '2']],
		['istio-sidecar', 'proxy.aServiceKiB', ['24', '51.2', '100']],
		['istio-sidecar', 'proxy.aEndpointKiB', ['0.15', '0.25', '2']],
		['istio-sidecar', 'controlPlane.useCpuPer1000', ['0.25', '0.5', '1.1']],
		['istio-sidecar', 'controlPlane.useMemMiBPer1000', ['715', '1240', '1620']],
		['istio-ambient', 'ztunnel.c1Ratio', ['0.2', '0.3', '0.65']],
		['istio-ambient', 'ztunnel.c0', ['0.001', '0.002', '0.01']],
		['istio-ambient', 'ztunnel.m0', ['10', '20', '60']],
		['istio-ambient', 'ztunnel.connFactor', ['2', '3', '4']],
		['istio-ambient', 'ztunnel.aEndpointKiB', ['1', '3', '6']],
		['istio-ambient', 'latency.hopP50Ms', ['0.15', '0.25', '1']],
		['istio-ambient', 'latency.hopP99Ms', ['0.2', '0.4', '3']],
		['istio-ambient', 'waypoint.c1Ratio', ['1', '1.25', '1.5']],
		['istio-ambient', 'waypoint.m0', ['45', '60', '120']],
		['istio-ambient', 'latency.waypoint.hopP50Ms', ['0.3', '1', '3']],
		['istio-ambient', 'latency.waypoint.hopP99Ms', ['0.5', '3', '10']],
		['linkerd', 'proxy.c1', ['0.00018', '0.00025', '0.0004']],
		['linkerd', 'proxy.c0', ['0.0005', '0.001', '0.005']],
		['linkerd', 'proxy.m0', ['4', '6', '12']],
		['linkerd', 'proxy.aEndpointKiB', ['13', '26', '52']],
		['linkerd', 'latency.hopP50Ms', ['0.5', '1', '2.5']],
		['linkerd', 'latency.hopP99Ms', ['0.8', '2', '10']],
		['consul', 'proxy.c1', ['0.00009', '0.0002', '0.00045']],
		['consul', 'proxy.c0', ['0.003', '0.005', '0.01']],
		['consul', 'proxy.m0', ['15', '50', '100']],
		['consul', 'latency.hopP50Ms', ['0.5', '1', '2']],
		['consul', 'latency.hopP99Ms', ['1', '3', '10']],
		['app-mesh', 'proxy.c1', ['0.0001', '0.0003', '0.0005']],
		['app-mesh', 'proxy.c0', ['0.003', '0.005', '0.01']],
		['app-mesh', 'proxy.m0', ['25', '50', '64']],
		['app-mesh', 'latency.hopP50Ms', ['0.2', '0.5', '1']],
		['app-mesh', 'latency.hopP99Ms', ['1', '3', '10']]
	];

	it('are those of the table, 39 ranges', () => {
		expect(TABLE).toHaveLength(39);
		for (const [id, path, ends] of TABLE) {
			expect([id, path, triple(of(id), path)]).toEqual([id, path, ends]);
		}
	});

	it('tie tunnel and waypoint to the sidecar of the same test', () => {
		expect(at(of('istio-ambient'), 'ztunnel.c1Ratio.of')).toBe('istio-sidecar');
		expect(at(of('istio-ambient'), 'waypoint.c1Ratio.of')).toBe('istio-sidecar');
	});

	it('rest Istio’s CPU on 29 published observations', () => {
		expect(at(of('istio-sidecar'), 'proxy.c1.observations')).toHaveLength(29);
	});

	it('fix β at 1 for tunnels, waypoints and gateways', () => {
		for (const part of ['ztunnel.beta', 'waypoint.beta', 'gateway.beta']) {
			expect(triple(of('istio-ambient'), part)).toEqual(['1', '1', '1']);
		}
	});
});

describe('reservations and planes', () => {
	const amounts = (id: MeshId, path: string) =>
		['cpuReq', 'memReqMiB'].map((field) => at(of(id), `${path}.${field}.amount`));

	it('are as installed: 100 m and 128 MiB for Istio, 200 m and 512 MiB for a tunnel', () => {
		expect(amounts('istio-sidecar', 'proxy.requests.profiles.ha')).toEqual(['0.1', '128']);
		expect(amounts('istio-ambient', 'ztunnel.requests.profiles.ha')).toEqual(['0.2', '512']);
		expect(amounts('istio-ambient', 'waypoint.requests.profiles.ha')).toEqual(['0.1', '128']);
		expect(amounts('linkerd', 'proxy.requests.profiles.ha')).toEqual(['0.1', '20']);
		expect(amounts('consul', 'proxy.requests.profiles.ha')).toEqual(['0.1', '100']);
		expect(amounts('app-mesh', 'proxy.requests.profiles.ha')).toEqual(['0.01', '32']);
		expect(amounts('app-mesh', 'proxy.requests.profiles.task')).toEqual(['0.5', '64']);
	});

	it('leave unset what the charts of Linkerd and Consul leave unset', () => {
		for (const id of ['linkerd', 'consul'] as const) {
			expect(at(of(id), 'proxy.requests.profiles.default.cpuReq.missing')).toBe('not-published');
			expect(at(of(id), 'proxy.requests.used')).toBe('ha');
		}
	});

	it('size planes for 300 proxies: Istio 2 pods and 1 core, Linkerd 9 and 2.1, Consul 6 and 6.6', () => {
		const first = (id: MeshId) => {
			const tier = of(id).controlPlane?.tiers[0];
			return [tier?.pods, tier?.cpu, tier?.memMiB, tier?.diskGiB];
		};
		expect(first('istio-sidecar')).toEqual(['2', '1', '4096', '0']);
		expect(first('linkerd')).toEqual(['9', '2.1', '660', '0']);
		expect(first('consul')).toEqual(['6', '6.6', '25626', '300']);
		expect(first('app-mesh')).toEqual(['1', '0.1', '200', '0']);
	});

	it('give the documented minimum of Consul beyond 500 proxies: 24.6 cores, 99 354 MiB, 600 GiB', () => {
		// 3 × 8 + 2 × 0.25 + 0.1 cores; 3 × 32 768 + 2 × 500 + 50 MiB; 3 × 200 GiB.
		const tier = of('consul').controlPlane?.tiers[1];
		expect([tier?.cpu, tier?.memMiB, tier?.diskGiB]).toEqual(['24.6', '99354', '600']);
	});

	it('take 0.25 core and 64 MiB for a Service Connect proxy, 0.5 core above 500 rps', () => {
		const task = of('ecs-service-connect').taskProxy;
		expect([task?.cpu.amount, task?.memMiB.amount]).toEqual(['0.25', '64']);
		expect(task?.steps[0]).toEqual({ aboveReceivedRps: '500', cpu: '0.5', memMiB: '64' });
	});
});

describe('prices, licences and ends', () => {
	it('keep the article’s 0.0055 and 0.006 as claims', () => {
		const claim = (id: MeshId) => of(id).otherPrices.find(({ status }) => status === 'claimed');
		expect([claim('app-mesh')?.amount, claim('app-mesh')?.method]).toEqual(['0.0055', 'claimed']);
		expect(claim('cloud-service-mesh')?.amount).toBe('0.006');
	});

	it('say that two licences are not published, and that the others cost nothing', () => {
		const missing = [...catalog.options.values()].filter(({ licence }) => licence.price !== null);
		expect(missing.map(({ id }) => id)).toEqual(['linkerd-enterprise', 'consul-enterprise']);
		expect(at(missing, '0.licence.price.missing')).toBe('not-published');
	});

	it('refer to the providers’ price lists by names that those have', async () => {
		const aws = await import('../../pricing-data/clouds/aws.json');
		const gcp = await import('../../pricing-data/clouds/gcp.json');
		const skus = new Set([...Object.keys(aws.services), ...Object.keys(gcp.services)]);
		const named: unknown[] = [];
		for (const { fees } of catalog.options.values()) {
			everyObject(fees, (node) => ('sku' in node ? named.push(node['sku']) : 0));
		}
		expect(named).toHaveLength(6);
		expect(named.filter((sku) => !skus.has(String(sku)))).toEqual([]);
	});

	it('end App Mesh on 2026-09-30 and nothing else', () => {
		const ends = [...catalog.options.values()].flatMap(({ id, lifecycle }) =>
			lifecycle?.endOfSupport ? [[id, lifecycle.endOfSupport]] : []
		);
		expect(ends).toEqual([['app-mesh', '2026-09-30']]);
	});

	it('name SMI as archived on 2023-10-03 and NGINX as an own option', () => {
		const entries = new Map(catalog.ecosystem.entries.map((it) => [it.id, it]));
		expect(entries.get('smi')?.date).toBe('2023-10-03');
		expect(entries.get('nginx')?.status).toBe('own option');
	});
});
