import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TEXT = /^(?:text\/html|application\/json|image\/svg\+xml)/;
/** Below this a header costs more than it saves, bytes. */
const LEAST = 1000;
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** The same answer, smaller, where the reader says that it can unpack it. Files are packed by the build. */
export async function compressed(response: Response, accepted: string): Promise<Response> {
	const coding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
	const isText = TEXT.test(response.headers.get('content-type') ?? '');
	if (coding === undefined || !isText || response.body === null) return response;
	if (response.headers.has('content-encoding')) return response;
	const body = Buffer.from(await response.arrayBuffer());
	const { status, headers } = response;
	const kept = new Headers(headers);
	kept.append('vary', 'accept-encoding');
	if (body.length < LEAST) return new Response(body, { status, headers: kept });
	const packed = coding === 'br' ? brotliCompressSync(body, QUALITY) : gzipSync(body);
	kept.set('content-encoding', coding);
	kept.set('content-length', String(packed.length));
	return new Response(packed, { status, headers: kept });
}
