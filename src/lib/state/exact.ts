import type { Plan } from '../plan/plan.ts';
import type { Report, Why } from '../report/types.ts';
import type { Estimator, WhyAsked } from './estimator.ts';

/** Decimal figures of plans that are known to be good, and how they come about. */
export interface Exact {
	readonly report: (estimator: Estimator, plan: Plan) => Promise<Report>;
	readonly why: (estimator: Estimator, asked: WhyAsked) => Promise<Why | undefined>;
}

/** Longer than this and the worker is ended (`conventions.md` §5). */
const PATIENCE_MS = 2000;
/** A busy machine may keep one waiting; silent so often in a row, and none is asked again. */
const MOST_SILENCES = 3;

/** One figure's explanation, or the whole report. */
type Asked = { readonly why: WhyAsked } | { readonly plan: Plan };
export type Question = Asked & { readonly id: number };

export interface Reply {
	readonly id: number;
	/** There is an answer, if only that a figure has no explanation. */
	readonly done: boolean;
	readonly report?: Report;
	readonly why?: Why;
}

/** On the main thread, after the screen has been painted. */
const here: Exact = {
	async report(estimator, plan) {
		await new Promise((resolve) => setTimeout(resolve));
		const report = estimator.report(plan, 'exact');
		if (!report.ok) throw new Error('A plan that was good has faults now.');
		return report.value;
	},
	async why(estimator, asked) {
		await new Promise((resolve) => setTimeout(resolve));
		return estimator.why(asked);
	}
};

type Settle = (reply: Reply | undefined) => void;

/**
 * Asks a worker, which answers one question after another. One that says nothing for too long is ended,
 * the main thread answers what it was asked, and the next question goes to a new one; where none can be
 * had (a sandbox, a policy), or silence repeats, the main thread answers from then on.
 */
export function exactFromWorker(open: () => Worker): Exact {
	let worker: Worker | undefined;
	/** Nothing was heard of it yet: it has its script and the figures to fetch first. */
	let isFresh = true;
	let broken = false;
	let silences = 0;
	let count = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const waiting = new Map<number, Settle>();

	const end = (): void => {
		clearTimeout(timer);
		worker?.terminate();
		worker = undefined;
		isFresh = true;
		const unanswered = [...waiting.values()];
		waiting.clear();
		for (const settle of unanswered) settle(undefined);
	};
	const giveUp = (): void => {
		broken = true;
		end();
	};
	/** Each word of the worker starts the wait anew: a long queue is no silence. */
	const wait = (): void => {
		clearTimeout(timer);
		if (waiting.size === 0) return;
		timer = setTimeout(
			() => {
				silences += 1;
				if (silences >= MOST_SILENCES) giveUp();
				else end();
			},
			PATIENCE_MS * (isFresh ? 5 : 1)
		);
	};
	const hear = ({ data }: MessageEvent<Reply>): void => {
		silences = 0;
		isFresh = false;
		const settle = waiting.get(data.id);
		waiting.delete(data.id);
		wait();
		settle?.(data);
	};
	const opened = (): Worker => {
		if (worker) return worker;
		worker = open();
		worker.onmessage = hear;
		worker.onerror = giveUp;
		return worker;
	};
	const send = (asked: Asked): Promise<Reply | undefined> =>
		new Promise((resolve) => {
			const question: Question = { ...asked, id: ++count };
			waiting.set(question.id, resolve);
			if (waiting.size === 1) wait();
			opened().postMessage(question);
		});
	/** What the worker says; nothing where it cannot be asked. */
	const ask = async (asked: Asked): Promise<Reply | undefined> => {
		if (broken) return undefined;
		try {
			const reply = await send(asked);
			return reply?.done === true ? reply : undefined;
		} catch {
			giveUp();
			return undefined;
		}
	};

	return {
		report: async (estimator, plan) =>
			(await ask({ plan }))?.report ?? (await here.report(estimator, plan)),
		async why(estimator, why) {
			const reply = await ask({ why });
			return reply === undefined ? here.why(estimator, why) : reply.why;
		}
	};
}
