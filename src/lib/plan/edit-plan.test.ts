import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plans } from './link/arbitrary-plan.ts';
import { keysOf, mergePlan, setAt, withoutDefaults } from './edit-plan.ts';

describe('setAt', () => {
	it('sets 500 pods and leaves the plan that was', () => {
		const plan = { name: 'a', workload: { pods: 300, azs: 3 } };
		expect(setAt(plan, 'workload.pods', 500)).toEqual({
			ok: true,
			value: { name: 'a', workload: { pods: 500, azs: 3 } }
		});
		expect(plan.workload.pods).toBe(300);
	});

	it('takes a value out, and the group that it empties', () => {
		expect(setAt({ workload: { pods: 1 } }, 'workload.pods', undefined)).toEqual({
			ok: true,
			value: {}
		});
	});

	it('reaches groups of pods and overrides, whose keys hold dots', () => {
		expect(keysOf('overrides.linkerd.mesh.proxy.c1')).toEqual([
			'overrides',
			'linkerd',
			'mesh.proxy.c1'
		]);
		expect(setAt({}, 'overrides.*.workload.groups[0].pods', 5)).toEqual({
			ok: true,
			value: { overrides: { '*': { 'workload.groups[0].pods': 5 } } }
		});
		const groups = [{ id: 'a', pods: 1 }];
		expect(setAt({ workload: { groups } }, 'workload.groups[0].pods', 2)).toEqual({
			ok: true,
			value: { workload: { groups: [{ id: 'a', pods: 2 }] } }
		});
		expect(setAt({ workload: { groups } }, 'workload.groups[1].pods', 2)).toEqual({
			ok: true,
			value: { workload: { groups: [{ id: 'a', pods: 1 }, { pods: 2 }] } }
		});
	});

	it('says what is wrong with a value, and with a path', () => {
		expect(setAt({}, 'workload.pods', 'x')).toMatchObject({ errors: [{ path: 'workload.pods' }] });
		expect(setAt({}, 'workload.podz', 1)).toMatchObject({ errors: [{ path: 'workload.podz' }] });
		expect(setAt({}, '__proto__.x', 1)).toMatchObject({ ok: false });
	});
});

describe('mergePlan', () => {
	it('lays a patch over a plan: 2 zones replace 3, pods stay', () => {
		expect(mergePlan({ workload: { pods: 9, azs: 3 } }, { workload: { azs: 2 } })).toEqual({
			ok: true,
			value: { workload: { pods: 9, azs: 2 } }
		});
	});

	it('replaces a number with its range as one thing', () => {
		const base = { workload: { pods: { value: 5, low: 1, high: 9 } } };
		expect(mergePlan(base, { workload: { pods: { value: 20 } } })).toEqual({
			ok: true,
			value: { workload: { pods: { value: 20 } } }
		});
	});

	it('lets groups of pods take the place of one size, and the other way round', () => {
		const single = { workload: { pods: 9, appCpu: 1, azs: 2 } };
		const groups = { workload: { groups: [{ pods: 4 }] } };
		expect(mergePlan(single, groups)).toEqual({
			ok: true,
			value: { workload: { groups: [{ pods: 4 }], azs: 2 } }
		});
		expect(mergePlan(groups, { workload: { pods: 3 } })).toEqual({
			ok: true,
			value: { workload: { pods: 3 } }
		});
	});

	it('changes nothing with an empty patch, and gives the patch over an empty plan', () => {
		fc.assert(
			fc.property(plans, (plan) => {
				expect(mergePlan(plan, {})).toEqual({ ok: true, value: plan });
				expect(mergePlan({}, plan)).toEqual({ ok: true, value: plan });
			}),
			{ numRuns: 50 }
		);
	});
});

describe('withoutDefaults', () => {
	it('leaves out 300 pods and 3 zones, keeps 301 and "exactly 2 % growth"', () => {
		const plan = {
			version: 1,
			workload: { pods: 300, services: 61, azs: 3, growthPodsMonthly: 0.02 },
			platform: { cloud: 'aws', region: 'eu-west-1' },
			finance: { startMonth: null }
		} as const;
		expect(withoutDefaults(plan)).toEqual({ workload: { services: 61, growthPodsMonthly: 0.02 } });
	});

	it('is done after one pass', () => {
		fc.assert(
			fc.property(plans, (plan) => {
				const once = withoutDefaults(plan);
				expect(withoutDefaults(once)).toEqual(once);
			}),
			{ numRuns: 50 }
		);
	});
});
