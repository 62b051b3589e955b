import { expect, it } from 'vitest';
import { hanging, padStart, wrapped, WIDTH } from './layout.ts';

it('counts letters that stand two columns wide, and marks that take none', () => {
	expect(padStart('网格', 6)).toBe('  网格');
	expect(padStart('🚀', 3)).toBe(' 🚀');
	expect(padStart('e\u0301', 3)).toBe('  e\u0301');
});

it('breaks and cuts so that no line is wider than was asked for', () => {
	// Five letters of two columns and an ellipsis are 11 wide.
	expect(wrapped('网格网格网格网格', 11)).toEqual(['网格网格网…']);
	expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
	const lines = hanging('  · ', 'word '.repeat(60).trim()).trimEnd().split('\n');
	expect(lines.length).toBeGreaterThan(1);
	for (const line of lines) expect(line.length).toBeLessThanOrEqual(WIDTH);
});
