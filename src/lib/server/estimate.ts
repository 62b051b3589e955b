import { loadCatalog } from '../catalog/catalog.ts';
import { DrawStore } from '../engine/simulate/draw-store.ts';
import { canonicalJson } from '../plan/canonical.ts';
import { success, type Parsed } from '../plan/parsed.ts';
import type { Plan } from '../plan/plan.ts';
import { buildReport } from '../report/build-report.ts';
import type { Report } from '../report/types.ts';
import type { Asked } from '../report/work-out.ts';
import { rangedReport } from '../state/embed/ranged.ts';
import { Answers } from './answers.ts';
import { drawnInTurn, inTurn } from './guarded.ts';
import { MOST } from './limits.ts';
import { nextTurn } from './turnstile.ts';

async function askedOf(plan: Plan, at: string): Promise<Asked> {
	const catalog = await loadCatalog(plan.platform?.cloud ?? 'aws', plan.data?.pinned);
	return { plan, catalog, generatedAt: at, reading: 'exact' };
}

/** The decimal figures of a plan as of a moment (ISO date or date-time), points only. */
export async function pointsOf(plan: Plan, at: string): Promise<Parsed<Report>> {
	const asked = await askedOf(plan, at);
	return inTurn(() => buildReport(asked));
}

const store = new DrawStore();

/** The same with ranges and chances: about ten times the work, in slices. */
export async function reportOfPlan(plan: Plan, at: string): Promise<Parsed<Report>> {
	const asked = await askedOf(plan, at);
	return drawnInTurn(() => rangedReport(asked, { pause: nextTurn, store }));
}

/** What depends on the plan and the day alone: the same question gets the same answer. */
export const questionOf = (plan: Plan, at: string): string =>
	`${at.slice(0, 10)} ${canonicalJson(plan)}`;

const reports = new Answers<Parsed<string>>(MOST.reports, ({ ok }) => ok);

export interface Estimate {
	readonly plan: Plan;
	/** ISO date-time. */
	readonly now: string;
	/** No ranges and chances. */
	readonly points: boolean;
}

/** The report as JSON text. A plan asked for before on the same day is not worked out again. */
export async function reportJson({ plan, now, points }: Estimate): Promise<Parsed<string>> {
	return reports.ask(`${points} ${questionOf(plan, now)}`, async () => {
		const report = await (points ? pointsOf : reportOfPlan)(plan, now);
		return report.ok ? success(JSON.stringify(report.value)) : report;
	});
}
