import { loadCatalog } from '../../catalog/catalog.ts';
import { success, type Parsed } from '../../plan/parsed.ts';
import type { Plan } from '../../plan/plan.ts';
import { reportOf } from '../../report/build-report.ts';
import { planChange, type Told } from '../../report/change/plan-change.ts';
import type { PlanChange } from '../../report/change/types.ts';
import { workOut } from '../../report/work-out.ts';

/** Two plans, line by line, as of a day. */
export async function comparePlans(
	before: Plan,
	after: Plan,
	day: string
): Promise<Parsed<PlanChange>> {
	const [was, is] = [await told(before, day), await told(after, day)];
	if (!was.ok) return was;
	return is.ok ? success(planChange(was.value, is.value)) : is;
}

async function told(plan: Plan, day: string): Promise<Parsed<Told>> {
	const catalog = await loadCatalog(plan.platform?.cloud ?? 'aws', plan.data?.pinned);
	const worked = workOut({ plan, catalog, generatedAt: day, reading: 'exact' });
	return worked.ok
		? success({ worked: worked.value, report: reportOf(worked.value, day) })
		: worked;
}

/** The plan on the prices of a day, or on those of today. */
export function onPricesOf(plan: Plan, day: string | undefined): Plan {
	const { data, ...rest } = plan;
	if (day !== undefined) return { ...rest, data: { ...data, pinned: day } };
	const other = Object.fromEntries(Object.entries(data ?? {}).filter(([key]) => key !== 'pinned'));
	return Object.keys(other).length > 0 ? { ...rest, data: other } : rest;
}
