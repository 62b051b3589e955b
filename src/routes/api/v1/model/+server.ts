import { json, refusal } from '$lib/server/answer.ts';
import { guarded } from '$lib/server/guarded.ts';
import { modelAnswers } from '$lib/server/model-answers.ts';
import { readBody } from '$lib/server/read-body.ts';
import type { RequestHandler } from './$types';

export const prerender = false;

/** An input record, or a list of them, in; result records out. */
export const POST: RequestHandler = ({ request }) =>
	guarded(async () => {
		const body = await readBody(request);
		if (typeof body !== 'string') return body;
		const answers = await modelAnswers(body);
		return answers.ok ? json(answers.value) : refusal(400, answers.errors);
	});
