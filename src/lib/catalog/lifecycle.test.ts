import { beforeAll, describe, expect, it } from 'vitest';
import {
	destinations,
	ecosystem,
	endOfSupport,
	licenceGap,
	offeredOn,
	versionText
} from './lifecycle.ts';
import { loadMeshes, meshFigures, type MeshCatalog } from './mesh.ts';
import type { MeshId } from './mesh-ids.ts';

let catalog: MeshCatalog;
beforeAll(async () => {
	catalog = await loadMeshes();
});
const of = (id: MeshId) => meshFigures(catalog, id);

describe('lifecycle', () => {
	it('ends App Mesh on 2026-09-30 and leaves Istio open', () => {
		expect(endOfSupport(of('app-mesh'))).toBe('2026-09-30');
		expect(endOfSupport(of('istio-sidecar'))).toBeUndefined();
		expect(endOfSupport(of('no-mesh'))).toBeUndefined();
	});

	it('names a version, or says why there is none', () => {
		const version = (id: MeshId) => {
			const { lifecycle } = of(id);
			return lifecycle === undefined ? undefined : versionText(lifecycle);
		};
		expect(version('istio-sidecar')).toBe('1.30.3');
		expect(version('vpc-lattice')).toMatch(/without version numbers/);
	});

	it('offers Lattice on AWS alone and ambient mode on nodes alone, with the reason', () => {
		expect(offeredOn(of('vpc-lattice'), { cloud: 'aws', runtime: 'ecs-fargate' })).toBe(true);
		expect(offeredOn(of('vpc-lattice'), { cloud: 'gcp', runtime: 'k8s' })).toMatchObject({
			missing: 'not-offered',
			reason: 'VPC Lattice runs on AWS only.'
		});
		expect(offeredOn(of('istio-ambient'), { cloud: 'aws', runtime: 'k8s-fargate' })).toMatchObject({
			missing: 'not-offered'
		});
		expect(offeredOn(of('ecs-service-connect'), { cloud: 'aws', runtime: 'k8s' })).toMatchObject({
			missing: 'not-offered'
		});
	});

	it('moves App Mesh from ECS to Service Connect, from EKS to Lattice first, by AWS’s advice', () => {
		expect(destinations(of('app-mesh'), 'ecs-ec2')).toEqual([
			{ to: 'ecs-service-connect', advised: true },
			{ to: 'vpc-lattice', advised: false },
			{ to: 'no-mesh', advised: false }
		]);
		expect(destinations(of('app-mesh'), 'k8s')[0]).toEqual({ to: 'vpc-lattice', advised: true });
		expect(destinations(of('app-mesh'), 'k8s-fargate').map(({ to }) => to)).toEqual([
			'vpc-lattice',
			'no-mesh'
		]);
		expect(destinations(of('linkerd'), 'k8s')).toEqual([]);
	});

	it('knows 8 things beside the options, SMI first', () => {
		expect(ecosystem(catalog)).toHaveLength(8);
		expect(ecosystem(catalog)[0]?.status).toBe('archived');
	});

	it('has no figure for two licences', () => {
		expect(licenceGap(of('linkerd'))).toBeUndefined();
		expect(licenceGap(of('linkerd-enterprise'))?.missing).toBe('not-published');
	});
});
