import { loadCatalog } from '$lib/catalog/catalog.ts';
import { MESH_IDS } from '$lib/catalog/mesh-ids.ts';
import { meshFigures } from '$lib/catalog/mesh.ts';
import { DEFAULT_OPTIONS } from '$lib/plan/resolve/resolve.ts';
import { reportOf } from '$lib/report/build-report.ts';
import { decision } from '$lib/report/decision/decide.ts';
import type { Decision } from '$lib/report/decision/decision.ts';
import type { Report, Why } from '$lib/report/types.ts';
import { whyOf } from '$lib/report/why.ts';
import { workOut, type Worked } from '$lib/report/work-out.ts';
import type { FormGroup } from '$lib/state/form.ts';
import { formGroups } from '$lib/state/form-groups.ts';
import { nodeChoices, regionChoices } from '$lib/state/places.ts';
import { Sheet } from '$lib/state/sheet.ts';
import type { PageServerLoad } from './$types';

/** Values in force in the default plan, by input path; the first option that has one speaks. */
function knownOf(worked: Worked): ReadonlyMap<string, string> {
	const known = new Map<string, string>();
	for (const { option } of worked.options) {
		for (const [path, leaf] of option.leaves) {
			if (leaf.unwritten === true || leaf.value === undefined || known.has(path)) continue;
			known.set(path, leaf.value);
		}
	}
	return known;
}

/** Inputs that a number field of the form shows. */
const fedBy = (groups: readonly FormGroup[]): ReadonlySet<string> =>
	new Set(
		groups
			.flatMap(({ basic, more }) => [...basic, ...more])
			.flatMap((field) => (field.kind === 'number' ? [field.feeds] : []))
	);

/**
 * Without the provenance that the first HTML does not show, and without inputs that it has no field
 * for: most of its weight. The page puts the whole report in its place as soon as the model is there.
 */
function slim(report: Report, why: Why | undefined, groups: readonly FormGroup[]): Report {
	const shown = new Set([
		...(why?.sources ?? []),
		...(why?.terms ?? []).map((it) => it.assumption?.source)
	]);
	const fed = fedBy(groups);
	const paths = new Set<string>();
	const assumptions = report.assumptions.flatMap(
		({ id, path, label, value, unit, basis, changed }) => {
			if (paths.has(path) || !fed.has(path)) return [];
			paths.add(path);
			return [{ id, path, label, value, unit, basis, changed }];
		}
	);
	return { ...report, assumptions, sources: report.sources.filter((it) => shown.has(it.id)) };
}

/** Ranges of every option, and what moves the one that costs least: the rest comes with the model. */
function decided(worked: Worked, report: Report): Decision {
	const steps = decision({ worked, report });
	let step = steps.next();
	while (step.done !== true) step = steps.next();
	const { options, comparison, warnings } = step.value;
	const { cheapest } = report.comparison;
	const shown = Object.entries(options).map(([id, { range, overTime }]) => [
		id,
		id === cheapest && overTime !== undefined ? { range, overTime } : { range }
	]);
	const tornado = (comparison.tornado ?? []).filter(({ option }) => option === cheapest);
	return { options: Object.fromEntries(shown), comparison: { ...comparison, tornado }, warnings };
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
	const why = whyOf({ worked: worked.value, ...target, month: 1 });
	const sheet = new Sheet({
		report: slim(report, why, groups),
		decision: decided(worked.value, report),
		groups,
		names: meshes.map(({ id, label, summary }) => ({ id, label, summary })),
		usual: [...DEFAULT_OPTIONS],
		target,
		why
	});
	return { sheet };
};
