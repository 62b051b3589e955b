/** A file to be read, however it is held; nothing but its bytes and its name is used. */
export interface SourceFile {
	readonly name: string;
	/** Bytes, where known; for the progress alone. */
	readonly size?: number | undefined;
	readonly chunks: () => AsyncIterable<Uint8Array>;
}

const CHUNK = 64 * 1024;

/** A text held in memory, as in a test or from the clipboard. */
export function textFile(name: string, text: string): SourceFile {
	const bytes = new TextEncoder().encode(text);
	return { name, size: bytes.length, chunks: () => cut(bytes) };
}

// Each piece waits for a turn, so that a page stays alive while it is read.
async function* cut(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += CHUNK) {
		yield bytes.subarray(at, at + CHUNK);
		await Promise.resolve();
	}
}

/** A File or Blob of the browser, also where its stream cannot be iterated. */
export function blobFile(name: string, blob: Blob): SourceFile {
	return { name, size: blob.size, chunks: () => pulled(blob.stream()) };
}

async function* pulled(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
	const reader = stream.getReader();
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			yield value;
		}
	} finally {
		await reader.cancel();
	}
}

/**
 * Gives the bytes as UTF-8 whatever the byte order mark says: a redirected kubectl on Windows
 * writes UTF-16.
 */
export async function* asUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	let decoder: TextDecoder | undefined;
	let first = true;
	const encoder = new TextEncoder();
	for await (const chunk of chunks) {
		if (first) decoder = utf16(chunk);
		first = false;
		yield decoder ? encoder.encode(decoder.decode(chunk, { stream: true })) : chunk;
	}
}

function utf16([first, second]: Uint8Array): TextDecoder | undefined {
	if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
	if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
	return undefined;
}
