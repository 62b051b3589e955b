import { openEstimator } from './open-estimator.ts';
import type { Question, Reply } from './exact.ts';

const opening = openEstimator();

async function answer({ id, plan }: Question): Promise<Reply> {
	const estimator = await opening;
	if (!estimator.has(plan)) await estimator.read(plan);
	const report = estimator.report(plan, 'exact');
	return report.ok ? { id, report: report.value } : { id };
}

self.onmessage = ({ data }: MessageEvent<Question>): void => {
	answer(data).then(
		(reply) => self.postMessage(reply),
		() => self.postMessage({ id: data.id } satisfies Reply)
	);
};
