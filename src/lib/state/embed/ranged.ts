import type { DrawStore } from '../../engine/simulate/draw-store.ts';
import { success, type Parsed } from '../../plan/parsed.ts';
import { reportOf } from '../../report/build-report.ts';
import { decision } from '../../report/decision/decide.ts';
import { withDecision } from '../../report/decision/decision.ts';
import type { Report } from '../../report/types.ts';
import { workOut, type Asked } from '../../report/work-out.ts';

/** Lets others have their turn: what a reader types, or the other requests of a server. */
export type Pause = () => Promise<unknown>;

/** In a browser: after input that waits. */
export const nextTask: Pause = () => new Promise((resolve) => setTimeout(resolve));

/** `conventions.md` §1.1: an embed works on the main thread, in slices of at most so many ms. */
const SLICE_MS = 8;

/** How the draws of a report are made. */
export interface Drawing {
	readonly pause: Pause;
	/** Draws kept from earlier runs. */
	readonly store?: DrawStore;
}

/**
 * The decimal figures of a plan with their ranges and chances. The draws are those of the planner, so
 * an embed says what the page says; what moves the answer is left to the full plan.
 */
export async function rangedReport(
	asked: Asked,
	{ pause, store }: Drawing
): Promise<Parsed<Report>> {
	const worked = workOut(asked);
	if (!worked.ok) return worked;
	const report = reportOf(worked.value, asked.generatedAt);
	const kept = store === undefined ? {} : { store };
	const steps = decision({ worked: worked.value, report, quick: true, ...kept });
	let until = 0;
	for (;;) {
		if (performance.now() > until) {
			await pause();
			until = performance.now() + SLICE_MS;
		}
		const step = steps.next();
		if (step.done === true) return success(withDecision(report, step.value));
	}
}
