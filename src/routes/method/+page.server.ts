import { loadCatalog } from '$lib/catalog/catalog.ts';
import { MESH_IDS } from '$lib/catalog/mesh-ids.ts';
import { chapters } from '$lib/components/sources/method-chapters.ts';
import { MODEL_VERSION } from '$lib/engine/version.ts';
import { methodOf } from '$lib/report/method.ts';
import { workOut } from '$lib/report/work-out.ts';
import type { Plan } from '$lib/plan/plan.ts';
import type { PageServerLoad } from './$types';

/**
 * Plans that build every formula between them: all options on AWS, then those that only another
 * cloud or runtime has.
 */
const PLANS: readonly Plan[] = [
	{ options: [...MESH_IDS] },
	{ platform: { cloud: 'gcp' }, options: ['cloud-service-mesh'] },
	{ platform: { runtime: 'ecs' }, options: ['ecs-service-connect'] }
];

async function methodsOf(plan: Plan): Promise<Parameters<typeof chapters>[0]> {
	const catalog = await loadCatalog(plan.platform?.cloud ?? 'aws');
	const worked = workOut({
		plan,
		catalog,
		generatedAt: new Date().toISOString(),
		reading: 'exact'
	});
	if (!worked.ok) throw new Error(worked.errors.map((error) => error.message).join(' '));
	return worked.value.options.map((entry) => ({
		label: entry.option.label,
		steps: methodOf(entry)
	}));
}

/** The formulas as the engine builds them: each step once, with the options that use it. */
export const load: PageServerLoad = async () => {
	const methods = (await Promise.all(PLANS.map(methodsOf))).flat();
	return { chapters: chapters(methods), modelVersion: MODEL_VERSION };
};
