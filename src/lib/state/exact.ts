import type { Plan } from '../plan/plan.ts';
import type { Report, Why } from '../report/types.ts';
import type { Estimator, WhyAsked } from './estimator.ts';

/** Decimal figures of plans that are known to be good, and how they come about. */
export interface Exact {
	readonly report: (estimator: Estimator, plan: Plan) => Promise<Report>;
	readonly why: (estimator: Estimator, asked: WhyAsked) => Promise<Why | undefined>;
}

/** Longer than this and the worker is given up (`conventions.md` §5). */
const PATIENCE_MS = 2000;

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

interface Waiting {
	readonly settle: (reply: Reply | undefined) => void;
	readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * Asks a worker, one question at a time. Where none can be had (a sandbox, a policy), or it stays silent,
 * the main thread answers from then on.
 */
export function exactFromWorker(open: () => Worker): Exact {
	let worker: Worker | undefined;
	let broken = false;
	let count = 0;
	const waiting = new Map<number, Waiting>();

	const settle = (id: number, reply: Reply | undefined): void => {
		const one = waiting.get(id);
		waiting.delete(id);
		clearTimeout(one?.timer);
		one?.settle(reply);
	};
	const giveUp = (): void => {
		broken = true;
		worker?.terminate();
		for (const id of [...waiting.keys()]) settle(id, undefined);
	};
	const opened = (): Worker => {
		if (worker) return worker;
		worker = open();
		worker.onmessage = ({ data }: MessageEvent<Reply>) => settle(data.id, data);
		worker.onerror = giveUp;
		return worker;
	};
	const send = (asked: Asked): Promise<Reply | undefined> =>
		new Promise((resolve) => {
			const id = ++count;
			const timer = setTimeout(giveUp, PATIENCE_MS * (id === 1 ? 5 : 1));
			waiting.set(id, { settle: resolve, timer });
			const question: Question = { ...asked, id };
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
