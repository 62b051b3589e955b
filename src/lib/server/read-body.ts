import { failure, success, type Parsed } from '../plan/parsed.ts';
import { refusal, refused } from './answer.ts';
import { MOST } from './limits.ts';

const TOO_LARGE = `The body has more than ${MOST.bodyBytes} bytes; that is the most that is read.`;

/** What is left of the body is not waited for. */
const tooLarge = (): Response =>
	refusal(413, [{ path: '', message: TOO_LARGE }], { connection: 'close' });

/** The text of a body, read no further than the limit; anything else is a ready refusal. */
export async function readBody(request: Request): Promise<string | Response> {
	const type = request.headers.get('content-type');
	if (type !== null && !/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) {
		return refused(415, 'Send JSON, with the content type application/json.');
	}
	if (Number(request.headers.get('content-length') ?? '0') > MOST.bodyBytes) {
		return tooLarge();
	}
	const bytes = await readBytes(request.body);
	if (!bytes.ok) return tooLarge();
	const text = textOf(bytes.value);
	return text ?? refused(400, 'The body is not UTF-8 text.');
}

async function readBytes(
	body: ReadableStream<Uint8Array> | null
): Promise<Parsed<readonly Uint8Array[]>> {
	const chunks: Uint8Array[] = [];
	if (body === null) return success(chunks);
	// Read by hand: `for await` would cancel the stream when it is left, and with it the connection on
	// which the refusal is to be sent.
	const reader = body.getReader();
	let length = 0;
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return success(chunks);
			length += value.length;
			if (length > MOST.bodyBytes) return failure('', TOO_LARGE);
			chunks.push(value);
		}
	} catch {
		// The adapter ends the stream where its own limit is passed, or the sender went away.
		return failure('', TOO_LARGE);
	} finally {
		reader.releaseLock();
	}
}

function textOf(chunks: readonly Uint8Array[]): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
	} catch {
		return undefined;
	}
}
