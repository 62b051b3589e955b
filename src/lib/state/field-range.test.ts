import { describe, expect, it } from 'vitest';
import { emptyDraft, fieldText, type, type Draft } from './draft.ts';
import {
	aFifthAround,
	endText,
	hasRange,
	typeEnd,
	withoutRange,
	withRange
} from './field-range.ts';

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

	it('begins with the first end that is typed: 300 pods and no more than 500', () => {
		const path = 'workload.pods';
		const draft = typeEnd(emptyDraft, { path, end: 'high', text: '500', around: '300', shift: 0 });
		expect(draft.plan).toEqual({ workload: { pods: { value: 300, high: 500 } } });
		expect(hasRange(draft, path)).toBe(true);
		const emptied = typeEnd(draft, { path, end: 'high', text: '', around: '300', shift: 0 });
		expect(emptied.plan).toEqual({ workload: { pods: { value: 300 } } });
		expect(hasRange(emptied, path)).toBe(true);
	});

	it('is offered a fifth to each side, whole and allowed: 240 to 360, 76 to 100 %, −2.4 to −1.6', () => {
		const pods = { text: '300', shift: 0, min: 0, max: 1e12, whole: true };
		expect(aFifthAround(pods)).toEqual({ low: '240', high: '360' });
		expect(aFifthAround({ ...pods, text: '12,000' })).toEqual({ low: '9600', high: '14,400' });
		expect(aFifthAround({ ...pods, text: '7' })).toEqual({ low: '6', high: '8' });
		const share = { text: '95', shift: 2, min: 0, max: 100, whole: false };
		expect(aFifthAround(share)).toEqual({ low: '76', high: '100' });
		expect(aFifthAround({ ...share, text: '-2', min: -100 })).toEqual({
			low: '-2.4',
			high: '-1.6'
		});
		expect(aFifthAround({ ...pods, text: '0' })).toBeUndefined();
		expect(aFifthAround({ ...pods, text: '2' })).toBeUndefined();
		expect(aFifthAround({ ...pods, text: 'ten' })).toBeUndefined();
	});

	it('stays around a value that is typed anew', () => {
		const draft = type(ranged, { path: GROWTH, text: '3', shift: -2 });
		expect(growthOf(draft)).toEqual({ growthPodsMonthly: { value: 0.03, low: 0, high: 0.04 } });
		expect(fieldText(draft, GROWTH, undefined, 2)).toBe('3');
	});

	it('keeps what is typed into an end, good or bad, and takes an emptied end out', () => {
		const bad = typeEnd(ranged, {
			path: GROWTH,
			end: 'high',
			text: 'much',
			around: '2',
			shift: -2
		});
		expect(growthOf(bad)).toEqual({ growthPodsMonthly: { value: 0.02, low: 0, high: 'much' } });
		expect(endText(bad, GROWTH, 'high', 2)).toBe('much');
		const open = typeEnd(ranged, { path: GROWTH, end: 'high', text: '', around: '2', shift: -2 });
		expect(growthOf(open)).toEqual({ growthPodsMonthly: { value: 0.02, low: 0 } });
	});

	it('goes back to one number, typed ends forgotten', () => {
		const draft = withoutRange(
			typeEnd(ranged, { path: GROWTH, end: 'low', text: '1', around: '2', shift: -2 }),
			GROWTH
		);
		expect(growthOf(draft)).toEqual({ growthPodsMonthly: 0.02 });
		expect(draft.texts).toEqual({});
	});

	it('goes with the field when that is emptied, typed ends too', () => {
		const end = { path: GROWTH, end: 'low', text: '1', around: '2', shift: -2 } as const;
		const emptied = type(typeEnd(ranged, end), { path: GROWTH, text: '', shift: -2 });
		expect(emptied.plan).toEqual({});
		expect(endText(emptied, GROWTH, 'low', 2)).toBe('');
	});
});
