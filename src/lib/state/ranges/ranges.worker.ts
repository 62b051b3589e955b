import { openEstimator } from '../open-estimator.ts';
import type { Answer, Message, Request } from './questions.ts';
import { Slices } from './slices.ts';
import { RangesWork } from './work.ts';

/** Between two looks at the mail: a newer question is seen at once, and little is lost to looking. */
const SLICE_MS = 10;

const opening = openEstimator();
const work = new RangesWork(() => opening);
const slices = new Slices<Answer>({
	// A timer waits 4 ms after the fifth; a message does not.
	pause: () => new Promise((resolve) => (turn.onmessage = resolve) && channel.port2.postMessage(0)),
	now: () => performance.now(),
	slice: SLICE_MS
});
const channel = new MessageChannel();
const turn = channel.port1;

const post = (message: Message): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<Request>): void => {
	if (data.type === 'drop') {
		slices.drop(data.kind);
		return;
	}
	const { id, question } = data;
	slices.put(question.kind, {
		begin: () => work.begin(question),
		onProgress: (share) => post({ type: 'progress', id, share }),
		onDone: (answer) => post({ type: 'answer', id, answer }),
		onFailed: () => post({ type: 'failed', id })
	});
};
