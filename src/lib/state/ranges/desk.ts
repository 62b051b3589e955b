import type { Estimator } from '../estimator.ts';
import type { Answer, Desk, Hearing, Message, Question, Request } from './questions.ts';
import type { Slices, Steps } from './slices.ts';

/** A worker that says nothing for so long is given up: the page goes on by itself. */
const PATIENCE_MS = 15_000;
/** Less than a frame, so that the page stays at hand. */
const SLICE_MS = 6;

/** Answers on the page's own thread, in slices. The model is fetched with the first question. */
export function deskHere(open: () => Promise<Estimator>): Desk {
	let making: Promise<Here> | undefined;
	const wanted = new Map<Question['kind'], Question>();

	return {
		ask(question, hearing) {
			wanted.set(question.kind, question);
			making ??= hereOf(open);
			making.then(
				({ slices, begin }) => {
					if (wanted.get(question.kind) !== question) return;
					slices.put(question.kind, {
						begin: () => begin(question),
						onProgress: hearing.progress,
						onDone: hearing.answer,
						onFailed: hearing.failed
					});
				},
				() => {
					making = undefined;
					hearing.failed();
				}
			);
		},
		drop(kind) {
			wanted.delete(kind);
			void making?.then(({ slices }) => slices.drop(kind));
		}
	};
}

interface Here {
	readonly slices: Slices<Answer>;
	readonly begin: (question: Question) => Promise<Steps<Answer>>;
}

async function hereOf(open: () => Promise<Estimator>): Promise<Here> {
	const [{ RangesWork }, { Slices }] = await Promise.all([
		import('./work.ts'),
		import('./slices.ts')
	]);
	const work = new RangesWork(open);
	const slices = new Slices<Answer>({
		pause: () => new Promise((resolve) => setTimeout(resolve)),
		now: () => performance.now(),
		slice: SLICE_MS
	});
	return { slices, begin: (question) => work.begin(question) };
}

interface Waiting {
	readonly id: number;
	readonly question: Question;
	readonly hearing: Hearing;
}

/**
 * Asks a worker; where none can be had (a sandbox, a policy) or it fails, the page itself.
 * Messages carry the id of their question: what comes for an earlier one is not heard.
 */
export function deskOf(openWorker: () => Worker, here: Desk): Desk {
	let worker: Worker | undefined;
	let isBroken = false;
	let count = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const waiting = new Map<Question['kind'], Waiting>();

	const giveUp = (): void => {
		isBroken = true;
		clearTimeout(timer);
		worker?.terminate();
		for (const { question, hearing } of waiting.values()) here.ask(question, hearing);
		waiting.clear();
	};
	const listen = (): void => {
		clearTimeout(timer);
		if (waiting.size > 0) timer = setTimeout(giveUp, PATIENCE_MS);
	};
	const hear = (message: Message): void => {
		const found = [...waiting.values()].find(({ id }) => id === message.id);
		if (found !== undefined && message.type !== 'progress') waiting.delete(found.question.kind);
		listen();
		if (message.type === 'progress') found?.hearing.progress(message.share);
		else if (message.type === 'answer') found?.hearing.answer(message.answer);
		else found?.hearing.failed();
	};
	const opened = (): Worker => {
		if (worker !== undefined) return worker;
		worker = openWorker();
		worker.onmessage = ({ data }: MessageEvent<Message>) => hear(data);
		worker.onerror = giveUp;
		return worker;
	};

	return {
		ask(question, hearing) {
			if (isBroken) return here.ask(question, hearing);
			const id = ++count;
			waiting.set(question.kind, { id, question, hearing });
			try {
				opened().postMessage({ type: 'ask', id, question } satisfies Request);
				listen();
			} catch {
				giveUp();
			}
		},
		drop(kind) {
			if (isBroken) return here.drop(kind);
			if (!waiting.delete(kind)) return;
			worker?.postMessage({ type: 'drop', kind } satisfies Request);
			listen();
		}
	};
}
