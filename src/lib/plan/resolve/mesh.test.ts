import { describe, expect, it } from 'vitest';
import { Decimal } from '../../engine/decimal.ts';
import { meshFigures } from '../../catalog/mesh.ts';
import { catalogs, leafAt, only, valueAt } from './example-resolve.ts';

const { meshes } = catalogs.aws;

describe('figures of a mesh', () => {
	it('keeps low, centre and high of a published coefficient, with its sources', () => {
		const said = meshFigures(meshes, 'istio-sidecar').proxy?.c1;
		const leaf = leafAt(only('istio-sidecar'), 'mesh.proxy.c1');
		expect(leaf).toMatchObject({
			value: said?.central,
			low: said?.low,
			high: said?.high,
			distribution: 'splitLognormal'
		});
		expect(leaf.source?.split(', ').every((key) => key.startsWith('meshes#'))).toBe(true);
	});

	it('takes tunnel and waypoint from the sidecar of the same tests: one basis', () => {
		const sidecar = meshFigures(meshes, 'istio-sidecar').proxy?.c1.central ?? '';
		const { ztunnel, waypoint } = meshFigures(meshes, 'istio-ambient');
		const ratio = waypoint !== undefined && 'c1Ratio' in waypoint ? waypoint.c1Ratio.central : '';
		const option = only('istio-ambient');
		const times = (share = ''): string => new Decimal(sidecar).times(share).toFixed();
		expect(valueAt(option, 'mesh.ztunnel.c1')).toBe(times(ztunnel?.c1Ratio.central));
		expect(valueAt(option, 'mesh.waypoint.c1')).toBe(times(ratio));
	});

	it('moves tunnel and waypoint with a sidecar that the user has measured', () => {
		const plain = only('istio-ambient');
		const published = meshFigures(meshes, 'istio-sidecar').proxy?.c1.central ?? '';
		const twice = new Decimal(published).times(2).toFixed();
		const overrides = { 'istio-sidecar': { 'mesh.proxy.c1': twice } };
		const option = only('istio-ambient', { overrides });
		for (const part of ['ztunnel', 'waypoint']) {
			const before = new Decimal(valueAt(plain, `mesh.${part}.c1`) ?? 0);
			expect(valueAt(option, `mesh.${part}.c1`)).toBe(before.times(2).toFixed());
			expect(leafAt(option, `mesh.${part}.c1`)).toMatchObject({ basis: 'derived', changed: true });
		}
	});

	it('counts one waypoint for ten services, and follows an override of the services', () => {
		// By hand: planning takes ten services a waypoint; 60 and 95 services need 6 and 10.
		expect(valueAt(only('istio-ambient'), 'mesh.waypoint.deployments')).toBe('6');
		const overrides = { '*': { 'workload.services': 95 } };
		const option = only('istio-ambient', { overrides });
		expect(valueAt(option, 'mesh.waypoint.deployments')).toBe('10');
		expect(leafAt(option, 'mesh.waypoint.deployments')).toMatchObject({ low: '5', high: '19' });
	});

	it('reserves what a task reserves on ECS and what the chart says on Kubernetes', () => {
		const { requests } = meshFigures(meshes, 'app-mesh').proxy ?? {};
		const task = requests?.profiles.task?.memReqMiB;
		const pod = requests?.profiles[requests.used].memReqMiB;
		const amount = (figure: typeof task): string | undefined =>
			figure !== undefined && 'amount' in figure ? figure.amount : undefined;
		expect(amount(task)).not.toBe(amount(pod));
		const memory = (runtime: 'ecs' | 'k8s'): string | undefined =>
			valueAt(only('app-mesh', { platform: { runtime } }), 'mesh.proxy.memReqMiB');
		expect(memory('ecs')).toBe(amount(task));
		expect(memory('k8s')).toBe(amount(pod));
	});

	it('takes fees from the provider of the region: 0 of App Mesh, a gap of Lattice in Ireland', () => {
		expect(leafAt(only('app-mesh'), 'mesh.feePerProxyHour')).toMatchObject({ value: '0' });
		const lattice = only('vpc-lattice');
		expect(lattice.record?.values.has('mesh.feePerServiceHour')).toBe(false);
		expect(leafAt(lattice, 'mesh.feePerServiceHour').missing?.reason).toContain('us-east-1');
		const home = { platform: { region: 'us-east-1' } };
		// By hand: 0.0000001 USD a request is 0.10 a million.
		expect(valueAt(only('vpc-lattice', home), 'mesh.feePerMillionRequests')).toBe('0.1');
	});

	it('gives Lattice a controller on Kubernetes and none on ECS', () => {
		const plane = (runtime: 'k8s' | 'ecs'): unknown =>
			only('vpc-lattice', { platform: { runtime } }).record?.choices.mesh.controlPlane;
		expect(plane('k8s')).toMatchObject({ tiers: [0] });
		expect(plane('ecs')).toBeUndefined();
	});

	it('says that a plane’s use was not measured instead of showing 0', () => {
		const leaf = leafAt(only('linkerd'), 'mesh.controlPlane.useCpuPer1000');
		expect(leaf).toMatchObject({ value: undefined, missing: { missing: 'not-measured' } });
		expect(valueAt(only('linkerd'), 'mesh.controlPlane.useCpuPer1000')).toBe('0');
	});

	it('makes the gateway an addition for every mesh that has one', () => {
		for (const id of ['istio-sidecar', 'istio-ambient', 'linkerd', 'consul'] as const) {
			expect(only(id).record?.choices.mesh.gateway).toEqual({ incremental: true });
		}
	});

	it('sizes every mesh as the user says', () => {
		const platform = { sizing: 'usage' } as const;
		for (const id of ['istio-sidecar', 'istio-ambient', 'linkerd', 'app-mesh'] as const) {
			expect(only(id, { platform }).record?.choices.mesh.sizing).toBe('usage');
		}
	});
});
