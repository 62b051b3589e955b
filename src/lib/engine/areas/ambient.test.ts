import { describe, expect, it } from 'vitest';
import { choicesOf, flowOf, worked, type Figures } from '../../../../tests/support/graph/worked.ts';
import { GuardFault } from '../graph/exact.ts';
import { constant } from '../graph/expr.ts';
import { tunnelOf, waypointsOf } from './ambient.ts';

const choices = choicesOf({ mesh: { kind: 'ambient', waypoints: true } });
const flow = flowOf({
	services: 60,
	pods: 300,
	podsMeshed: 300,
	traversals: 11_200,
	waypointPasses: 1530
});
const nodes = constant(15, 'node');

const figures: Figures = {
	'workload.peakToAverage': 2.5,
	'workload.headroom': 0.25,
	'workload.payloadKiB': 4,
	'workload.l7Fraction': 0.3,
	'mesh.ztunnel.c0': 0.005,
	'mesh.ztunnel.c1': 0.00006,
	'mesh.ztunnel.c2': 0.0000015,
	'mesh.ztunnel.cpuReq': 0.1,
	'mesh.ztunnel.memReqMiB': 512,
	'mesh.ztunnel.m0': 12,
	'mesh.ztunnel.aEndpointKiB': 2,
	'mesh.waypoint.c0': 0.005,
	'mesh.waypoint.c1': 0.00025,
	'mesh.waypoint.c2': 0.0000015,
	'mesh.waypoint.cpuReq': 0.1,
	'mesh.waypoint.memReqMiB': 128,
	'mesh.waypoint.m0': 45,
	'mesh.waypoint.aServiceKiB': 45,
	'mesh.waypoint.aEndpointKiB': 1,
	'mesh.waypoint.deployments': 6,
	'mesh.waypoint.minReplicas': 2
};

describe('node tunnels (model §4, §6)', () => {
	const tunnel = tunnelOf(choices, flow);

	it('uses 0.1254 core on each of 15 nodes for 1866.67 passes, and reserves 0.15675', () => {
		// By hand: 11 200 × 2.5 × 0.0000645 / 15 = 0.1204, and 0.005; a quarter more is above 0.1.
		const use = tunnel.cpuUse(nodes);
		expect(Number(worked(tunnel.ratePeak(nodes), figures)).toFixed(4)).toBe('1866.6667');
		expect(Number(worked(use, figures)).toFixed(12)).toBe('0.125400000000');
		expect(Number(worked(tunnel.cpuReserved(use), figures)).toFixed(12)).toBe('0.156750000000');
	});

	it('holds every pod of the mesh: 12.5859375 MiB, with 512 requested', () => {
		// By hand: 12 + 300 × 2 / 1024.
		expect(worked(tunnel.memUse, figures)).toBe('12.5859375');
		expect(worked(tunnel.memReserved, figures)).toBe('512');
	});

	it('follows the use of a tunnel whose requests are not set', () => {
		const unset = new Set(['mesh.ztunnel.cpuReq', 'mesh.ztunnel.memReqMiB']);
		const loose = tunnelOf(choicesOf({ mesh: { kind: 'ambient', sizing: 'usage', unset } }), flow);
		// By hand: 0.08 × 1.25, and 12.5859375 × 1.25.
		expect(worked(loose.cpuReserved(constant('0.08', 'core/pod')), figures)).toBe('0.1');
		expect(worked(loose.memReserved, figures)).toBe('15.732421875');
	});

	it('is idle without traffic, and has no figure without its coefficient', () => {
		const quiet = tunnelOf(choices, flowOf({ pods: 300, podsMeshed: 300 }));
		expect(worked(quiet.cpuUse(nodes), figures)).toBe('0.005');
		const missing = { ...figures, 'mesh.ztunnel.c1': null };
		expect(worked(tunnel.cpuUse(nodes), missing)).toBe('no figure: mesh.ztunnel.c1');
	});

	it('refuses, at compile time, pods where nodes belong', () => {
		// @ts-expect-error 'pod' is not 'node'
		const rate = tunnel.ratePeak(constant(1, 'pod'));
		expect(rate.node.unit).not.toBe('traversal/pod-s');
	});
});

describe('waypoints (model §4)', () => {
	const waypoints = waypointsOf(choices, flow);

	it('runs three replicas of six waypoints, 212.5 passes and 0.05908125 core each', () => {
		// By hand: 1530 × 2.5 / 6 × 0.0002545 × 1.25 / 0.095 = 2.13 → 3; 3825 / 18 = 212.5;
		// 0.005 + 212.5 × 0.0002545.
		expect(worked(waypoints.count, figures)).toBe('18');
		expect(worked(waypoints.ratePeak, figures)).toBe('212.5');
		expect(worked(waypoints.cpuUse, figures)).toBe('0.05908125');
		expect(worked(waypoints.cpuReserved, figures)).toBe('0.1');
	});

	it('never runs fewer than the least of each', () => {
		expect(worked(waypoints.count, { ...figures, 'mesh.waypoint.minReplicas': 4 })).toBe('24');
	});

	it('fills a replica to its last millicore before it adds one', () => {
		// By hand: two replicas have 0.19 core; 0.19 / (0.0004 × 1.25) = 380 passes a waypoint at peak,
		// so 380 × 6 / 2.5 = 912 on average.
		const even = { ...figures, 'mesh.waypoint.c2': 0, 'mesh.waypoint.c1': 0.0004 };
		const full = flowOf({ podsMeshed: 300, waypointPasses: 912 });
		const over = flowOf({ podsMeshed: 300, waypointPasses: 912.1 });
		const one = { ...even, 'mesh.waypoint.minReplicas': 1 };
		expect(worked(waypointsOf(choices, full).count, one)).toBe('12');
		expect(worked(waypointsOf(choices, over).count, one)).toBe('18');
	});

	it('holds 47.9296875 MiB and reserves the 128 requested, or its use where none is set', () => {
		const unset = new Set(['mesh.waypoint.memReqMiB']);
		const loose = waypointsOf(
			choicesOf({ mesh: { kind: 'ambient', sizing: 'usage', unset } }),
			flow
		);
		expect(worked(waypoints.memUse, figures)).toBe('47.9296875');
		expect(worked(waypoints.memReserved, figures)).toBe('128');
		expect(worked(loose.memReserved, figures)).toBe('59.912109375');
	});

	it.each([
		['no call is L7', { 'workload.l7Fraction': 0 }],
		['there is no deployment', { 'mesh.waypoint.deployments': 0 }]
	])('runs none where %s, whatever a replica requests', (_, none) => {
		const small = { ...figures, ...none, 'mesh.waypoint.cpuReq': 0.001 };
		expect(worked(waypoints.count, small)).toBe('0');
		expect(worked(waypoints.ratePeak, small)).toBe('0');
	});

	it('runs none where no pod is meshed', () => {
		const none = waypointsOf(choices, flowOf({ waypointPasses: 1530 }));
		expect(worked(none.count, figures)).toBe('0');
	});

	it('stops with REPLICA_TOO_SMALL where a replica requests no more than it uses idle', () => {
		for (const cpuReq of [0.005, 0.004]) {
			const small = { ...figures, 'mesh.waypoint.cpuReq': cpuReq };
			expect(() => worked(waypoints.count, small)).toThrow(new GuardFault('REPLICA_TOO_SMALL'));
		}
		expect(worked(waypoints.room, figures)).toBe('0.095');
	});

	it.each(['mesh.waypoint.c1', 'mesh.waypoint.deployments', 'workload.headroom'])(
		'has no figure without %s',
		(path) => {
			const missing = { ...figures, [path]: null };
			expect(worked(waypoints.count, missing)).toBe(`no figure: ${path}`);
		}
	);
});
