import { wantsPoints } from '$lib/embed/address.ts';
import { readPlanText } from '$lib/plan/parse-plan.ts';
import { jsonBytes, refusal } from '$lib/server/answer.ts';
import { reportJson } from '$lib/server/estimate.ts';
import { guarded } from '$lib/server/guarded.ts';
import { readBody } from '$lib/server/read-body.ts';
import type { RequestHandler } from './$types';

export const prerender = false;

/** A plan in, its report out; `?points` leaves out ranges and chances. */
export const POST: RequestHandler = ({ request, url }) =>
	guarded(async () => {
		const body = await readBody(request);
		if (typeof body !== 'string') return body;
		const plan = readPlanText(body);
		if (!plan.ok) return refusal(400, plan.errors);
		const report = await reportJson({
			plan: plan.value,
			now: new Date().toISOString(),
			points: wantsPoints(url.search)
		});
		return report.ok ? jsonBytes(report.value) : refusal(400, report.errors);
	});
