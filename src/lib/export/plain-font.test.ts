import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { plainFont } from './plain-font.ts';

const path = 'node_modules/@fontsource/inter/files/inter-latin-400-normal.woff';
const woff = new Uint8Array(readFileSync(path));
const view = new DataView(woff.buffer);

it('unpacks a WOFF to the size that its head names, byte 16, with as many tables', () => {
	const font = plainFont(woff);
	const plain = new DataView(font.buffer);
	expect(font.length).toBe(view.getUint32(16));
	expect(plain.getUint32(0)).toBe(0x00010000);
	expect(plain.getUint16(4)).toBe(view.getUint16(12));
});

it('keeps the checksum that the font names for each of its tables', () => {
	const font = plainFont(woff);
	const plain = new DataView(font.buffer);
	for (let at = 0; at < plain.getUint16(4); at++) {
		const entry = 12 + at * 16;
		const [from, length] = [plain.getUint32(entry + 8), plain.getUint32(entry + 12)];
		const tag = String.fromCharCode(...font.subarray(entry, entry + 4));
		// The head holds the sum of the whole file, which its own leaves out (OpenType, "head").
		if (tag === 'head') plain.setUint32(from + 8, 0);
		let sum = 0;
		for (let word = from; word < from + length; word += 4)
			sum = (sum + plain.getUint32(word)) >>> 0;
		expect([tag, sum]).toEqual([tag, plain.getUint32(entry + 4)]);
	}
});
