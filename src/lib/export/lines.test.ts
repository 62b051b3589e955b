import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from './lines.ts';

/** Letters of one width: 1. */
const measure = (text: string): number => text.length;

describe('lines', () => {
	it.each([
		['one two three', 7, ['one two', 'three']],
		['one two three', 13, ['one two three']],
		['a  b', 2, ['a', 'b']],
		['first\nsecond', 20, ['first', 'second']],
		['', 5, ['']],
		// A no-break space keeps its sides together: 5\u00A0ms is one word of four letters.
		['in 5\u00A0ms', 5, ['in', '5\u00A0ms']],
		['https://example.org/prices/eu', 12, ['https://', 'example.org/', 'prices/eu']],
		['2026-11-24', 6, ['2026-1', '1-24']],
		['abcdefgh', 3, ['abc', 'def', 'gh']]
	])('of %j, %d wide, are %j', (text, width, lines) => {
		expect(linesOf(text, width, measure)).toEqual(lines);
	});

	it('are never wider than there is room, and lose no letter but spaces between them', () => {
		const text = fc.array(fc.constantFrom('a', 'bb', 'c-d', 'e/f', ' ', '  ', 'longer-word'));
		fc.assert(
			fc.property(
				text.map((parts) => parts.join('')),
				fc.integer({ min: 1, max: 12 }),
				(words, width) => {
					const lines = linesOf(words, width, measure);
					for (const line of lines) expect(measure(line.trim())).toBeLessThanOrEqual(width);
					expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
				}
			)
		);
	});
});
