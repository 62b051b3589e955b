import { describe, expect, it } from 'vitest';
import { textWidth } from '../charts/text-width.ts';
import { wrapped } from './wrapped.ts';

const settings = [
	{ size: 36, most: 2 },
	{ size: 27, most: 3 }
] as const;
const room = { width: 1104, weight: 700, settings } as const;
const long = 'Linkerd costs least of all that can be ranked here over three years. ';

describe('wrapped', () => {
	it('leaves a short text on one line of the largest letters', () => {
		const text = 'Linkerd costs least: $429k over 36 months';
		expect(wrapped(text, room)).toEqual({ size: 36, lines: [text] });
	});

	it('keeps every word of a sentence, in smaller letters where it must, within the width', () => {
		const text = long.repeat(2).trim();
		const { size, lines } = wrapped(text, room);
		expect(size).toBe(27);
		expect(lines.join(' ')).toBe(text);
		for (const line of lines) expect(textWidth(line, size, 700)).toBeLessThanOrEqual(1104);
	});

	it('ends in dots what fits in no size', () => {
		const { size, lines } = wrapped(long.repeat(9), room);
		expect([size, lines.length]).toEqual([27, 3]);
		expect(lines.at(-1)).toMatch(/…$/);
	});

	it('has no line for no text, and one for a word that is wider than the room', () => {
		expect(wrapped('', room).lines).toEqual([]);
		expect(wrapped('m'.repeat(60), { ...room, width: 100 }).lines).toHaveLength(1);
	});
});
