import { describe, expect, it } from 'vitest';
import { worked, type Figures } from '../../../../tests/support/graph/worked.ts';
import { constant } from '../graph/expr.ts';
import { MOST_TASK_CPU, MOST_TASK_MIB, taskPrice, taskSize, TASK_SIZES } from './tasks.ts';

/** Prices at which vCPU and memory of a size can be read off: 1 a vCPU, 0.001 a GiB. */
const prices: Figures = { 'fargate.vcpuHour': 1, 'fargate.gibHour': 0.001 };
const priceOf = (cpu: number, memMiB: number, figures = prices): string =>
	worked(
		taskPrice({
			id: 'task',
			label: 'Task',
			cpu: constant(cpu, 'core/pod'),
			memMiB: constant(memMiB, 'MiB/pod')
		}),
		figures
	);

// [vCPU, MiB] needed, the pair of model §8 by eye, and its price: vCPU + GiB / 1000.
const edges = [
	[0, 0, [256, 512], '0.2505'],
	[0.25, 512, [256, 512], '0.2505'],
	[0.25, 513, [256, 1024], '0.251'],
	[0.25, 1025, [256, 2048], '0.252'],
	[0.25, 2048, [256, 2048], '0.252'],
	[0.25, 2049, [512, 3072], '0.503'],
	[0.251, 512, [512, 1024], '0.501'],
	[0.5, 4096, [512, 4096], '0.504'],
	[0.5, 4097, [1024, 5120], '1.005'],
	[0.501, 1024, [1024, 2048], '1.002'],
	[1, 8192, [1024, 8192], '1.008'],
	[1, 8193, [2048, 9216], '2.009'],
	[1.001, 512, [2048, 4096], '2.004'],
	[2, 16_384, [2048, 16_384], '2.016'],
	[2, 16_385, [4096, 17_408], '4.017'],
	[2.001, 512, [4096, 8192], '4.008'],
	[4, 30_720, [4096, 30_720], '4.03'],
	[4, 30_721, [8192, 32_768], '8.032'],
	[4.001, 16_385, [8192, 20_480], '8.02'],
	[8, 61_440, [8192, 61_440], '8.06'],
	[8, 61_441, [16_384, 65_536], '16.064'],
	[8.001, 512, [16_384, 32_768], '16.032'],
	[16, 122_880, [16_384, 122_880], '16.12']
] as const;

describe('sizes of tasks (model §8)', () => {
	it.each(edges)(
		'has for %d vCPU and %d MiB the pair %j at %s an hour',
		(cpu, mib, pair, price) => {
			expect(priceOf(cpu, mib)).toBe(price);
			expect(taskSize(cpu, mib)).toEqual(pair);
		}
	);

	it('forgives a billionth at an edge, and no more', () => {
		expect(priceOf(0.25 + 1e-9, 512 + 1e-9)).toBe('0.2505');
		expect(taskSize(0.25 + 1e-9, 512 + 1e-9)).toEqual([256, 512]);
		expect(priceOf(0.25 + 2e-9, 512)).toBe('0.501');
		expect(taskSize(0.25 + 2e-9, 512)).toEqual([512, 1024]);
		expect(taskSize(0.25, 2048 + 2e-9)).toEqual([512, 2048]);
	});

	it('takes the least units that have room, and with them the cheapest size at any prices', () => {
		// Memory alone costs: 0.26 vCPU and 512 MiB take 512 units with 1 GiB; the next has 2 at least.
		expect(priceOf(0.26, 512, { 'fargate.vcpuHour': 0, 'fargate.gibHour': 1 })).toBe('1');
		expect(priceOf(0.26, 512, { 'fargate.vcpuHour': 1, 'fargate.gibHour': 0 })).toBe('0.5');
		expect(taskSize(0.26, 512)).toEqual([512, 1024]);
	});

	it('fits nothing beyond 16 vCPU or 120 GiB', () => {
		for (const [cpu, mib] of [
			[16.01, 512],
			[0.25, 122_881]
		] as const) {
			expect(Number(priceOf(cpu, mib))).toBe(1e290);
			expect(taskSize(cpu, mib)).toBeUndefined();
		}
		expect(worked(MOST_TASK_CPU)).toBe('16.000000001');
		expect(worked(MOST_TASK_MIB)).toBe('122880.000000001');
	});

	it('has no figure where a price has none', () => {
		for (const path of ['fargate.vcpuHour', 'fargate.gibHour']) {
			expect(priceOf(0.25, 512, { ...prices, [path]: null })).toBe(`no figure: ${path}`);
		}
	});

	it('knows the 74 pairs that are sold', () => {
		// By hand, row by row of §8: 3 of a quarter vCPU, then 4, 7, 13, 23, 12 and 12.
		const pairs = TASK_SIZES.map(({ from, to, step }) => 1 + (to - from) / step);
		expect(pairs).toEqual([1, 2, 4, 7, 13, 23, 12, 12]);
		expect(pairs.reduce((all, count) => all + count, 0)).toBe(74);
	});

	it('refuses, at compile time, cores of a node as those of a task', () => {
		const [onNode, memMiB] = [constant(1, 'core/node'), constant(512, 'MiB/pod')];
		// @ts-expect-error 'core/node' is not 'core/pod'
		const price = taskPrice({ id: 't', label: 'T', cpu: onNode, memMiB });
		expect(price.node.unit).toBe('USD/pod-hour');
	});
});
