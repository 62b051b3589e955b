import { readFiles } from '../intake/intake.ts';
import { hashNames } from '../intake/sha256.ts';
import { blobFile } from '../intake/source-file.ts';
import type { ReadRequest, WorkerMessage } from '../intake/worker-messages.ts';

/** Reads files off the page's thread; progress and the result come back with the id of the request. */
self.addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
	void answer(data);
});

async function answer({ id, files, salt }: ReadRequest): Promise<void> {
	const post = (message: WorkerMessage): void => {
		self.postMessage(message);
	};
	const result = await readFiles(
		files.map((file) => blobFile(file.name, file)),
		{
			mapName: salt === undefined ? undefined : hashNames(salt),
			onProgress: (progress) => post({ type: 'progress', id, progress })
		}
	);
	post({ type: 'result', id, result });
}
