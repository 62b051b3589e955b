import { describe, expect, it } from 'vitest';
import { choicesOf, worked, type Figures } from '../../../../tests/support/graph/worked.ts';
import { constant, sum, type Expr } from '../graph/expr.ts';
import { applicationTasks, largerTasks, taskGroups, taskNeed } from './fargate.ts';
import type { Beside } from './need.ts';

const choices = choicesOf({
	groups: [
		{ id: 'web', meshed: true, runtime: 'k8s' },
		{ id: 'jobs', meshed: true, runtime: 'fargate' },
		{ id: 'alone', meshed: false, runtime: 'fargate' },
		{ id: 'more', meshed: true, runtime: 'fargate' }
	]
});
const figures: Figures = {
	'time.hoursPerMonth': 730,
	'fargate.vcpuHour': 0.04,
	'fargate.gibHour': 0.004,
	'workload.groups[0].pods': 99,
	'workload.groups[1].pods': 10,
	'workload.groups[1].appCpu': 0.2,
	'workload.groups[1].appMemMiB': 400,
	'workload.groups[2].pods': 99,
	'workload.groups[3].pods': 3,
	'workload.groups[3].appCpu': 0.25,
	'workload.groups[3].appMemMiB': 1000
};
const beside = (cpu: string, memMiB: number): Beside => ({
	cpu: constant(cpu, 'core/pod'),
	memMiB: constant(memMiB, 'MiB/pod'),
	limitsMemory: true
});

describe('larger tasks (model §8)', () => {
	it('cost nothing where the proxy fits into the slack of one and a step for the other', () => {
		// By hand: 0.2 + 0.05 vCPU and 400 + 64 MiB stay in a quarter and 512. 0.25 + 0.05 needs half a
		// vCPU, 1000 + 64 two GiB: (0.02 + 0.008) − (0.01 + 0.004) = 0.014 × 3 × 730.
		expect(worked(largerTasks(choices, beside('0.05', 64)), figures)).toBe('30.66');
	});

	it('cost a step of both: 10 from a quarter to half a vCPU and 1 GiB as well', () => {
		// By hand: (0.02 + 0.004) − (0.01 + 0.002) = 0.012 × 10, and 0.014 × 3; × 730 = 118.26.
		expect(worked(largerTasks(choices, beside('0.25', 64)), figures)).toBe('118.26');
		const dearer = { ...figures, 'time.cloudPriceDriftAnnual': 0.5 };
		expect(worked(largerTasks(choices, beside('0.25', 64)), dearer, 12)).toBe('177.39');
	});

	it('do not exist where nothing stands beside, nothing is meshed or the mesh is ambient', () => {
		expect(worked(largerTasks(choices, undefined), figures)).toBe('0');
		expect(taskGroups(choices)).toEqual([1, 3]);
		for (const kind of ['none', 'ambient'] as const) {
			expect(taskGroups(choicesOf({ groups: choices.groups, mesh: { kind } }))).toEqual([]);
		}
	});

	it('add the proxy’s need to the application’s', () => {
		const { cpu, memMiB } = taskNeed(choices, 1, beside('0.05', 64));
		expect([worked(cpu, figures), worked(memMiB, figures)]).toEqual(['0.25', '464']);
		const alone = taskNeed(choices, 1, undefined);
		expect([worked(alone.cpu, figures), worked(alone.memMiB, figures)]).toEqual(['0.2', '400']);
	});

	it('have no figure where the price of memory has none', () => {
		const missing = { ...figures, 'fargate.gibHour': null };
		const told = worked(largerTasks(choices, beside('0.05', 64)), missing);
		expect(told).toBe('no figure: fargate.gibHour');
	});

	it('cost 0.162 USD an hour without any proxy', () => {
		// By hand: 10 × (0.01 + 0.002) and 3 × (0.01 + 0.004).
		const alone = applicationTasks(choices);
		expect(alone.map((one) => worked(one, figures))).toEqual(['0.12', '0.042']);
		expect(worked(sum('USD/hour', alone), figures)).toBe('0.162');
	});

	it('keeps, at compile time, an hour apart from a month', () => {
		// @ts-expect-error 'USD/month' is not 'USD/hour'
		const hourly: Expr<'USD/hour'> = largerTasks(choices, undefined);
		expect(hourly.node.unit).toBe('USD/month');
	});
});
