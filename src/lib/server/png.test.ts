import { describe, expect, it } from 'vitest';
import { toPng } from './png.ts';

const svg = (text: string): string =>
	'<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" font-family="sans-serif">' +
	`<rect width="1200" height="630" fill="#fff"/><text x="40" y="90" font-size="60">${text}</text></svg>`;

describe('toPng', () => {
	it('draws 1200 × 630 px, the size that cards are announced with', async () => {
		const png = Buffer.from(await toPng(svg('')));
		expect(png.subarray(1, 4).toString()).toBe('PNG');
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
	});

	it('draws words with its own font: a picture with some differs from an empty one', async () => {
		const [empty, worded] = [await toPng(svg('')), await toPng(svg('Linkerd $429k'))];
		expect(worded.length).toBeGreaterThan(empty.length + 1000);
	});

	it('has a bold face: the same words are heavier at weight 700 than at 400', async () => {
		const [light, heavy] = await Promise.all(
			['400', '700'].map((weight) => toPng(svg(`<tspan font-weight="${weight}">Linkerd</tspan>`)))
		);
		expect(Buffer.compare(Buffer.from(light ?? []), Buffer.from(heavy ?? []))).not.toBe(0);
	});
});
