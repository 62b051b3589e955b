import { Decimal } from '../../engine/decimal.ts';
import type { MeshFigures } from '../../catalog/mesh.ts';
import { PLAN_DEFAULTS } from '../defaults.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Plan, PlanGroup, PlanNumber } from '../plan.ts';
import type { RecordDraft } from './draft.ts';
import { byDefault, derived, exactly, leafOf, unset, type Leaf } from './leaf.ts';
import type { Scenario } from './record.ts';
import { ofUser } from './user.ts';

/** Time, traffic and groups of pods. Derived values stand until the user sets them. */
export function addWorkload(draft: RecordDraft, scenario: Scenario, mesh: MeshFigures): void {
	const { plan, startMonth } = scenario;
	addGroups(draft, plan, mesh);
	addSeason(draft, plan, startMonth);
	draft.choose('workload.edgeMeshed', mesh.edgeMeshed && plan.workload?.edgeMeshed !== false);
}

/** What follows from the user's numbers, where he has not said otherwise. */
export function addDerived(
	draft: RecordDraft,
	plan: Plan,
	mesh: MeshFigures,
	catalog: Catalog
): void {
	const payload = new Decimal(draft.get('workload.payloadKiB')?.value ?? 0).times(1024);
	if (plan.workload?.bytesPerCall === undefined) {
		draft.set('workload.bytesPerCall', {
			...derived(payload.toFixed(), 'the payload, in bytes'),
			ratio: exactly('workload.payloadKiB', '1024')
		});
	}
	const times = catalog.planning.figures['workload.edgePayloads'];
	if (plan.workload?.bytesPerEdgeRequest === undefined && times !== undefined) {
		const { low: _low, high: _high, ...said } = leafOf(times, 'planning');
		const value = payload.times(said.value ?? 0).toFixed();
		const bytes = new Decimal(said.value ?? 0).times(1024).toFixed();
		const ratio = exactly('workload.payloadKiB', bytes);
		draft.set('workload.bytesPerEdgeRequest', { ...said, value, ratio });
	}
	if (mesh.visibleServices === 'peersPerProxy') {
		const peers = draft.get('workload.peersPerProxy');
		if (peers !== undefined) {
			draft.set('workload.visibleServices', {
				...peers,
				basis: 'derived',
				reason: 'the proxy learns only of the services it calls',
				ratio: exactly('workload.peersPerProxy', '1')
			});
		}
	} else if (draft.get('workload.visibleServices') === undefined) {
		draft.set('workload.visibleServices', unset('every proxy learns of every service'));
	}
}

/** Tunnels alone: no call takes the way through a waypoint. Other kinds do not read the share. */
export function withoutWaypoints(draft: RecordDraft, { kind }: MeshFigures): void {
	if (kind !== 'ambient' || draft.hasPart('mesh.waypoint')) return;
	draft.set('workload.l7Fraction', derived('0', 'this option has no waypoints'));
}

const DEFAULTS: ReadonlyMap<string, Leaf> = new Map(
	Object.entries(PLAN_DEFAULTS).map(([planPath, { value, low, high, reason }]) => [
		planPath,
		{
			...byDefault(value, reason),
			...(low === undefined || high === undefined
				? {}
				: { low, high, distribution: 'pert' as const }),
			planPath
		}
	])
);

/** A default of the scenario, by the plan's own name. */
export const planDefault = (planPath: string): Leaf => {
	const known = DEFAULTS.get(planPath);
	if (known === undefined) throw new Error(`the plan has no default for ${planPath}`);
	return known;
};

function addGroups(draft: RecordDraft, plan: Plan, mesh: MeshFigures): void {
	const { workload } = plan;
	const runtime = plan.platform?.runtime === 'fargate' ? 'fargate' : 'k8s';
	const only: PlanGroup = {
		id: 'all pods',
		...(workload?.pods === undefined ? {} : { pods: workload.pods }),
		...(workload?.appCpu === undefined ? {} : { appCpu: workload.appCpu }),
		...(workload?.appMemMiB === undefined ? {} : { appMemMiB: workload.appMemMiB })
	};
	const groups = workload?.groups ?? [only];
	groups.forEach((group, at) => {
		const path = `workload.groups[${at}]`;
		const own = workload?.groups === undefined ? 'workload' : `workload.groups.${at}`;
		draft.choose(`${path}.id`, group.id ?? `group ${at + 1}`);
		const where = group.runtime ?? runtime;
		draft.choose(`${path}.meshed`, group.meshed !== false && carries(mesh, plan, where));
		draft.choose(`${path}.runtime`, where);
		for (const key of ['pods', 'appCpu', 'appMemMiB'] as const) {
			draft.set(`${path}.${key}`, groupLeaf(group[key], `${path}.${key}`, `${own}.${key}`, key));
		}
	});
}

/** Whether a mesh can carry a group: on Kubernetes few reach pods without nodes of ours. */
export const carries = (mesh: MeshFigures, plan: Plan, runtime: 'k8s' | 'fargate'): boolean =>
	runtime === 'k8s' ||
	(plan.platform?.runtime ?? 'k8s') !== 'k8s' ||
	mesh.platforms.runtimes['k8s-fargate'] === true;

const groupLeaf = (
	written: PlanNumber | undefined,
	path: string,
	planPath: string,
	key: string
): Leaf =>
	written === undefined
		? planPath === `workload.${key}`
			? planDefault(planPath)
			: { ...planDefault(`workload.${key}`), planPath }
		: ofUser(written, path, planPath);

/** Twelve factors from January, turned to begin in month 1 and brought to a mean of 1 (`model.md` §3). */
function addSeason(draft: RecordDraft, plan: Plan, startMonth: string): void {
	const season = plan.workload?.season;
	if (season === undefined || season === null) return;
	const total = season.reduce<Decimal>((sum, factor) => sum.plus(factor), new Decimal(0));
	const first = Number(startMonth.slice(5, 7)) - 1;
	for (const at of season.keys()) {
		const factor = season[(first + at) % season.length] ?? 1;
		const value = total.isZero()
			? '1'
			: new Decimal(factor).times(season.length).div(total).toDecimalPlaces(20).toFixed();
		draft.set(`workload.season[${at}]`, {
			...derived(value, `${factor} as entered, brought to a mean of 1 over the year`),
			basis: 'user',
			changed: true,
			planPath: 'workload.season'
		});
	}
}
