import type { EmbedAsk } from '../embed/address.ts';
import { success, type Parsed } from '../plan/parsed.ts';
import { answerOf, planOf, type EmbedAnswer } from '../state/embed/answer.ts';
import { questionOf, reportOfPlan } from './estimate.ts';
import { MOST } from './limits.ts';
import { Recent } from './recent.ts';

const answers = new Recent<EmbedAnswer>(MOST.views);

/** The figures of an embed at a moment (ISO date-time). The same question of a day is answered once. */
export async function embedAnswer(ask: EmbedAsk, now: string): Promise<Parsed<EmbedAnswer>> {
	const today = now.slice(0, 10);
	const plan = await planOf(ask);
	if (!plan.ok) return plan;
	const question = `${ask.since ?? ''} ${ask.model ?? ''} ${questionOf(plan.value, today)}`;
	const known = answers.get(question);
	if (known !== undefined) return success(known);
	const answer = await answerOf(ask, plan.value, { today, reportOf: reportOfPlan });
	if (answer.ok) answers.set(question, answer.value);
	return answer;
}
