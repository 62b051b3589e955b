/** Undoes raw deflate, in the browser as on the command line. Stops at `most` bytes: 12 kB of a bomb become 10 MB. `undefined` where it is too long or no deflate. */
export async function inflated(
	bytes: Uint8Array<ArrayBuffer>,
	most: number
): Promise<Uint8Array<ArrayBuffer> | undefined> {
	try {
		return await collected(through(bytes, new DecompressionStream('deflate-raw')), most);
	} catch {
		return undefined;
	}
}

type Chunk = Uint8Array<ArrayBuffer>;

const through = (
	bytes: Chunk,
	pair: ReadableWritablePair<Chunk, BufferSource>
): ReadableStream<Chunk> => new Blob([bytes]).stream().pipeThrough(pair);

async function collected(stream: ReadableStream<Chunk>, most: number): Promise<Chunk | undefined> {
	const reader = stream.getReader();
	const chunks: Chunk[] = [];
	let length = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return joined(chunks, length);
		length += value.length;
		if (length > most) {
			await reader.cancel();
			return undefined;
		}
		chunks.push(value);
	}
}

function joined(chunks: readonly Chunk[], length: number): Chunk {
	const all = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		all.set(chunk, at);
		at += chunk.length;
	}
	return all;
}
