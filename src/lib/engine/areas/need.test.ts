import { describe, expect, it } from 'vitest';
import { choicesOf, flowOf, worked, type Figures } from '../../../../tests/support/graph/worked.ts';
import { constant, zero, type Expr } from '../graph/expr.ts';
import { controlPlaneOf } from './control-plane.ts';
import { noGateways, type Gateways } from './gateway.ts';
import { needWith, needWithout, ownPods, type Beside, type Own } from './need.ts';
import type { Need } from './nodes.ts';

const choices = choicesOf({
	groups: [
		{ id: 'web', meshed: true, runtime: 'k8s' },
		{ id: 'batch', meshed: false, runtime: 'k8s' },
		{ id: 'tasks', meshed: true, runtime: 'fargate' }
	],
	mesh: { controlPlane: { perCluster: true, tiers: [0] } }
});
const figures: Figures = {
	'workload.clusters': 1,
	'workload.groups[0].pods': 10,
	'workload.groups[0].appCpu': 0.25,
	'workload.groups[0].appMemMiB': 512,
	'workload.groups[1].pods': 4,
	'workload.groups[1].appCpu': 2,
	'workload.groups[1].appMemMiB': 1024,
	'workload.groups[2].pods': 50,
	'workload.groups[2].appCpu': 1,
	'workload.groups[2].appMemMiB': 2048,
	'mesh.taskProxy.appMemFactor': 1.5,
	'mesh.gateway.cpuReq': 0.5,
	'mesh.gateway.memReqMiB': 256,
	'mesh.controlPlane.tiers[0].maxConn': 1000,
	'mesh.controlPlane.tiers[0].pods': 2,
	'mesh.controlPlane.tiers[0].cpu': 1,
	'mesh.controlPlane.tiers[0].memMiB': 4096
};
const nothing: Own = { pods: zero('pod'), cpu: zero('core'), memMiB: zero('MiB') };
const proxy = (limitsMemory: boolean): Beside => ({
	cpu: constant('0.1', 'core/pod'),
	memMiB: constant(128, 'MiB/pod'),
	limitsMemory
});
const told = ({ cpu, memMiB, pods }: Need | Own, given = figures) => [
	worked(cpu, given),
	worked(memMiB, given),
	worked(pods, given)
];
const gateways = (ingress: number, eastWest: number, today: number): Gateways => ({
	...noGateways,
	ingress: constant(ingress, 'pod'),
	eastWest: constant(eastWest, 'pod'),
	ingressToday: constant(today, 'pod')
});

describe('what needs room without the mesh (model §6)', () => {
	it('is 10.5 cores, 9216 MiB and 14 places: tasks are placed on no node', () => {
		// By hand: 10 × 0.25 + 4 × 2; 10 × 512 + 4 × 1024.
		expect(told(needWithout(choices, noGateways))).toEqual(['10.5', '9216', '14']);
	});

	it('has the ingress that exists today, not the one that the mesh brings', () => {
		// By hand: 3 × 0.5 cores and 3 × 256 MiB more.
		expect(told(needWithout(choices, gateways(3, 2, 3)))).toEqual(['12', '9984', '17']);
	});

	it('asks nothing of a request that no pod makes', () => {
		const unset = { ...figures, 'mesh.gateway.cpuReq': null, 'mesh.gateway.memReqMiB': null };
		expect(told(needWithout(choices, noGateways), unset)).toEqual(['10.5', '9216', '14']);
		const ingress = needWithout(choices, gateways(3, 0, 3));
		expect(worked(ingress.cpu, unset)).toBe('no figure: mesh.gateway.cpuReq');
	});
});

describe('what needs room with the mesh (model §6)', () => {
	it('puts a proxy beside each meshed pod on a node: 11.5 cores and 10 496 MiB', () => {
		// By hand: 10 × (0.25 + 0.1) + 4 × 2; 10 × (512 + 128) + 4 × 1024.
		const need = needWith(choices, proxy(false), nothing);
		expect(told(need)).toEqual(['11.5', '10496', '14']);
		expect(need.groups.map(({ at, cpu }) => [at, worked(cpu, figures)])).toEqual([
			[0, '0.35'],
			[1, '2']
		]);
	});

	it('turns soft reservations into limits where the provider’s proxy forces them', () => {
		// By hand: 10 × (512 × 1.5 + 128) + 4 × 1024.
		expect(told(needWith(choices, proxy(true), nothing))).toEqual(['11.5', '13056', '14']);
	});

	it('adds the pods of the mesh itself: two of a plane, three gateways, four waypoints', () => {
		// By hand: 1 + 3 × 0.5 + 4 × 0.2 = 3.3; 4096 + 3 × 256 + 4 × 64 = 5120; 2 + 3 + 4.
		const plane = controlPlaneOf(choices, flowOf({ podsMeshed: 10 }), {
			pods: constant(10, 'pod'),
			nodes: zero('node')
		});
		const waypoints = {
			count: constant(4, 'pod'),
			cpuReserved: constant('0.2', 'core/pod'),
			memReserved: constant(64, 'MiB/pod')
		};
		const own = ownPods(gateways(1, 2, 0), plane, waypoints, constant(1, 'pod'));
		expect(told(own)).toEqual(['3.3', '5120', '9']);
		// By hand: 10.5 + 3.3, 9216 + 5120, 14 + 9.
		expect(told(needWith(choices, undefined, own))).toEqual(['13.8', '14336', '23']);
		const bare = ownPods(gateways(1, 2, 0), plane, undefined, constant(1, 'pod'));
		expect(told(bare)).toEqual(['2.5', '4864', '5']);
	});

	it('puts no proxy anywhere in a choice without a mesh', () => {
		const none = choicesOf({ ...choices, mesh: { kind: 'none' } });
		expect(told(needWith(none, proxy(false), nothing))).toEqual(['10.5', '9216', '14']);
	});

	it('asks nothing of a waypoint’s request where no waypoint runs', () => {
		const plane = controlPlaneOf(choicesOf(), flowOf({ podsMeshed: 10 }), {
			pods: zero('pod'),
			nodes: zero('node')
		});
		const none = {
			count: zero('pod'),
			cpuReserved: constant('0.2', 'core/pod').times(constant(1, '1')),
			memReserved: constant(64, 'MiB/pod')
		};
		expect(told(ownPods(noGateways, plane, none, zero('pod')))).toEqual(['0', '0', '0']);
	});

	it('has no figure where the memory of a group has none, but knows the CPU', () => {
		const path = 'workload.groups[1].appMemMiB';
		const need = needWithout(choices, noGateways);
		const missing = { ...figures, [path]: null };
		expect(told(need, missing)).toEqual(['10.5', `no figure: ${path}`, '14']);
	});

	it('keeps, at compile time, cores apart from MiB', () => {
		// @ts-expect-error 'MiB' is not 'core'
		const cores: Expr<'core'> = needWithout(choices, noGateways).memMiB;
		expect(cores.node.unit).toBe('MiB');
	});
});
