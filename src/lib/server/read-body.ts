import { failure, success, type Parsed } from '../plan/parsed.ts';
import { refused } from './answer.ts';
import { MOST } from './limits.ts';

const TOO_LARGE = `The body has more than ${MOST.bodyBytes} bytes; that is the most that is read.`;

/** The text of a body, read no further than the limit; anything else is a ready refusal. */
export async function readBody(request: Request): Promise<string | Response> {
	const type = request.headers.get('content-type');
	if (type !== null && !/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) {
		return refused(415, 'Send JSON, with the content type application/json.');
	}
	if (Number(request.headers.get('content-length') ?? '0') > MOST.bodyBytes) {
		return refused(413, TOO_LARGE);
	}
	const bytes = await readBytes(request.body);
	if (!bytes.ok) return refused(413, TOO_LARGE);
	const text = textOf(bytes.value);
	return text ?? refused(400, 'The body is not UTF-8 text.');
}

async function readBytes(
	body: ReadableStream<Uint8Array> | null
): Promise<Parsed<readonly Uint8Array[]>> {
	const chunks: Uint8Array[] = [];
	if (body === null) return success(chunks);
	let length = 0;
	try {
		for await (const chunk of body) {
			length += chunk.length;
			if (length > MOST.bodyBytes) return failure('', TOO_LARGE);
			chunks.push(chunk);
		}
	} catch {
		// The adapter ends the stream where its own limit is passed, or the sender went away.
		return failure('', TOO_LARGE);
	}
	return success(chunks);
}

function textOf(chunks: readonly Uint8Array[]): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
	} catch {
		return undefined;
	}
}
