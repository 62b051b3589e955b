import type { EmbedAsk } from '../embed/address.ts';
import type { Parsed } from '../plan/parsed.ts';
import { answerOf, planOf, type EmbedAnswer } from '../state/embed/answer.ts';
import { Answers } from './answers.ts';
import { pointsOf, questionOf, reportOfPlan } from './estimate.ts';
import { MOST } from './limits.ts';

const answers = new Answers<Parsed<EmbedAnswer>>(MOST.views, ({ ok }) => ok);

/** The figures of an embed at a moment (ISO date-time). The same question of a day is answered once. */
export async function embedAnswer(ask: EmbedAsk, now: string): Promise<Parsed<EmbedAnswer>> {
	const today = now.slice(0, 10);
	const plan = await planOf(ask);
	if (!plan.ok) return plan;
	const { since = '', model = '', preset = '', state } = ask;
	const name = state === undefined ? preset : '';
	const question = `${since} ${model} ${name} ${questionOf(plan.value, today)}`;
	return answers.ask(question, () =>
		answerOf(ask, plan.value, { today, reportOf: reportOfPlan, pointsOf })
	);
}
