import type { Catalog } from '../../catalog/catalog.ts';
import { defaultNodeType, nodePrice } from '../../catalog/nodes.ts';
import { offeredOn } from '../../catalog/lifecycle.ts';
import { isMissing } from '../../catalog/missing.ts';
import { meshFigures, type MeshFigures } from '../../catalog/mesh.ts';
import type { MeshId, Runtime } from '../../catalog/mesh-ids.ts';
import { isRegion } from '../../catalog/regions.ts';
import type { Missing } from '../../catalog/schema.ts';
import { nearest } from '../../engine/nearest.ts';
import type { Fault, ModelRecord } from '../../engine/record.ts';
import { PLAN_DEFAULTS } from '../defaults.ts';
import { failure, success, type Parsed } from '../parsed.ts';
import type { OwnOption, Plan, PlanOption } from '../plan.ts';
import { beyond } from './beyond.ts';
import type { Leaf } from './leaf.ts';
import type { Place } from './platform.ts';
import { readDraft } from './read-draft.ts';
import { draftOf, type Override, type Scenario } from './record.ts';
import { carries } from './workload.ts';

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
	/** The horizon, which all options share. */
	readonly months: number;
	readonly options: readonly ResolvedOption[];
}

const RUNTIMES: Readonly<Record<string, Runtime>> = {
	k8s: 'k8s',
	ecs: 'ecs-ec2',
	fargate: 'ecs-fargate'
};

/** Options that a plan shows when it names none, wherever it runs. */
export const DEFAULT_OPTIONS: readonly MeshId[] = [
	'no-mesh',
	'istio-sidecar',
	'istio-ambient',
	'linkerd',
	'consul',
	'app-mesh'
];

/** What a provider or runtime has besides: six options at least can be priced everywhere. */
const MORE_ON_CLOUD: Readonly<Record<Place['cloud'], readonly MeshId[]>> = {
	aws: [],
	gcp: ['cloud-service-mesh'],
	azure: ['istio-ambient-l4']
};
const MORE_ON_TASKS: readonly MeshId[] = ['vpc-lattice', 'ecs-service-connect'];

/** Options of a plan that names none, in a place: those that do not fit it are shown with the reason. */
export const defaultOptions = ({ cloud, runtime }: Place): readonly MeshId[] => [
	...DEFAULT_OPTIONS,
	...MORE_ON_CLOUD[cloud],
	...(runtime.startsWith('ecs') ? MORE_ON_TASKS : [])
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
	const chosen = plan.options ?? defaultOptions(place.value);
	const options = chosen.map((option) => optionOf(scenario, option));
	const [first] = options;
	if (first === undefined) return failure('options', 'At least one option is needed.');
	const months = first.leaves.get('time.months')?.value;
	if (months === undefined) return failure('finance.months', 'The plan has no horizon.');
	const errors = beyond(options);
	return errors.length > 0
		? { ok: false, errors }
		: success({ place: place.value, startMonth, months: Number(months), options });
}

/** Cloud, region and node, or the sentence that says which the data knows. */
function placeOf(plan: Plan, catalog: Catalog): Parsed<Place> {
	const { cloud } = catalog;
	const { platform } = plan;
	if (platform?.cloud !== undefined && platform.cloud !== cloud.cloud) {
		throw new Error(`these are the prices of ${cloud.cloud}, not of ${platform.cloud}`);
	}
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
	if (runtime.startsWith('ecs') && cloud.cloud !== 'aws') {
		const sentence = `ECS and Fargate are services of AWS: on ${cloud.label} choose Kubernetes (k8s).`;
		return failure('platform.runtime', sentence);
	}
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
	const draft = draftOf(scenario, mesh, overridesOf(scenario.plan, { base, id, own }));
	const read = readDraft(draft, id, scenario.catalog);
	return {
		id,
		base,
		label: own?.label ?? mesh.label,
		mesh,
		record: read.ok ? read.value : undefined,
		leaves: draft.leaves,
		faults: read.ok ? [] : read.errors,
		notOffered: gapOf(offeredOn(mesh, scenario.place)) ?? beyondReach(scenario.plan, mesh)
	};
}

interface Named {
	readonly base: MeshId;
	readonly id: string;
	readonly own: OwnOption | undefined;
}

/** In the order in which they apply: for all, for the option it is made from, its own. */
function overridesOf({ overrides = {} }: Plan, { base, id, own }: Named): readonly Override[] {
	const shared = [...new Set(['*', base, id])].map((at) => ({ at, numbers: overrides[at] ?? {} }));
	return own?.overrides === undefined ? shared : [...shared, { at: id, numbers: own.overrides }];
}

/** Why a mesh that is offered carries none of the pods of this plan, if that is so. */
function beyondReach(plan: Plan, mesh: MeshFigures): Missing | undefined {
	const groups = plan.workload?.groups ?? [];
	const wanted = groups.filter(({ meshed }) => meshed !== false);
	const reached = wanted.some(({ runtime = 'k8s' }) => carries(mesh, plan, runtime));
	return wanted.length === 0 || reached || mesh.kind === 'none'
		? undefined
		: gapOf(mesh.platforms.runtimes['k8s-fargate']);
}
