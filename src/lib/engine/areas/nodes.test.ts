import { describe, expect, it } from 'vitest';
import { choicesOf, flowOf, worked, type Figures } from '../../../../tests/support/graph/worked.ts';
import type { Sizing } from '../choices.ts';
import { GuardFault } from '../graph/exact.ts';
import { constant, type Expr } from '../graph/expr.ts';
import { tunnelOf, type Tunnel } from './ambient.ts';
import {
	limitsOf,
	nodesAfterZones,
	packedBy,
	roomBeside,
	roomOf,
	type Limits,
	type Need,
	type Room
} from './nodes.ts';

const one: Figures = { 'workload.clusters': 1, 'node.packing': 0.85, 'workload.headroom': 0.25 };
const needOf = (cpu: number, memMiB: number, pods: number): Need => ({
	cpu: constant(cpu, 'core'),
	memMiB: constant(memMiB, 'MiB'),
	pods: constant(pods, 'pod'),
	groups: []
});
const room = (cpu: number, memMiB: number, pods: number): Room => ({
	cpu: constant(cpu, 'core/node'),
	memMiB: constant(memMiB, 'MiB/node'),
	pods: constant(pods, 'pod/node')
});

interface Case {
	readonly need: Need;
	readonly room: Room;
	readonly tunnel?: Tunnel;
	readonly sizing?: Sizing;
	readonly passes?: number;
	readonly unset?: ReadonlySet<string>;
}
const limits = ({ need, room: each, tunnel, sizing = 'max', passes = 0, unset }: Case): Limits =>
	limitsOf({
		id: 'nodes',
		choices: choicesOf({ mesh: { kind: 'ambient', sizing, ...(unset ? { unset } : {}) } }),
		flow: flowOf({ podsMeshed: 1, traversals: passes }),
		need,
		room: each,
		tunnel
	});
const told = (of: Limits, figures = one) =>
	[of.byCpu, of.byMem, of.byPods, of.byShape].map((nodes) => worked(nodes, figures));

describe('room on a node (model §6)', () => {
	const alloc = { cpu: constant(8, 'core/node'), memMiB: constant(32_000, 'MiB/node') };
	const figures: Figures = {
		'node.maxPods': 58,
		'node.systemDaemonCpu': 0.2,
		'node.systemDaemonMemMiB': 400,
		'node.systemDaemonPods': 4,
		'mesh.nodeAgent.cpu': 0.1,
		'mesh.nodeAgent.memMiB': 100,
		'mesh.nodeAgent.pods': 1,
		'mesh.ztunnel.memReqMiB': 512,
		'mesh.ztunnel.m0': 12,
		'workload.headroom': 0
	};
	const of = ({ cpu, memMiB, pods }: Room) => [cpu, memMiB, pods].map((x) => worked(x, figures));

	it('is what daemons leave, then agents, then the memory and place of a tunnel', () => {
		// By hand: 8 − 0.2, 32 000 − 400, 58 − 4; less 0.1, 100 and 1; less 512 and 1.
		expect(of(roomOf(alloc, false))).toEqual(['7.8', '31600', '54']);
		expect(of(roomOf(alloc, true))).toEqual(['7.7', '31500', '53']);
		const tunnel = tunnelOf(choicesOf({ mesh: { kind: 'ambient' } }), flowOf({ podsMeshed: 1 }));
		expect(of(roomBeside(tunnel, roomOf(alloc, true)))).toEqual(['7.7', '30988', '52']);
	});
});

describe('nodes by each limit (model §6)', () => {
	it('are 12 by CPU, 6 by memory and 6 by pods in the worked example without a mesh', () => {
		// By hand: 75 / (0.85 × 7.71) = 11.44; 153 600 / (0.85 × 30 719.64) = 5.88; 300 / 54 = 5.56.
		// Whole and without packing: 75 / 7.71 = 9.73.
		const plain = limits({ need: needOf(75, 153_600, 300), room: room(7.71, 30_719.64, 54) });
		expect(told(plain)).toEqual(['12', '6', '6', '10']);
	});

	it('are shared out over clusters before they are rounded', () => {
		// By hand: 75 / 2 / 6.5535 = 5.72; 76 800 / 26 111.694 = 2.94; 150 / 54 = 2.78; 37.5 / 7.71.
		const plain = limits({ need: needOf(75, 153_600, 300), room: room(7.71, 30_719.64, 54) });
		expect(told(plain, { ...one, 'workload.clusters': 2 })).toEqual(['6', '3', '3', '5']);
	});

	it('are just as many at the edge, and one more a millicore, MiB or pod beyond it', () => {
		const full = { ...one, 'node.packing': 1 };
		const edge = limits({ need: needOf(16, 64_000, 100), room: room(8, 32_000, 50) });
		const over = limits({ need: needOf(16.001, 64_001, 101), room: room(8, 32_000, 50) });
		expect(told(edge, full)).toEqual(['2', '2', '2', '2']);
		expect(told(over, full)).toEqual(['3', '3', '3', '3']);
	});

	it('are 0 where nothing is asked for, whatever room there is', () => {
		expect(told(limits({ need: needOf(0, 0, 0), room: room(-1, -1, -1) }))).toEqual([
			'0',
			'0',
			'0',
			'0'
		]);
	});

	it.each([
		['byCpu', room(0, 32_000, 50)],
		['byMem', room(8, -1, 50)],
		['byPods', room(8, 32_000, 0)]
	] as const)('stop %s with NODE_TOO_SMALL where daemons leave no room', (key, none) => {
		const of = limits({ need: needOf(1, 1, 1), room: none });
		expect(() => worked(of[key], one)).toThrow(new GuardFault('NODE_TOO_SMALL'));
	});

	it('have no figure where packing has none, but by pods', () => {
		const plain = limits({ need: needOf(75, 153_600, 300), room: room(7.71, 30_719.64, 54) });
		const missing = 'no figure: node.packing';
		expect(told(plain, { ...one, 'node.packing': null })).toEqual([missing, missing, '6', '10']);
	});
});

describe('nodes beside tunnels (model §6)', () => {
	const figures: Figures = {
		...one,
		'workload.peakToAverage': 2,
		'mesh.ztunnel.c0': 0.1,
		'mesh.ztunnel.c1': 0.0001,
		'mesh.ztunnel.cpuReq': 2
	};
	const unset = new Set(['mesh.ztunnel.cpuReq']);
	const beside = (sizing: Sizing, passes: number, none?: ReadonlySet<string>) => {
		const choices = choicesOf({
			mesh: { kind: 'ambient', sizing, ...(none ? { unset: none } : {}) }
		});
		const tunnel = tunnelOf(choices, flowOf({ podsMeshed: 1, traversals: passes }));
		return limits({
			need: needOf(34, 0, 0),
			room: room(8, 32_000, 50),
			tunnel,
			sizing,
			passes,
			...(none ? { unset: none } : {})
		});
	};
	const byCpu = (sizing: Sizing, passes: number, none?: ReadonlySet<string>) =>
		worked(beside(sizing, passes, none).byCpu, figures);

	it('are 7 by request, and 9 by a use of 25 000 passes; the larger where both count', () => {
		// By hand: 34 / (0.85 × (8 − 2)) = 6.67. K = 25 000 × 2 × 0.0001 × 1.25 = 6.25;
		// (34 / 0.85 + 6.25) / (8 − 0.1 × 1.25) = 46.25 / 7.875 = 5.87; at 125 000: 71.25 / 7.875 = 9.05.
		expect(byCpu('requests', 125_000)).toBe('7');
		expect(byCpu('usage', 25_000)).toBe('6');
		expect(byCpu('usage', 125_000)).toBe('10');
		expect(byCpu('max', 25_000)).toBe('7');
		expect(byCpu('max', 125_000)).toBe('10');
	});

	it('are those by use where the tunnel’s request is not set', () => {
		expect(byCpu('usage', 25_000, unset)).toBe('6');
		expect(byCpu('max', 25_000, unset)).toBe('6');
	});

	it('share the passes over clusters', () => {
		// By hand: (17 / 0.85 + 3.125) / 7.875 = 2.94 in each of two.
		const two = { ...figures, 'workload.clusters': 2 };
		expect(worked(beside('usage', 25_000).byCpu, two)).toBe('3');
		// Whole, at 60 000 passes: n × (8 − (0.1 + 6 / n) × 1.25) ≥ 17 from n = 24.5 / 7.875 = 3.11.
		expect(worked(beside('usage', 60_000).byShape, two)).toBe('4');
	});

	it('is the smallest count with room, whole: as each tunnel carries less on more nodes', () => {
		// By hand: the 34 cores need n × (8 − max(2, (0.1 + 5 / n) × 1.25)) ≥ 34 at K of 5 cores used.
		// n = 5: 5 × (8 − 2) = 30; n = 6: 6 × 6 = 36. By use alone n = 5: 5 × (8 − 1.375) = 33.125 and
		// n = 6: 6 × (8 − 1.16666…) = 41.
		expect(worked(beside('max', 25_000).byShape, figures)).toBe('6');
		expect(worked(beside('usage', 25_000).byShape, figures)).toBe('6');
		// At 20 000 passes n = 5: 5 × (8 − (0.1 + 0.8) × 1.25) = 34.375.
		expect(worked(beside('usage', 20_000).byShape, figures)).toBe('5');
	});

	it.each(['requests', 'usage'] as const)(
		'stop with NODE_TOO_SMALL where a tunnel takes all by %s',
		(sizing) => {
			const large = { ...figures, 'mesh.ztunnel.cpuReq': 8, 'mesh.ztunnel.c0': 6.4 };
			expect(() => worked(beside(sizing, 25_000).byCpu, large)).toThrow(
				new GuardFault('NODE_TOO_SMALL')
			);
		}
	);
});

describe('zone rules (model §6)', () => {
	const after = (nodes: number, parts: Parameters<typeof choicesOf>[0], figures: Figures) =>
		worked(nodesAfterZones(choicesOf(parts), constant(nodes, 'node')), {
			'workload.azs': 3,
			'workload.clusters': 1,
			...figures
		});

	it('round up to a multiple of the zones', () => {
		const balanced = { azBalanced: true };
		expect([after(12, balanced, {}), after(13, balanced, {}), after(0, balanced, {})]).toEqual([
			'12',
			'15',
			'0'
		]);
		expect(after(13, { azBalanced: false }, {})).toBe('13');
	});

	it('keep so many nodes a zone at least', () => {
		const least = { 'node.minNodesPerAz': 2 };
		expect(after(5, { azBalanced: false }, least)).toBe('6');
		expect(after(7, { azBalanced: false }, least)).toBe('7');
	});

	it('have room left when one of three zones is lost: 15 for 10, then 18 in balance of 11', () => {
		// By hand: 10 × 3 / 2 = 15; 11 × 3 / 2 = 16.5 → 17, and 18 in balance.
		const survive = { surviveAzLoss: true, manyZones: true };
		expect(after(10, { ...survive, azBalanced: false }, {})).toBe('15');
		expect(after(11, { ...survive, azBalanced: false }, {})).toBe('17');
		expect(after(11, { ...survive, azBalanced: true }, {})).toBe('18');
	});

	it('cannot survive the loss of the only zone, and do not try', () => {
		const single = { surviveAzLoss: true, manyZones: false };
		expect(after(10, single, { 'workload.azs': 1 })).toBe('10');
		expect(after(10, { surviveAzLoss: false, manyZones: true, azBalanced: false }, {})).toBe('10');
	});

	it('count all clusters in the end', () => {
		expect(after(13, {}, { 'workload.clusters': 2 })).toBe('30');
	});
});

describe('the mode of packing (model §6)', () => {
	const of = (byCpu: number, byMem: number, byPods: number): Limits => ({
		byCpu: constant(byCpu, 'node'),
		byMem: constant(byMem, 'node'),
		byPods: constant(byPods, 'node'),
		byShape: constant(2, 'node')
	});

	it('takes the largest of the totals, or the count of whole pods', () => {
		expect(worked(packedBy('sum', of(5, 3, 4)))).toBe('5');
		expect(worked(packedBy('sum', of(3, 5, 4)))).toBe('5');
		expect(worked(packedBy('sum', of(3, 4, 5)))).toBe('5');
		expect(worked(packedBy('shape', of(5, 3, 4)))).toBe('2');
	});

	it('keeps, at compile time, nodes apart from pods', () => {
		// @ts-expect-error 'node' is not 'pod'
		const pods: Expr<'pod'> = packedBy('sum', of(1, 2, 3));
		expect(pods.node.unit).toBe('node');
	});
});
