import { describe, expect, it } from 'vitest';
import { choicesOf, flowOf, worked, type Figures } from '../../../../tests/support/graph/worked.ts';
import { constant } from '../graph/expr.ts';
import { controlPlaneOf } from './control-plane.ts';

/** Tiers as listed: of 200 connections, then of 100; the model tries them by what they serve. */
const tiers: Figures = {
	'mesh.controlPlane.tiers[0].maxConn': 200,
	'mesh.controlPlane.tiers[0].pods': 3,
	'mesh.controlPlane.tiers[0].cpu': 2,
	'mesh.controlPlane.tiers[0].memMiB': 4096,
	'mesh.controlPlane.tiers[0].diskGiB': 50,
	'mesh.controlPlane.tiers[1].maxConn': 100,
	'mesh.controlPlane.tiers[1].pods': 1,
	'mesh.controlPlane.tiers[1].cpu': 0.5,
	'mesh.controlPlane.tiers[1].memMiB': 1024,
	'mesh.controlPlane.tiers[1].diskGiB': 10,
	'mesh.controlPlane.useCpuPer1000': 0.5,
	'mesh.controlPlane.useMemMiBPer1000': 1240
};

const planeOf = (pods: number, { perCluster = true, nodes = 0, meshed = 1 } = {}) =>
	controlPlaneOf(
		choicesOf({ mesh: { controlPlane: { perCluster, tiers: [1, 0] } } }),
		flowOf({ podsMeshed: meshed }),
		{ pods: constant(pods, 'pod'), nodes: constant(nodes, 'node') }
	);

const told = (plane: ReturnType<typeof planeOf>, figures: Figures = {}) =>
	(['pods', 'cpu', 'memMiB', 'diskGiB'] as const).map((key) =>
		worked(plane[key], { 'workload.clusters': 1, ...tiers, ...figures })
	);

describe('the control plane (model §5)', () => {
	it.each([
		[0, ['1', '0.5', '1024', '10']],
		[100, ['1', '0.5', '1024', '10']],
		[101, ['3', '2', '4096', '50']],
		[200, ['3', '2', '4096', '50']],
		[201, ['6', '4', '8192', '100']],
		[400, ['6', '4', '8192', '100']],
		[401, ['9', '6', '12288', '150']]
	])('serves %d connections by a tier, or multiples of the last', (connections, totals) => {
		expect(told(planeOf(connections))).toEqual(totals);
	});

	it('has one plane a cluster, each with its share rounded up, or one for all', () => {
		// By hand: 201 over two clusters is 101 each, so twice the tier of 200; one plane takes 201.
		const two = { 'workload.clusters': 2, ...tiers };
		expect(worked(planeOf(201).perPlane, two)).toBe('101');
		expect(told(planeOf(201), two)).toEqual(['6', '4', '8192', '100']);
		const single = planeOf(101, { perCluster: false });
		expect(worked(single.perPlane, two)).toBe('101');
		expect(told(single, two)).toEqual(['3', '2', '4096', '50']);
	});

	it('counts nodes beside pods, and uses 0.55 core and 1364 MiB for 1100 of them', () => {
		// By hand: 1100 / 1000 × 0.5 and × 1240, over all planes and before any rounding.
		const plane = planeOf(1085, { nodes: 15 });
		const figures = { 'workload.clusters': 2, ...tiers };
		expect(worked(plane.connections, figures)).toBe('1100');
		expect(worked(plane.cpuUse, figures)).toBe('0.55');
		expect(worked(plane.memUseMiB, figures)).toBe('1364');
	});

	it('needs nothing where no pod is meshed, or no plane is described', () => {
		expect(told(planeOf(150, { meshed: 0 }))).toEqual(['0', '0', '0', '0']);
		expect(worked(planeOf(150, { meshed: 0 }).connections)).toBe('0');
		const none = controlPlaneOf(choicesOf(), flowOf({ podsMeshed: 1 }), {
			pods: constant(5, 'pod'),
			nodes: constant(0, 'node')
		});
		expect(told(none)).toEqual(['0', '0', '0', '0']);
		expect(worked(none.perPlane, { 'workload.clusters': 1 })).toBe('5');
	});

	it('has no figure without what decides the tier, or the figure of the tier in use', () => {
		const limit = 'mesh.controlPlane.tiers[1].maxConn';
		const size = 'mesh.controlPlane.tiers[1].cpu';
		expect(told(planeOf(50), { [limit]: null })[0]).toBe(`no figure: ${limit}`);
		expect(told(planeOf(50), { [size]: null })[1]).toBe(`no figure: ${size}`);
		expect(told(planeOf(150), { [size]: null })[1]).toBe('2');
	});

	it('refuses, at compile time, nodes where pods connect', () => {
		const nodes = constant(1, 'node');
		// @ts-expect-error 'node' is not 'pod'
		const plane = controlPlaneOf(choicesOf(), flowOf({}), { pods: nodes, nodes });
		expect(plane.pods.node.unit).toBe('pod');
	});
});
