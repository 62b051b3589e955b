import type { Catalog } from '../../catalog/catalog.ts';
import type { MeshFigures } from '../../catalog/mesh.ts';
import type { Overrides, Plan } from '../plan.ts';
import { PLAN_DEFAULTS } from '../defaults.ts';
import { addAbsent } from './absent.ts';
import { applyDiscounts } from './discounts.ts';
import { RecordDraft } from './draft.ts';
import { leafOf } from './leaf.ts';
import { addMesh } from './mesh.ts';
import { addSource } from './migration.ts';
import { addOpportunity } from './opportunity.ts';
import { addPeople } from './people.ts';
import { addPlatform, type Place } from './platform.ts';
import { completeTerms } from './purchase.ts';
import { applyOverrides, applyPlan, PLAN_PATHS } from './user.ts';
import { addDerived, addWorkload, planDefault, withoutWaypoints } from './workload.ts';

export interface Scenario {
	readonly plan: Plan;
	readonly catalog: Catalog;
	readonly place: Place;
	/** "YYYY-MM" of month 1. */
	readonly startMonth: string;
}

/** Numbers that the user sets on the inputs of an option, and where they stand in the plan. */
export interface Override {
	readonly at: string;
	readonly numbers: Overrides;
}

/**
 * The record of one option: figures of pricing-data, then defaults of the scenario, then the user's own
 * numbers. Every option goes the same way: none gets another basis.
 */
export function draftOf(
	scenario: Scenario,
	mesh: MeshFigures,
	overrides: readonly Override[]
): RecordDraft {
	const { plan, catalog, place } = scenario;
	const draft = new RecordDraft();
	addPlanning(draft, catalog);
	addObservability(draft, catalog);
	addScenarioDefaults(draft);
	addPlatform(draft, plan, catalog, place);
	addPeople(draft, mesh, catalog);
	addOpportunity(draft, plan, mesh, catalog);
	addWorkload(draft, scenario, mesh);
	applyPlan(draft, plan, mesh);
	// What follows from others starts from the user's numbers, and gives way to them again below.
	for (const override of overrides) applyOverrides(draft, override, mesh);
	addDerived(draft, plan, mesh, catalog);
	addMesh(draft, mesh, scenario);
	if (plan.platform?.sizing !== undefined) draft.choose('mesh.sizing', plan.platform.sizing);
	addSource(draft, scenario, mesh);
	for (const override of overrides) applyOverrides(draft, override, mesh);
	applyDiscounts(draft, plan);
	completeTerms(draft);
	withoutWaypoints(draft, mesh);
	addAbsent(draft);
	draft.choose('time.startMonth', scenario.startMonth);
	draft.choose('rounding', plan.finance?.rounding ?? 'half-even');
	return draft;
}

/** Assumptions about workload, nodes and paths, the same for every mesh. */
function addPlanning(draft: RecordDraft, catalog: Catalog): void {
	for (const [path, figure] of Object.entries(catalog.planning.figures)) {
		if (!NOT_INPUTS.has(path)) draft.set(path, leafOf(figure, 'planning'));
	}
}

/** Figures of the planning file that become inputs by way of others. */
const NOT_INPUTS: ReadonlySet<string> = new Set([
	'purchase.commitmentCoverage',
	'workload.tasksPerInstance',
	'workload.edgePayloads',
	'workload.hotSpot'
]);

const METRICS = [
	'bytesPerSample',
	'memKiBPerSeries',
	'scrapeSeconds',
	'metricRetentionDays',
	'perMillionSamples'
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
