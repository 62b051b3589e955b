import type { Decision } from '../report/decision/decision.ts';
import type { Report } from '../report/types.ts';
import type { Estimator } from './estimator.ts';
import { exactFromWorker } from './exact.ts';
import { openWorker } from './open-worker.ts';
import { Planner } from './planner.svelte.ts';
import { openRanges } from './ranges/open-ranges.ts';

/** What the first HTML brings: the default plan's answer and how sure it is. */
interface First {
	readonly report: Report;
	readonly decision: Decision;
}

/**
 * The model and the prices of the default plan, in one go. The formulas are put together before a
 * reader has typed anything, so that the first stroke is answered as fast as the next.
 */
async function open(): Promise<Estimator> {
	const { openEstimator } = await import('./open-estimator.ts');
	const estimator = await openEstimator();
	await estimator.read({});
	estimator.report({}, 'doubles');
	return estimator;
}

/**
 * The planner of a page, with its workers; nothing is fetched before a reader touches the page. No
 * answer takes the place of the first before all of the page is `awake` to show it.
 */
export function startPlanner({ report, decision }: First, awake: () => Promise<void>): Planner {
	const plan = {};
	const planner: Planner = new Planner({
		answer: { plan, report, exact: true, partial: true },
		open: async () => (await Promise.all([open(), awake()]))[0],
		exact: exactFromWorker(() => openWorker('exact')),
		ranges: openRanges({ plan, decision }, () => planner.ready())
	});
	return planner;
}
