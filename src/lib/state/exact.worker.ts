import type { Question, Reply } from './exact.ts';
import { openEstimator } from './open-estimator.ts';

const opening = openEstimator();

async function answer(question: Question): Promise<Reply> {
	const { id } = question;
	const estimator = await opening;
	const { plan } = 'why' in question ? question.why : question;
	if (!estimator.has(plan)) await estimator.read(plan);
	if ('why' in question) {
		const why = estimator.why(question.why);
		return { id, done: true, ...(why === undefined ? {} : { why }) };
	}
	const report = estimator.report(plan, 'exact');
	return report.ok ? { id, done: true, report: report.value } : { id, done: false };
}

self.onmessage = ({ data }: MessageEvent<Question>): void => {
	answer(data).then(
		(reply) => self.postMessage(reply),
		() => self.postMessage({ id: data.id, done: false } satisfies Reply)
	);
};
