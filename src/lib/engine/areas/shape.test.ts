import { describe, expect, it } from 'vitest';
import { worked } from '../../../../tests/support/graph/worked.ts';
import { constant, type Expr } from '../graph/expr.ts';
import { byWholePods, podsPerNode, type GroupNeed } from './shape.ts';

const group = (pods: number, cpu: number, memMiB: number, at = 0): GroupNeed => ({
	at,
	pods: constant(pods, 'pod'),
	cpu: constant(cpu, 'core/pod'),
	memMiB: constant(memMiB, 'MiB/pod')
});
const room = (cpu: number, memMiB: number, pods: number) => ({
	cpu: constant(cpu, 'core/node'),
	memMiB: constant(memMiB, 'MiB/node'),
	pods: constant(pods, 'pod/node')
});
const share = (cpu: number, memMiB: number, pods: number) => ({
	cpu: constant(cpu, 'core'),
	memMiB: constant(memMiB, 'MiB'),
	pods: constant(pods, 'pod')
});

describe('whole pods on a node (model §6)', () => {
	const on = (of: GroupNeed, each: ReturnType<typeof room>) => worked(podsPerNode(of, each, 'f'));

	it('are 7 of 0.95 core on 7.5, by whichever of CPU, memory and places is short', () => {
		// By hand: ⌊7.5 / 0.95⌋ = 7, ⌊3500 / 512⌋ = 6, 5 places.
		expect(on(group(1, 0.95, 0), room(7.5, 0, 100))).toBe('7');
		expect(on(group(1, 0.95, 512), room(7.5, 3500, 100))).toBe('6');
		expect(on(group(1, 0.95, 512), room(7.5, 3500, 5))).toBe('5');
	});

	it('are as many as fit exactly, and one fewer when a pod is a millicore larger', () => {
		expect(on(group(1, 0.75, 512), room(7.5, 5120, 100))).toBe('10');
		expect(on(group(1, 0.751, 512), room(7.5, 5120, 100))).toBe('9');
		expect(on(group(1, 0.75, 513), room(7.5, 5120, 100))).toBe('9');
	});

	it('are limited by places alone where a pod asks for nothing', () => {
		expect(on(group(1, 0, 0), room(7.5, 5120, 50))).toBe('50');
		expect(on(group(1, 0, 512), room(0, 5120, 50))).toBe('10');
		expect(on(group(1, 0.75, 0), room(7.5, -5, 50))).toBe('10');
	});

	it('are none, never fewer, where a tunnel has taken more than all', () => {
		expect(on(group(1, 0.5, 512), room(-1, 5120, 50))).toBe('0');
		expect(on(group(1, 0.5, 512), room(7.5, -5, 50))).toBe('0');
	});
});

describe('nodes for whole pods (model §6)', () => {
	const nodes = (
		groups: readonly GroupNeed[],
		each: ReturnType<typeof room>,
		all: ReturnType<typeof share>,
		clusters = 1
	) =>
		worked(byWholePods({ id: 'n', need: { groups }, room: each, share: all }), {
			'workload.clusters': clusters
		});
	const wide = room(7.5, 1e6, 1000);
	const nothing = share(0, 0, 0);

	it('are 15 for 100 pods of 0.95 core on 7.5, and 29 for 200 in each of two clusters', () => {
		// By hand: 7 on a node: 100 / 7 = 14.3 → 15; 200 pods over one cluster 28.6 → 29.
		expect(nodes([group(100, 0.95, 0)], wide, nothing)).toBe('15');
		expect(nodes([group(200, 0.95, 0)], wide, nothing)).toBe('29');
		expect(nodes([group(200, 0.95, 0)], wide, nothing, 2)).toBe('15');
	});

	it('are counted group by group: 2 and 2, not 3 for both', () => {
		const groups = [group(8, 0.95, 0), group(8, 0.95, 0, 1)];
		expect(nodes(groups, wide, nothing)).toBe('4');
		expect(nodes([group(16, 0.95, 0)], wide, nothing)).toBe('3');
		expect(nodes([group(8, 0.95, 0), group(0, 99, 0, 1)], wide, nothing)).toBe('2');
	});

	it('are never fewer than all CPU, memory and places together need', () => {
		// By hand: 80 / 7.5 = 10.7; 11.5e6 / 1e6; 10 001 / 1000.
		const few = [group(7, 0.95, 0)];
		expect(nodes(few, wide, share(80, 0, 0))).toBe('11');
		expect(nodes(few, wide, share(0, 11.5e6, 0))).toBe('12');
		expect(nodes(few, wide, share(0, 0, 10_001))).toBe('11');
		expect(nodes(few, wide, nothing)).toBe('1');
	});

	it('are more than any plan has where something is wanted and there is no room', () => {
		for (const each of [room(0, 1e6, 10), room(-1, 1e6, 10)]) {
			expect(Number(nodes([], each, share(1, 0, 0)))).toBe(1e290);
			expect(nodes([], each, nothing)).toBe('0');
		}
		expect(Number(nodes([], room(8, 0, 10), share(0, 1, 0)))).toBe(1e290);
		expect(Number(nodes([], room(8, 1e6, 0), share(0, 0, 1)))).toBe(1e290);
	});

	it('have no figure where the clusters have none', () => {
		const whole = byWholePods({
			id: 'n',
			need: { groups: [group(1, 1, 1)] },
			room: wide,
			share: nothing
		});
		expect(worked(whole, { 'workload.clusters': null })).toBe('no figure: workload.clusters');
	});

	it('keeps, at compile time, pods on a node apart from nodes', () => {
		// @ts-expect-error 'pod/node' is not 'node'
		const count: Expr<'node'> = podsPerNode(group(1, 1, 1), wide, 'f');
		expect(count.node.unit).toBe('pod/node');
	});
});
