import { describe, expect, it } from 'vitest';
import { emptyDraft, fieldText, type, type Draft } from './draft.ts';
import { endText, hasRange, typeEnd, withoutRange, withRange } from './field-range.ts';

const GROWTH = 'workload.growthPodsMonthly';
/** 2 % a month, from 0 to 4 %: the field is in per cent, the plan in fractions. */
const ranged = withRange(emptyDraft, { path: GROWTH, text: '2', low: '0', high: '4', shift: -2 });
const growthOf = (draft: Draft): unknown => draft.plan['workload'];

describe('a range of one’s own', () => {
	it('starts from what the data says: 2 % between 0 and 4 %', () => {
		expect(growthOf(ranged)).toEqual({ growthPodsMonthly: { value: 0.02, low: 0, high: 0.04 } });
		expect(hasRange(ranged, GROWTH)).toBe(true);
		expect(hasRange(emptyDraft, GROWTH)).toBe(false);
	});

	it('starts from the value alone where the data has no range', () => {
		const draft = withRange(emptyDraft, {
			path: 'workload.pods',
			text: '300',
			low: '',
			high: '',
			shift: 0
		});
		expect(draft.plan).toEqual({ workload: { pods: { value: 300, low: 300, high: 300 } } });
	});

	it('stays around a value that is typed anew', () => {
		const draft = type(ranged, { path: GROWTH, text: '3', shift: -2 });
		expect(growthOf(draft)).toEqual({ growthPodsMonthly: { value: 0.03, low: 0, high: 0.04 } });
		expect(fieldText(draft, GROWTH, undefined, 2)).toBe('3');
	});

	it('keeps what is typed into an end, good or bad, and takes an emptied end out', () => {
		const bad = typeEnd(ranged, { path: GROWTH, end: 'high', text: 'much', shift: -2 });
		expect(growthOf(bad)).toEqual({ growthPodsMonthly: { value: 0.02, low: 0, high: 'much' } });
		expect(endText(bad, GROWTH, 'high', 2)).toBe('much');
		const open = typeEnd(ranged, { path: GROWTH, end: 'high', text: '', shift: -2 });
		expect(growthOf(open)).toEqual({ growthPodsMonthly: { value: 0.02, low: 0 } });
	});

	it('goes back to one number, typed ends forgotten', () => {
		const draft = withoutRange(
			typeEnd(ranged, { path: GROWTH, end: 'low', text: '1', shift: -2 }),
			GROWTH
		);
		expect(growthOf(draft)).toEqual({ growthPodsMonthly: 0.02 });
		expect(draft.texts).toEqual({});
	});

	it('goes with the field when that is emptied', () => {
		expect(type(ranged, { path: GROWTH, text: '', shift: -2 }).plan).toEqual({});
	});
});
