import { loadCatalog, type Catalog } from '../../src/lib/catalog/catalog.ts';
import { CLOUD_IDS } from '../../src/lib/catalog/load-cloud.ts';
import type { ReadingKind } from '../../src/lib/engine/run.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import { reportOf } from '../../src/lib/report/build-report.ts';
import type { Report } from '../../src/lib/report/types.ts';
import { workOut, type Worked } from '../../src/lib/report/work-out.ts';

export const TODAY = '2026-11-24';

const catalogs = new Map<string | undefined, Catalog>(
	await Promise.all(CLOUD_IDS.map(async (id) => [id, await loadCatalog(id)] as const))
);

export function catalogOf({ platform }: Plan): Catalog {
	const found = catalogs.get(platform?.cloud ?? 'aws');
	if (found === undefined) throw new Error('no such cloud');
	return found;
}

/** A plan worked out; nothing where its region or node does not exist. */
export function tried(plan: Plan, reading: ReadingKind): Worked | undefined {
	const found = workOut({ plan, catalog: catalogOf(plan), generatedAt: TODAY, reading });
	return found.ok ? found.value : undefined;
}

export function worked(plan: Plan, reading: ReadingKind = 'exact'): Worked {
	const found = tried(plan, reading);
	if (found === undefined) throw new Error('the plan does not fit the prices');
	return found;
}

export const report = (plan: Plan, reading?: ReadingKind): Report =>
	reportOf(worked(plan, reading), TODAY);
