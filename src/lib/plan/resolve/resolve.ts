import type { Catalog } from '../../catalog/catalog.ts';
import { defaultNodeType, nodePrice } from '../../catalog/nodes.ts';
import { offeredOn } from '../../catalog/lifecycle.ts';
import { isMissing } from '../../catalog/missing.ts';
import { meshFigures, type MeshFigures } from '../../catalog/mesh.ts';
import type { MeshId, Runtime } from '../../catalog/mesh-ids.ts';
import { isRegion } from '../../catalog/regions.ts';
import type { Missing } from '../../catalog/schema.ts';
import { nearest } from '../../engine/nearest.ts';
import { readRecord } from '../../engine/read-record.ts';
import type { Fault, ModelRecord } from '../../engine/record.ts';
import { PLAN_DEFAULTS } from '../defaults.ts';
import { failure, success, type Parsed } from '../parsed.ts';
import type { Plan, PlanOption } from '../plan.ts';
import type { Leaf } from './leaf.ts';
import type { Place } from './platform.ts';
import { draftOf, type Scenario } from './record.ts';
import { applyOverrides } from './user.ts';

/** One option of a plan, ready to be worked out. */
export interface ResolvedOption {
	readonly id: string;
	/** The option of the data that it is, or was made from. */
	readonly base: MeshId;
	readonly label: string;
	readonly mesh: MeshFigures;
	readonly record: ModelRecord | undefined;
	/** Every input with value, range and provenance, by path. */
	readonly leaves: ReadonlyMap<string, Leaf>;
	/** Why the record cannot be worked out. */
	readonly faults: readonly Fault[];
	/** Why it does not fit the platform. */
	readonly notOffered: Missing | undefined;
}

export interface Resolved {
	readonly place: Place;
	readonly startMonth: string;
	readonly options: readonly ResolvedOption[];
}

const RUNTIMES: Readonly<Record<string, Runtime>> = {
	k8s: 'k8s',
	ecs: 'ecs-ec2',
	fargate: 'ecs-fargate'
};

/** Options that a plan shows when it names none. */
export const DEFAULT_OPTIONS: readonly MeshId[] = [
	'no-mesh',
	'istio-sidecar',
	'istio-ambient',
	'linkerd',
	'consul',
	'app-mesh'
];

/**
 * Turns a plan into one input record per option, on figures of one catalog.
 *
 * `today` (ISO date) gives the first month where the plan names none: the month after it.
 */
export function resolve(plan: Plan, catalog: Catalog, today: string): Parsed<Resolved> {
	const place = placeOf(plan, catalog);
	if (!place.ok) return place;
	const startMonth = plan.finance?.startMonth ?? monthAfter(today);
	const scenario: Scenario = { plan, catalog, place: place.value, startMonth };
	const options = (plan.options ?? DEFAULT_OPTIONS).map((option) => optionOf(scenario, option));
	return success({ place: place.value, startMonth, options });
}

/** Cloud, region and node, or the sentence that says which the data knows. */
function placeOf(plan: Plan, catalog: Catalog): Parsed<Place> {
	const { cloud } = catalog;
	const { platform } = plan;
	const fallback =
		cloud.cloud === 'aws' ? String(PLAN_DEFAULTS['platform.region']?.value) : cloud.defaults.region;
	const region = platform?.region ?? fallback;
	if (!isRegion(cloud, region)) {
		const near = nearest(region, Object.keys(cloud.regions));
		const hint = near === undefined ? '' : `; did you mean "${near}"?`;
		return failure(
			'platform.region',
			`${cloud.label} has no region "${region.slice(0, 60)}" in the data${hint}`
		);
	}
	const type = platform?.nodeType ?? usualNode(catalog, region);
	const price = nodePrice(cloud, region, type);
	if (isMissing(price)) {
		const near = nearest(type, Object.keys(cloud.nodes.types));
		const hint = near === undefined || near === type ? '' : `; did you mean "${near}"?`;
		return failure('platform.nodeType', `${price.reason}${hint}`);
	}
	const runtime = RUNTIMES[platform?.runtime ?? 'k8s'] ?? 'k8s';
	return success({ cloud: cloud.cloud, region, nodeType: type, runtime });
}

function usualNode({ cloud }: Catalog, region: string): string {
	const usual = String(PLAN_DEFAULTS['platform.nodeType']?.value);
	const sold = cloud.cloud === 'aws' && !isMissing(nodePrice(cloud, region, usual));
	return sold ? usual : defaultNodeType(cloud, region);
}

/** "2026-12" after 2026-11-24. */
export function monthAfter(today: string): string {
	const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
	const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
	return `${next.year}-${String(next.month).padStart(2, '0')}`;
}

const gapOf = (offered: true | Missing): Missing | undefined =>
	offered === true ? undefined : offered;

function optionOf(scenario: Scenario, option: PlanOption): ResolvedOption {
	const own = typeof option === 'string' ? undefined : option;
	const base = typeof option === 'string' ? option : option.from;
	const mesh = meshFigures(scenario.catalog.meshes, base);
	const id = own?.id ?? base;
	const draft = draftOf(scenario, mesh);
	const overrides = scenario.plan.overrides ?? {};
	for (const at of new Set(['*', base, id])) applyOverrides(draft, overrides[at] ?? {}, at);
	if (own?.overrides !== undefined) applyOverrides(draft, own.overrides, id);
	const read = readRecord(draft.json());
	return {
		id,
		base,
		label: own?.label ?? mesh.label,
		mesh,
		record: read.ok ? read.value : undefined,
		leaves: draft.leaves,
		faults: read.ok ? [] : read.errors,
		notOffered: gapOf(offeredOn(mesh, scenario.place))
	};
}
