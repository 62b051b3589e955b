import { describe, expect, it } from 'vitest';
import { groupFigures } from './group-figures.ts';

const groups = [
	{ pods: { value: 2, note: 'counted' }, appCpu: 0.25, appMemMiB: 64 },
	{ pods: 10, appCpu: '0.5', appMemMiB: 64 }
];

describe('sizes of groups in one line', () => {
	it('adds up pods: 2 + 10', () => {
		expect(groupFigures(groups, 'workload.pods')).toBe('12 in 2 groups');
	});

	it('gives the least and the most of a size, once where they are the same', () => {
		expect(groupFigures(groups, 'workload.appCpu')).toBe('0.25 to 0.5');
		expect(groupFigures(groups, 'workload.appMemMiB')).toBe('64');
	});

	it('adds up nothing where a group leaves its size to the default, or there are none', () => {
		expect(groupFigures([{ appCpu: 1 }], 'workload.pods')).toBe('in 1 group');
		expect(groupFigures(undefined, 'workload.pods')).toBe('');
	});
});
