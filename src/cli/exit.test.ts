import { expect, it } from 'vitest';
import { lineOf } from './exit.ts';

it('puts the field in front, once', () => {
	expect(lineOf('a.b', 'is wrong')).toBe('a.b: is wrong');
	expect(lineOf('a.b', 'a.b: is wrong')).toBe('a.b: is wrong');
	expect(lineOf('', 'is wrong')).toBe('is wrong');
});

it('is one line of at most 501 characters that no terminal obeys', () => {
	expect(lineOf('a', 'two\nlines \u001B[31mred')).toBe('a: two lines [31mred');
	expect(lineOf('a', 'x'.repeat(100_000))).toHaveLength(501);
});
