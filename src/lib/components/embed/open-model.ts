import { loadCatalog } from '../../catalog/catalog.ts';
import { DrawStore } from '../../engine/simulate/draw-store.ts';
import { encodePlan } from '../../plan/link.ts';
import { parsePlan } from '../../plan/parse-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import { buildReport } from '../../report/build-report.ts';
import { nextTask, rangedReport } from '../../state/embed/ranged.ts';
import type { EmbedModel } from './sliders.svelte.ts';

/** The model with the figures of a plan, as seen on a day (ISO): the day of its first figures. */
export async function openModel(plan: Plan, day: string): Promise<EmbedModel> {
	const catalog = await loadCatalog(plan.platform?.cloud ?? 'aws', plan.data?.pinned);
	const asked = (read: Plan) => ({ plan: read, catalog, generatedAt: day });
	const store = new DrawStore();
	return {
		quick(written) {
			const read = parsePlan(written);
			return read.ok ? buildReport({ ...asked(read.value), reading: 'doubles' }) : read;
		},
		async settled(written) {
			const read = parsePlan(written);
			if (!read.ok) return read;
			const exact = { ...asked(read.value), reading: 'exact' as const };
			return rangedReport(exact, { pause: nextTask, store });
		},
		async stateOf(written) {
			const read = parsePlan(written);
			return read.ok && Object.keys(read.value).length > 0 ? encodePlan(read.value) : undefined;
		}
	};
}
