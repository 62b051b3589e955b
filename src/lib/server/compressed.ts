import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Answers } from './answers.ts';
import { MOST } from './limits.ts';

const TEXT = /^(?:text\/html|application\/json|image\/svg\+xml)/;
/** Below this a header costs more than it saves, bytes. */
const LEAST = 1000;
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

type Coding = 'br' | 'gzip';

const packed = new Answers<Buffer>(MOST.packed);

/** What was packed before is not packed again: a report takes longer to pack than to look up. */
function pack(body: Buffer, coding: Coding): Promise<Buffer> {
	const key = coding + createHash('sha256').update(body).digest('base64');
	return packed.ask(key, () =>
		coding === 'br' ? promisify(brotliCompress)(body, QUALITY) : promisify(gzip)(body)
	);
}

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
	const small = await pack(body, coding);
	kept.set('content-encoding', coding);
	kept.set('content-length', String(small.length));
	return new Response(new Uint8Array(small), { status, headers: kept });
}
