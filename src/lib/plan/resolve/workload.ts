import { Decimal } from '../../engine/decimal.ts';
import type { MeshFigures } from '../../catalog/mesh.ts';
import { PLAN_DEFAULTS } from '../defaults.ts';
import type { Plan, PlanGroup, PlanNumber } from '../plan.ts';
import type { RecordDraft } from './draft.ts';
import { byDefault, derived, unset, type Leaf } from './leaf.ts';
import { ofUser } from './user.ts';

/** Time, traffic and groups of pods. Derived values stand until the user sets them. */
export function addWorkload(draft: RecordDraft, plan: Plan, mesh: MeshFigures): void {
	addGroups(draft, plan);
	addSeason(draft, plan);
	draft.choose('workload.edgeMeshed', mesh.edgeMeshed && plan.workload?.edgeMeshed !== false);
}

/** What follows from the user's numbers, where he has not said otherwise. */
export function addDerived(draft: RecordDraft, plan: Plan, mesh: MeshFigures): void {
	const payload = draft.get('workload.payloadKiB')?.value ?? '0';
	const bytes = (times: number): string => new Decimal(payload).times(1024 * times).toFixed();
	if (plan.workload?.bytesPerCall === undefined) {
		draft.set('workload.bytesPerCall', derived(bytes(1), 'the payload, in bytes'));
	}
	if (plan.workload?.bytesPerEdgeRequest === undefined) {
		draft.set(
			'workload.bytesPerEdgeRequest',
			derived(bytes(2), 'twice the payload: a page is larger than a call')
		);
	}
	if (mesh.visibleServices === 'peersPerProxy') {
		const peers = draft.get('workload.peersPerProxy');
		if (peers !== undefined) {
			draft.set('workload.visibleServices', {
				...peers,
				basis: 'derived',
				reason: 'the proxy learns only of the services it calls'
			});
		}
	} else if (draft.get('workload.visibleServices') === undefined) {
		draft.set('workload.visibleServices', unset('every proxy learns of every service'));
	}
	if (mesh.kind !== 'ambient' || mesh.waypoint === undefined || 'missing' in mesh.waypoint) {
		draft.set('workload.l7Fraction', derived('0', 'this option has no waypoints'));
	}
}

/** A default of the scenario, by the plan's own name. */
export const planDefault = (planPath: string): Leaf => {
	const known = PLAN_DEFAULTS[planPath];
	if (known === undefined) throw new Error(`the plan has no default for ${planPath}`);
	return {
		...byDefault(String(known.value), known.reason),
		...(known.low === undefined || known.high === undefined
			? {}
			: { low: String(known.low), high: String(known.high), distribution: 'pert' as const }),
		planPath
	};
};

function addGroups(draft: RecordDraft, plan: Plan): void {
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
		draft.choose(`${path}.meshed`, group.meshed ?? true);
		draft.choose(`${path}.runtime`, group.runtime ?? runtime);
		for (const key of ['pods', 'appCpu', 'appMemMiB'] as const) {
			draft.set(`${path}.${key}`, groupLeaf(group[key], `${path}.${key}`, `${own}.${key}`, key));
		}
	});
}

const groupLeaf = (
	written: PlanNumber | undefined,
	path: string,
	planPath: string,
	key: string
): Leaf =>
	written === undefined
		? { ...planDefault(`workload.${key}`), planPath }
		: ofUser(written, path, planPath);

/** Twelve factors, brought to a mean of 1 (`model.md` §3). */
function addSeason(draft: RecordDraft, plan: Plan): void {
	const season = plan.workload?.season;
	if (season === undefined || season === null) return;
	const total = season.reduce<Decimal>((sum, factor) => sum.plus(factor), new Decimal(0));
	season.forEach((factor, at) => {
		const value = total.isZero()
			? '1'
			: new Decimal(factor).times(12).div(total).toDecimalPlaces(20).toFixed();
		draft.set(`workload.season[${at}]`, {
			...derived(value, 'brought to a mean of 1 over the year'),
			basis: 'user',
			changed: true,
			planPath: 'workload.season'
		});
	});
}
