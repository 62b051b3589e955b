import { describe, expect, it } from 'vitest';
import { TODAY, worked } from '../../../../tests/report/shared.ts';
import type { Plan } from '../../plan/plan.ts';
import { reportOf } from '../build-report.ts';
import { planChange, type Told } from './plan-change.ts';

const base: Plan = { options: ['no-mesh', 'linkerd'], finance: { months: 12 } };
const told = (plan: Plan): Told => {
	const all = worked(plan);
	return { worked: all, report: reportOf(all, TODAY) };
};
const linkerdOf = (before: Plan, after: Plan) =>
	planChange(told(before), told(after)).options.find(({ id }) => id === 'linkerd');

describe('two plans line by line', () => {
	it('say that nothing differs where nothing does', () => {
		expect(planChange(told(base), told(base)).words).toBe('Nothing differs.');
	});

	it('name the one input behind a difference, with all of its effect', () => {
		const after: Plan = { ...base, people: { hourlyRate: 120 } };
		const change = linkerdOf(base, after);
		expect(change?.causes.map(({ path }) => path)).toEqual(['support.rateHour']);
		expect(change?.causes[0]?.effect).toBe(change?.difference);
		expect(change?.together).toBeUndefined();
		// The rate of people moves rows of people alone.
		expect(change?.rows.every(({ key }) => key.startsWith('support.'))).toBe(true);
	});

	it('add up: each alone, and what they do together', () => {
		const after: Plan = { ...base, people: { hourlyRate: 120 }, workload: { services: 90 } };
		const change = linkerdOf(base, after);
		const parts = [...(change?.causes ?? []).map(({ effect }) => effect), change?.together];
		const cents = parts.reduce((sum, part) => sum + Math.round(Number(part ?? 0) * 100), 0);
		expect(cents).toBe(Math.round(Number(change?.difference) * 100));
		expect(Number(change?.together)).toBeGreaterThan(0);
	});

	it('refuse to compare amounts in different money or over different times', () => {
		const longer = planChange(told(base), told({ ...base, finance: { months: 24 } }));
		expect(longer.words).toBe('One plan is in USD, 12 months, the other in USD, 24 months.');
		expect(longer.options).toEqual([]);
	});

	it('say when more than numbers differ', () => {
		const change = linkerdOf(base, { ...base, platform: { billing: 'allocated' } });
		expect(change?.structure).toContain('differ in more than numbers');
	});
});
