import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './json.ts';
import { checkBytes, SMALL } from './limits.ts';

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('limits of a JSON import', () => {
	it('reads 262,144 bytes and refuses 262,145, counting a € as 3', () => {
		const euros = '€'.repeat(87_381); // 87,381 × 3 = 262,143
		expect(checkBytes(`${euros}a`, SMALL).ok).toBe(true);
		expect(checkBytes(`${euros}ab`, SMALL).ok).toBe(false);
		expect(checkBytes('a'.repeat(262_145), SMALL).ok).toBe(false);
	});

	it('counts a character outside the basic plane as 4 bytes, as UTF-8 does', () => {
		const limits = { ...SMALL, bytes: 4 };
		expect(checkBytes('😀', limits).ok).toBe(true);
		expect(checkBytes('😀a', limits).ok).toBe(false);
	});

	it('takes 16 levels, the root included, and refuses the 17th', () => {
		expect(parseJson(nested(16)).ok).toBe(true);
		expect(parseJson(nested(17)).ok).toBe(false);
	});

	it('does not overflow on 100,000 levels', () => {
		const answer = parseJson(nested(100_000));
		expect(answer.ok).toBe(false);
	});

	it('takes 20,000 values and refuses 20,001', () => {
		// The list itself is one value, so 19,999 elements fill it.
		expect(parseJson(JSON.stringify(Array(19_999).fill(0))).ok).toBe(true);
		expect(parseJson(JSON.stringify(Array(20_000).fill(0))).ok).toBe(false);
	});

	it('refuses __proto__, constructor and prototype at any depth, and pollutes nothing', () => {
		const keys = fc.constantFrom('__proto__', 'constructor', 'prototype');
		fc.assert(
			fc.property(keys, fc.integer({ min: 0, max: 14 }), (key, depth) => {
				const text = `${'{"a":'.repeat(depth)}{"${key}":{"x":1}}${'}'.repeat(depth)}`;
				const answer = parseJson(text);
				expect(answer.ok).toBe(false);
				if (!answer.ok) expect(answer.errors[0]?.message).toContain(key);
			})
		);
		expect('x' in {}).toBe(false);
	});

	it('names the fault of a file that is cut off instead of throwing', () => {
		const answer = parseJson('{"a": [1, 2');
		expect(answer.ok ? '' : answer.errors[0]?.message).toMatch(/cut off/);
	});

	it('leaves an accepted tree as it was', () => {
		const tree = { a: [1, { b: 'c' }] };
		expect(parseJson(JSON.stringify(tree))).toEqual({ ok: true, value: tree });
	});
});
