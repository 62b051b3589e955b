import { DrawStore } from '../../engine/simulate/draw-store.ts';
import { canonicalJson } from '../../plan/canonical.ts';
import type { Plan } from '../../plan/plan.ts';
import { reportOf } from '../../report/build-report.ts';
import { axesBetween, crossing } from '../../report/decision/crossing.ts';
import { decision } from '../../report/decision/decide.ts';
import type { Report } from '../../report/types.ts';
import { workOut, type Worked } from '../../report/work-out.ts';
import type { Estimator } from '../estimator.ts';
import type { Answer, CrossingAnswer, CrossingQuestion, Question } from './questions.ts';
import type { Steps } from './slices.ts';

interface Known {
	readonly text: string;
	readonly worked: Worked;
	readonly report: Report;
}

/** Answers questions about ranges; keeps the draws and the plan of the last one. */
export class RangesWork {
	readonly #open: () => Promise<Estimator>;
	readonly #store = new DrawStore();
	#known: Known | undefined;

	constructor(open: () => Promise<Estimator>) {
		this.#open = open;
	}

	/** Reads the prices of a plan, then answers in steps. */
	async begin(question: Question): Promise<Steps<Answer>> {
		const estimator = await this.#open();
		if (!estimator.has(question.plan)) await estimator.read(question.plan);
		return this.#answer(question, this.#workedOut(estimator, question.plan));
	}

	*#answer(question: Question, { worked, report }: Known): Steps<Answer> {
		if (question.kind === 'crossing') return crossed(question, { worked, report });
		const { samples, quick } = question;
		const asked = { worked, report, samples, quick, store: this.#store };
		return { kind: 'ranges', decision: yield* decision(asked) };
	}

	#workedOut(estimator: Estimator, plan: Plan): Known {
		const text = canonicalJson(plan);
		if (this.#known?.text === text) return this.#known;
		const generatedAt = new Date().toISOString();
		const catalog = estimator.catalog(plan);
		const worked = workOut({ plan, catalog, generatedAt, reading: 'doubles' });
		if (!worked.ok) throw new Error('A plan that was good has faults now.');
		this.#known = { text, worked: worked.value, report: reportOf(worked.value, generatedAt) };
		return this.#known;
	}
}

function crossed(
	{ a, b, axis }: CrossingQuestion,
	{ worked, report }: Pick<Known, 'worked' | 'report'>
): CrossingAnswer {
	const asked = { worked, report, a, b };
	const found = axesBetween(asked);
	const chosen = found.find(({ id }) => id === axis) ?? found[0];
	const one = chosen && crossing(asked, chosen);
	return {
		kind: 'crossing',
		axes: found.map(({ id, label }) => ({ id, label })),
		axis: chosen?.id,
		...(one === undefined ? {} : { crossing: one })
	};
}
