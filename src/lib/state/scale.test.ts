import { expect, it } from 'vitest';
import { positionOf, STEPS, valueAt, type Scale } from './scale.ts';

const pods: Scale = { kind: 'log', min: 10, max: 10_000, grain: 2 };
const growth: Scale = { kind: 'linear', min: 0, max: 10, grain: 0.1 };

it('starts at 10, ends at 10000 and passes 316 (two digits: 320) in the middle of 10…10000', () => {
	expect(valueAt(0, pods)).toBe('10');
	expect(valueAt(STEPS, pods)).toBe('10000');
	expect(valueAt(STEPS / 2, pods)).toBe('320');
});

it('goes in steps of 0.1 from 0 to 10 per cent, without noise behind the point', () => {
	expect(valueAt(12, growth)).toBe('0.3');
	expect(valueAt(STEPS, growth)).toBe('10');
});

it('puts the thumb at an end for a value beyond it', () => {
	expect(positionOf(99_999, pods)).toBe(STEPS);
	expect(positionOf(0, pods)).toBe(0);
});

it('finds the thumb back within one step', () => {
	for (const position of [0, 40, 133, 277, 400]) {
		expect(Math.abs(positionOf(Number(valueAt(position, growth)), growth) - position)).toBeLessThan(
			3
		);
	}
});
