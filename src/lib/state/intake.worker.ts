import { readFiles } from '../intake/intake.ts';
import { hashNames } from '../intake/sha256.ts';
import { blobFile } from '../intake/source-file.ts';
import type { CancelRequest, ReadRequest, WorkerMessage } from '../intake/worker-messages.ts';

/**
 * Reads files off the page's thread. The page posts `{ type: 'read', id, files, salt }`; progress and
 * the result come back with the same id, and `{ type: 'cancel', id }` stops a reading.
 */
const running = new Map<number, AbortController>();

self.addEventListener('message', (event: MessageEvent<unknown>) => {
	const request = asRequest(event.data);
	if (request?.type === 'cancel') running.get(request.id)?.abort();
	else if (request?.type === 'read') void answer(request);
});

async function answer({ id, files, salt }: ReadRequest): Promise<void> {
	const control = new AbortController();
	running.set(id, control);
	const post = (message: WorkerMessage): void => {
		self.postMessage(message);
	};
	try {
		const result = await readFiles(
			files.map((file) => blobFile(file.name, file)),
			{
				signal: control.signal,
				mapName: salt === undefined ? undefined : hashNames(salt),
				onProgress: (progress) => post({ type: 'progress', id, progress })
			}
		);
		post({ type: 'result', id, result });
	} finally {
		running.delete(id);
	}
}

function asRequest(message: unknown): ReadRequest | CancelRequest | undefined {
	if (typeof message !== 'object' || message === null) return undefined;
	if (!('type' in message) || !('id' in message) || typeof message.id !== 'number')
		return undefined;
	const { id } = message;
	if (message.type === 'cancel') return { type: 'cancel', id };
	if (message.type !== 'read' || !('files' in message) || !Array.isArray(message.files))
		return undefined;
	const files = message.files.filter((file): file is File => file instanceof File);
	const salt = 'salt' in message && typeof message.salt === 'string' ? message.salt : undefined;
	return { type: 'read', id, files, salt };
}
