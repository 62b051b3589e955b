import { loadCatalog } from '../catalog/catalog.ts';
import { canonicalJson } from '../plan/canonical.ts';
import { success, type Parsed } from '../plan/parsed.ts';
import type { Plan } from '../plan/plan.ts';
import { buildReport } from '../report/build-report.ts';
import type { Report } from '../report/types.ts';
import { inTurn } from './guarded.ts';
import { MOST } from './limits.ts';
import { Recent } from './recent.ts';

/** The decimal figures of a plan as of a moment (ISO date or date-time). */
export async function reportOfPlan(plan: Plan, at: string): Promise<Parsed<Report>> {
	const catalog = await loadCatalog(plan.platform?.cloud ?? 'aws', plan.data?.pinned);
	return inTurn(() => buildReport({ plan, catalog, generatedAt: at, reading: 'exact' }));
}

/** What depends on the plan and the day alone: the same question gets the same answer. */
export const questionOf = (plan: Plan, at: string): string =>
	`${at.slice(0, 10)} ${canonicalJson(plan)}`;

const reports = new Recent<string>(MOST.reports);

/** The report as JSON text. A plan asked for before on the same day is not worked out again. */
export async function reportJson(plan: Plan, now: string): Promise<Parsed<string>> {
	const question = questionOf(plan, now);
	const known = reports.get(question);
	if (known !== undefined) return success(known);
	const report = await reportOfPlan(plan, now);
	if (!report.ok) return report;
	const text = JSON.stringify(report.value);
	reports.set(question, text);
	return success(text);
}
