import { loadCatalog } from '$lib/catalog/catalog.ts';
import { MESH_IDS } from '$lib/catalog/mesh-ids.ts';
import { chapters } from '$lib/components/sources/method-chapters.ts';
import { MODEL_VERSION } from '$lib/engine/version.ts';
import { methodOf } from '$lib/report/method.ts';
import { workOut } from '$lib/report/work-out.ts';
import type { PageServerLoad } from './$types';

/** The formulas as the engine builds them: each step once, with the options that use it. */
export const load: PageServerLoad = async () => {
	const catalog = await loadCatalog('aws');
	const generatedAt = new Date().toISOString();
	const plan = { options: [...MESH_IDS] };
	const worked = workOut({ plan, catalog, generatedAt, reading: 'exact' });
	if (!worked.ok) throw new Error(worked.errors.map((error) => error.message).join(' '));
	const methods = worked.value.options.map((entry) => ({
		label: entry.option.label,
		steps: methodOf(entry)
	}));
	return { chapters: chapters(methods), modelVersion: MODEL_VERSION };
};
