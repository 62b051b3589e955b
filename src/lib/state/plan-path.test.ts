import { expect, it } from 'vitest';
import { at, withAt } from './plan-path.ts';

it('reads workload.pods and finds nothing where a group is missing', () => {
	expect(at({ workload: { pods: 300 } }, 'workload.pods')).toBe(300);
	expect(at({}, 'workload.pods')).toBeUndefined();
	expect(at({ workload: 3 }, 'workload.pods')).toBeUndefined();
});

it('does not read what an object inherits', () => {
	expect(at({}, 'constructor.name')).toBeUndefined();
	expect(at({}, '__proto__')).toBeUndefined();
});

it('writes 500 pods into a copy and leaves the plan that was', () => {
	const before = { name: 'x', workload: { pods: 300, azs: 3 } };
	expect(withAt(before, 'workload.pods', 500)).toEqual({
		name: 'x',
		workload: { pods: 500, azs: 3 }
	});
	expect(before.workload.pods).toBe(300);
});

it('takes a value out, and the group it emptied', () => {
	expect(withAt({ workload: { pods: 300 } }, 'workload.pods', undefined)).toEqual({});
});

it('takes the input path of an override as one key, and the ends of its range as parts of it', () => {
	const plan = withAt({}, 'overrides.linkerd.support.fteBase', 0.5);
	expect(plan).toEqual({ overrides: { linkerd: { 'support.fteBase': 0.5 } } });
	expect(at(plan, 'overrides.linkerd.support.fteBase')).toBe(0.5);
	const ranged = withAt(
		{ overrides: { linkerd: { 'support.fteBase': { value: 0.5 } } } },
		'overrides.linkerd.support.fteBase.high',
		1
	);
	expect(ranged).toEqual({
		overrides: { linkerd: { 'support.fteBase': { value: 0.5, high: 1 } } }
	});
	expect(withAt(plan, 'overrides.linkerd.support.fteBase', undefined)).toEqual({});
});
