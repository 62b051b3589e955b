import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressed } from './compressed.ts';

const TEXT = '<p>Linkerd</p>'.repeat(500);
const page = (): Response =>
	new Response(TEXT, { headers: { 'content-type': 'text/html', etag: '"a"' } });
const bytesOf = async (response: Response): Promise<Buffer> =>
	Buffer.from(await response.arrayBuffer());

describe('compressed', () => {
	it('packs 7000 bytes of HTML as the reader can unpack them, brotli first', async () => {
		const br = await compressed(page(), 'gzip, deflate, br');
		expect(br.headers.get('content-encoding')).toBe('br');
		expect(br.headers.get('vary')).toBe('accept-encoding');
		expect(br.headers.get('etag')).toBe('"a"');
		expect(brotliDecompressSync(await bytesOf(br)).toString()).toBe(TEXT);
		const gzip = await compressed(page(), 'gzip');
		expect(gunzipSync(await bytesOf(gzip)).toString()).toBe(TEXT);
	});

	it('leaves pictures, short answers and readers that unpack nothing alone', async () => {
		const png = new Response(TEXT, { headers: { 'content-type': 'image/png' } });
		const short = new Response('{}', { headers: { 'content-type': 'application/json' } });
		for (const [response, accepted] of [
			[png, 'br'],
			[short, 'br'],
			[page(), '']
		] as const) {
			const same = await compressed(response, accepted);
			expect(same.headers.get('content-encoding')).toBeNull();
		}
	});
});
