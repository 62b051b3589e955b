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

	it('holds 500 answers after 100,000 different questions', () => {
		const recent = new Recent<number>(500);
		for (let at = 0; at < 100_000; at++) recent.set(String(at), at);
		expect(recent.size).toBe(500);
		expect(recent.get('99999')).toBe(99_999);
	});
});
