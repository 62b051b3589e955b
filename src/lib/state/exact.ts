import type { Plan } from '../plan/plan.ts';
import type { Report } from '../report/types.ts';
import type { Estimator } from './estimator.ts';

/** The decimal figures of a plan that is known to be good. */
export type AskExact = (estimator: Estimator, plan: Plan) => Promise<Report>;

/** Longer than this and the worker is given up (`conventions.md` §5). */
const PATIENCE_MS = 2000;

export interface Question {
	readonly id: number;
	readonly plan: Plan;
}

export interface Reply {
	readonly id: number;
	readonly report?: Report;
}

/** On the main thread, after the screen has been painted. */
const here: AskExact = async (estimator, plan) => {
	await new Promise((resolve) => setTimeout(resolve));
	const report = estimator.report(plan, 'exact');
	if (!report.ok) throw new Error('A plan that was good has faults now.');
	return report.value;
};

interface Waiting {
	readonly settle: (report: Report | undefined) => void;
	readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * Asks a worker, one plan at a time. Where none can be had (a sandbox, a policy), or it stays silent,
 * the main thread answers from then on.
 */
export function exactFromWorker(open: () => Worker): AskExact {
	let worker: Worker | undefined;
	let broken = false;
	let count = 0;
	const waiting = new Map<number, Waiting>();

	const settle = (id: number, report: Report | undefined): void => {
		const one = waiting.get(id);
		waiting.delete(id);
		clearTimeout(one?.timer);
		one?.settle(report);
	};
	const giveUp = (): void => {
		broken = true;
		worker?.terminate();
		for (const id of [...waiting.keys()]) settle(id, undefined);
	};
	const opened = (): Worker => {
		if (worker) return worker;
		worker = open();
		worker.onmessage = ({ data }: MessageEvent<Reply>) => settle(data.id, data.report);
		worker.onerror = giveUp;
		return worker;
	};
	const ask = (plan: Plan): Promise<Report | undefined> =>
		new Promise((resolve) => {
			const id = ++count;
			const timer = setTimeout(giveUp, PATIENCE_MS * (id === 1 ? 5 : 1));
			waiting.set(id, { settle: resolve, timer });
			const question: Question = { id, plan };
			opened().postMessage(question);
		});

	return async (estimator, plan) => {
		if (broken) return here(estimator, plan);
		try {
			return (await ask(plan)) ?? (await here(estimator, plan));
		} catch {
			giveUp();
			return here(estimator, plan);
		}
	};
}
