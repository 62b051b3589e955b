import type { Plan } from '../../plan/plan.ts';
import { withDecision, type Decision } from '../../report/decision/decision.ts';
import type { Report } from '../../report/types.ts';
import type { Desk } from './questions.ts';

/** Samples while a field is being changed, after a pause, and on request (`model.md` §15). */
export const PREVIEW = 500;
export const SETTLED = 5000;
export const MORE = [10_000, 50_000] as const;

/** After so long without a change the preview gives way to the settled run. */
const PAUSE_MS = 400;

/** A decision and the very plan that it is about. */
export interface Known {
	readonly plan: Plan;
	readonly decision: Decision;
}

/** A run that is under way and worth telling of. */
export interface Running {
	readonly samples: number;
	/** From 0 to 1. */
	readonly share: number;
}

/**
 * How sure the shown answer is. A decision belongs to one plan, the very object; what comes in for
 * another is dropped, so that no range of an earlier plan stands beside a later one.
 */
export class Ranges {
	readonly desk: Desk;
	#plan: Plan | undefined;
	/** The plan that a whole run was made for here; the first HTML's is not whole. */
	#drawn: Plan | undefined;
	#turn = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#known: Known | undefined = $state.raw();
	running: Running | undefined = $state.raw();
	/** No ranges could be drawn for what is shown. */
	failed = $state(false);

	constructor(desk: Desk, first?: Known) {
		this.desk = desk;
		this.#known = first;
		this.#plan = first?.plan;
	}

	/** The report of a plan with its ranges, as far as they are known. */
	over(plan: Plan, report: Report): Report {
		return this.#known?.plan === plan ? withDecision(report, this.#known.decision) : report;
	}

	/** What a settled run said of a plan, for files. */
	decisionOf(plan: Plan): Decision | undefined {
		const known = this.#known?.plan === plan ? this.#known.decision : undefined;
		return (known?.comparison.simulation?.samples ?? 0) >= SETTLED ? known : undefined;
	}

	/** A plan has been answered: a preview at once, the settled run when nothing changes for a while. */
	follow(plan: Plan): void {
		this.#begin(plan);
		if (plan.points === true) return;
		this.#ask(plan, PREVIEW);
		this.#timer = setTimeout(() => this.#ask(plan, SETTLED), PAUSE_MS);
	}

	/** A plan that nobody is changing: the settled run at once, unless one was asked for already. */
	settle(plan: Plan): void {
		const isUnderWay = (this.running?.samples ?? 0) >= SETTLED;
		if (plan === this.#plan && (isUnderWay || plan === this.#drawn)) return;
		this.#begin(plan);
		if (plan.points !== true) this.#ask(plan, SETTLED);
	}

	/** Another number of samples for what is shown. */
	more(samples: number): void {
		if (this.#plan !== undefined) this.#ask(this.#plan, samples);
	}

	/** Ends a run; what is known already stays. */
	cancel(): void {
		this.#turn++;
		clearTimeout(this.#timer);
		this.desk.drop('ranges');
		this.running = undefined;
	}

	#begin(plan: Plan): void {
		this.cancel();
		this.#plan = plan;
		this.failed = false;
		if (this.#known?.plan !== plan) this.#known = undefined;
	}

	#ask(plan: Plan, samples: number): void {
		const turn = ++this.#turn;
		const isWanted = (): boolean => turn === this.#turn && plan === this.#plan;
		this.running = { samples, share: 0 };
		this.desk.ask(
			{ kind: 'ranges', plan, samples, quick: samples === PREVIEW },
			{
				progress: (share) => {
					if (isWanted()) this.running = { samples, share };
				},
				answer: (answer) => {
					if (!isWanted() || answer.kind !== 'ranges') return;
					this.#known = { plan, decision: answer.decision };
					if (samples !== PREVIEW) this.#drawn = plan;
					this.running = undefined;
				},
				failed: () => {
					if (!isWanted()) return;
					this.running = undefined;
					this.failed = true;
				}
			}
		);
	}
}
