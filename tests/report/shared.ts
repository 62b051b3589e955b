import { loadCatalog, type Catalog } from '../../src/lib/catalog/catalog.ts';
import { CLOUD_IDS } from '../../src/lib/catalog/load-cloud.ts';
import type { ReadingKind } from '../../src/lib/engine/run.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
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

/** A plan worked out. */
export function worked(plan: Plan, reading: ReadingKind = 'exact'): Worked {
	const found = workOut({ plan, catalog: catalogOf(plan), generatedAt: TODAY, reading });
	if (!found.ok) throw new Error(found.errors.map(({ message }) => message).join(' '));
	return found.value;
}
