import { expect, it } from 'vitest';
import { markSide } from './mark-side.ts';
import type { Place } from './spec.ts';

const LAST = 60;
const mark = (at: number): Place => ({ at, label: String(at) });
const sides = (...ats: number[]) => ats.map((at) => markSide(mark(at), ats.map(mark), LAST));

it('turns words away from the nearer edge', () => {
	expect(sides(10)).toEqual(['right']);
	expect(sides(50)).toEqual(['left']);
});

it('turns words away from the line of a mark soon after', () => {
	expect(sides(28, 43)).toEqual(['left', 'left']);
	expect(sides(15, 45)).toEqual(['right', 'left']);
});

it('has no room on the left at the left edge, whatever follows', () => {
	expect(sides(2, 8)).toEqual(['right', 'right']);
});
