import { describe, expect, it } from 'vitest';
import { Recent } from './recent.ts';

describe('Recent', () => {
	it('keeps 2 of 3 answers and forgets the one unused for longest', () => {
		const recent = new Recent<number>(2);
		recent.set('a', 1);
		recent.set('b', 2);
		expect(recent.get('a')).toBe(1);
		recent.set('c', 3);
		expect(recent.get('b')).toBeUndefined();
		expect([recent.get('a'), recent.get('c'), recent.size]).toEqual([1, 3, 2]);
	});

	it('makes room by weight: 60 beside 30 and 10, then 50 instead of the two used least', () => {
		const recent = new Recent<string>(100);
		recent.set('a', 'A', 60);
		recent.set('b', 'B', 30);
		recent.set('c', 'C', 10);
		expect([recent.size, recent.weight]).toEqual([3, 100]);
		recent.get('a');
		recent.set('d', 'D', 30);
		expect([recent.get('b'), recent.get('c'), recent.weight]).toEqual([undefined, 'C', 100]);
		recent.set('a', 'A again', 20);
		expect([recent.get('a'), recent.weight]).toEqual(['A again', 60]);
	});

	it('keeps nothing that weighs more than its room, and loses what it had by that name', () => {
		const recent = new Recent<string>(100);
		recent.set('a', 'A', 40);
		recent.set('b', 'B', 60);
		recent.set('a', 'much longer', 101);
		expect([recent.get('a'), recent.get('b'), recent.weight]).toEqual([undefined, 'B', 60]);
	});

	it('weighs at most 500 after 100,000 different questions', () => {
		const recent = new Recent<number>(500);
		for (let at = 0; at < 100_000; at++) recent.set(String(at), at, 1 + (at % 7));
		expect(recent.weight).toBeLessThanOrEqual(500);
		expect(recent.size).toBeGreaterThanOrEqual(Math.floor(500 / 7));
		expect(recent.get('99999')).toBe(99_999);
	});
});
