import type { EmbedAsk } from '../embed/address.ts';
import type { Parsed } from '../plan/parsed.ts';
import { planOf, type EmbedAnswer } from '../state/embed/answer.ts';
import { Answers } from './answers.ts';
import { bytesOf, drawing, questionOf } from './estimate.ts';
import { MOST } from './limits.ts';

/** What a view and its inputs take beside the plan, bytes. */
const VIEW_BYTES = 20_000;

const answers = new Answers<Parsed<EmbedAnswer>>(MOST.viewBytes, ({ ok }, question) =>
	ok ? VIEW_BYTES + 2 * bytesOf(question) : undefined
);

/** The figures of an embed at a moment (ISO date-time). The same question of a day is answered once. */
export async function embedAnswer(ask: EmbedAsk, now: string): Promise<Parsed<EmbedAnswer>> {
	const today = now.slice(0, 10);
	const plan = await planOf(ask);
	if (!plan.ok) return plan;
	const { since = '', model = '', preset = '', state } = ask;
	const name = state === undefined ? preset : '';
	const question = `${since} ${model} ${name} ${questionOf(plan.value, today)}`;
	return answers.ask(question, () => drawing.ask('embed', { ask, plan: plan.value, today }));
}
