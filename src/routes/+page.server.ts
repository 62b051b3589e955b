import { loadCatalog } from '$lib/catalog/catalog.ts';
import { MESH_IDS } from '$lib/catalog/mesh-ids.ts';
import { meshFigures } from '$lib/catalog/mesh.ts';
import { DEFAULT_OPTIONS } from '$lib/plan/resolve/resolve.ts';
import { reportOf } from '$lib/report/build-report.ts';
import { whyOf } from '$lib/report/why.ts';
import { workOut, type Worked } from '$lib/report/work-out.ts';
import { formGroups } from '$lib/state/form-groups.ts';
import { nodeChoices, regionChoices } from '$lib/state/places.ts';
import type { PageServerLoad } from './$types';

/** Values in force in the default plan, by input path; the first option that has one speaks. */
function knownOf(worked: Worked): ReadonlyMap<string, string> {
	const known = new Map<string, string>();
	for (const { option } of worked.options) {
		for (const [path, leaf] of option.leaves) {
			if (leaf.value !== undefined && !known.has(path)) known.set(path, leaf.value);
		}
	}
	return known;
}

/** The default plan with its real figures: what the first HTML shows, and what works without script. */
export const load: PageServerLoad = async () => {
	const catalog = await loadCatalog('aws');
	const generatedAt = new Date().toISOString();
	const worked = workOut({ plan: {}, catalog, generatedAt, reading: 'exact' });
	if (!worked.ok) throw new Error(worked.errors.map((error) => error.message).join(' '));
	const report = reportOf(worked.value, generatedAt);
	const option = report.comparison.cheapest ?? report.options[0]?.id ?? '';
	const { cloud, region, nodeType } = report.platform;
	const meshes = MESH_IDS.map((id) => meshFigures(catalog.meshes, id));
	const groups = formGroups({
		known: knownOf(worked.value),
		taken: { 'platform.cloud': cloud, 'platform.region': region, 'platform.nodeType': nodeType },
		lists: {
			'platform.region': regionChoices(catalog),
			'platform.nodeType': nodeChoices(catalog, region),
			'migration.from': meshes.map(({ id, label }) => ({ value: id, label }))
		}
	});
	const target = { option, id: 'infra.compute' };
	return {
		report,
		groups,
		names: meshes.map(({ id, label, summary }) => ({ id, label, summary })),
		usual: [...DEFAULT_OPTIONS],
		target,
		why: whyOf({ worked: worked.value, ...target, month: 1 })
	};
};
