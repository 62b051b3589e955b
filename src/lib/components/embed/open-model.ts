import { loadCatalog } from '../../catalog/catalog.ts';
import { encodePlan } from '../../plan/link.ts';
import { parsePlan } from '../../plan/parse-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import { buildReport } from '../../report/build-report.ts';
import type { EmbedModel } from './sliders.svelte.ts';

/** The model with the figures of a plan, as seen on a day (ISO): the day of its first figures. */
export async function openModel(plan: Plan, day: string): Promise<EmbedModel> {
	const catalog = await loadCatalog(plan.platform?.cloud ?? 'aws', plan.data?.pinned);
	return {
		report(written, reading) {
			const read = parsePlan(written);
			return read.ok ? buildReport({ plan: read.value, catalog, generatedAt: day, reading }) : read;
		},
		async stateOf(written) {
			const read = parsePlan(written);
			return read.ok && Object.keys(read.value).length > 0 ? encodePlan(read.value) : undefined;
		}
	};
}
