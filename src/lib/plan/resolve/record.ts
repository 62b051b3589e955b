import type { Catalog } from '../../catalog/catalog.ts';
import { meshFigures, type MeshFigures } from '../../catalog/mesh.ts';
import type { Plan } from '../plan.ts';
import { PLAN_DEFAULTS } from '../defaults.ts';
import { RecordDraft } from './draft.ts';
import { leafOf } from './leaf.ts';
import { addMesh } from './mesh.ts';
import { addOpportunity } from './opportunity.ts';
import { addPeople } from './people.ts';
import { addPlatform, type Place } from './platform.ts';
import { applyPlan, PLAN_PATHS } from './user.ts';
import { addDerived, addWorkload, planDefault } from './workload.ts';

export interface Scenario {
	readonly plan: Plan;
	readonly catalog: Catalog;
	readonly place: Place;
	/** "YYYY-MM" of month 1. */
	readonly startMonth: string;
}

/**
 * The record of one option, before overrides: figures of pricing-data, then defaults of the scenario,
 * then the user's own numbers. Every option goes the same way: none gets another basis.
 */
export function draftOf(scenario: Scenario, mesh: MeshFigures): RecordDraft {
	const { plan, catalog, place } = scenario;
	const draft = new RecordDraft();
	addPlanning(draft, catalog);
	addObservability(draft, catalog);
	addScenarioDefaults(draft);
	addPlatform(draft, plan, catalog, place);
	addPeople(draft, mesh, catalog);
	addOpportunity(draft, plan, mesh, catalog);
	addWorkload(draft, plan, mesh);
	applyPlan(draft, plan);
	addDerived(draft, plan, mesh);
	addMesh(draft, mesh, { catalog, region: place.region, runtime: place.runtime });
	applyAfterMesh(draft, scenario, mesh);
	draft.choose('time.startMonth', scenario.startMonth);
	draft.choose('rounding', plan.finance?.rounding ?? 'half-even');
	return draft;
}

/** What the mesh's figures would hide of the user's: sizing, effort, tracing and threads. */
function applyAfterMesh(draft: RecordDraft, scenario: Scenario, mesh: MeshFigures): void {
	const { plan, catalog } = scenario;
	if (plan.platform?.sizing !== undefined) draft.choose('mesh.sizing', plan.platform.sizing);
	const again = new RecordDraft();
	applyPlan(again, plan);
	for (const [path, leaf] of again.leaves) {
		if (path.startsWith('latency.')) draft.set(path, leaf);
		if (mesh.kind === 'none' && path.startsWith('support.')) draft.leaves.delete(path);
		if (plan.opportunity?.enabled === false || mesh.kind === 'none') {
			if (path.startsWith('opportunity.')) draft.leaves.delete(path);
		}
	}
	const from = plan.migration?.from;
	if (from === undefined || from === null || mesh.kind === 'none') return;
	addSource(draft, scenario, meshFigures(catalog.meshes, from));
}

/** The mesh that is being left, as an option like any other (`model.md` §12). */
function addSource(draft: RecordDraft, scenario: Scenario, source: MeshFigures): void {
	const { catalog, place } = scenario;
	const left = new RecordDraft();
	for (const key of ['workload.services', 'workload.l7Fraction']) {
		const leaf = draft.get(key);
		if (leaf !== undefined) left.set(key, leaf);
	}
	addMesh(left, source, { catalog, region: place.region, runtime: place.runtime });
	for (const [path, leaf] of left.leaves) {
		if (path.startsWith('mesh.')) draft.set(`support.migration.source.${path}`, leaf);
	}
	left.choose('mesh.id', source.id);
	for (const [path, value] of left.choices) {
		if (path.startsWith('mesh.')) draft.choose(`support.migration.source.${path}`, value);
	}
}

/** Assumptions about workload, nodes and paths, the same for every mesh. */
function addPlanning(draft: RecordDraft, catalog: Catalog): void {
	for (const [path, figure] of Object.entries(catalog.planning.figures)) {
		if (NOT_INPUTS.has(path)) continue;
		const planPath = PLAN_PATHS.get(path);
		const leaf = leafOf(figure, 'planning');
		draft.set(path, planPath === undefined ? leaf : { ...leaf, planPath });
	}
}

const NOT_INPUTS: ReadonlySet<string> = new Set([
	'purchase.commitmentCoverage',
	'workload.tasksPerInstance'
]);

const METRICS = [
	'bytesPerSample',
	'memKiBPerSeries',
	'scrapeSeconds',
	'metricRetentionDays'
] as const;
const TRACES = ['traceSampling', 'bytesPerSpan', 'logFraction', 'bytesPerLog'] as const;

/** What telemetry costs to keep, by the companions. */
function addObservability(draft: RecordDraft, catalog: Catalog): void {
	const add = (id: 'prometheus' | 'jaeger', keys: readonly string[]): void => {
		const figures = catalog.companions.get(id)?.figures ?? {};
		for (const key of keys) {
			const figure = figures[key];
			const path = `observability.${key}`;
			if (figure !== undefined) draft.set(path, leafOf(figure, 'companions'));
		}
	};
	add('prometheus', METRICS);
	add('jaeger', TRACES);
}

/** Defaults of the scenario itself, where the plan names a number. */
function addScenarioDefaults(draft: RecordDraft): void {
	for (const [path, planPath] of PLAN_PATHS) {
		if (path.includes('[') || PLAN_DEFAULTS[planPath] === undefined) continue;
		draft.set(path, planDefault(planPath));
	}
}
