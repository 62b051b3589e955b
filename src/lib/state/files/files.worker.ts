import { filesOf } from './make.ts';
import type { FileQuestion, FileWord } from './question.ts';

const say = (word: FileWord): void => self.postMessage(word);

/** One question a worker: who gives up ends it. */
async function answer(question: FileQuestion): Promise<void> {
	const steps = filesOf(question);
	for (;;) {
		const step = await steps.next();
		if (step.done === true) return say({ files: step.value });
		say({ share: step.value });
	}
}

self.onmessage = ({ data }: MessageEvent<FileQuestion>): void => {
	answer(data).catch((cause: unknown) =>
		say({ fault: cause instanceof Error ? cause.message : 'unknown' })
	);
};
