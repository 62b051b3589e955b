import { describe, expect, it } from 'vitest';
import { TODAY, worked } from '../../../tests/report/shared.ts';
import type { Plan } from '../plan/plan.ts';
import { reportOf } from './build-report.ts';
import { addMoney } from './rows.ts';

const optionOf = (plan: Plan) => {
	const report = reportOf(
		worked({ options: ['linkerd'], finance: { months: 12 }, ...plan }),
		TODAY
	);
	const [option] = report.options;
	if (option === undefined) throw new Error('no option');
	return option;
};

describe('unit costs', () => {
	it('are month 1 without one-off cash, over services, pods and million requests', () => {
		const option = optionOf({ workload: { pods: 200, services: 50, edgeRps: 100 } });
		const month = addMoney(
			option.rows
				.filter(({ block }) => block === 'infra' || block === 'support')
				.map(({ monthly }) => monthly[0] ?? '0')
		);
		// By hand: 100/s × 3600 s × 730 h = 262.8 million requests.
		const by = new Map((option.unitCosts ?? []).map(({ per, count }) => [per, count]));
		expect([...by]).toEqual([
			['service', 50],
			['pod', 200],
			['million requests', 262.8]
		]);
		const service = option.unitCosts?.find(({ per }) => per === 'service');
		expect(service?.amount).toBe((Number(month) / 50).toFixed(4));
	});

	it('leave out what there is none of', () => {
		const option = optionOf({ workload: { edgeRps: 0 } });
		expect(option.unitCosts?.map(({ per }) => per)).toEqual(['service', 'pod']);
	});
});

describe('showback', () => {
	const group = (id: string, pods: number) => ({ id, pods, appCpu: 0.1, appMemMiB: 128 });

	it('divides the total by pods, to the last cent', () => {
		const groups = [group('a', 100), group('b', 100), group('c', 100)];
		const { showback, totals } = optionOf({ workload: { groups } });
		expect(showback?.map(({ group: name, share }) => [name, share])).toEqual([
			['a', 1 / 3],
			['b', 1 / 3],
			['c', 1 / 3]
		]);
		expect(addMoney((showback ?? []).map(({ amount }) => amount))).toBe(totals.spend);
	});

	it('is none where there is one group', () => {
		expect(optionOf({}).showback).toBeUndefined();
	});
});
