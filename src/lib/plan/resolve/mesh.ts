import { Decimal } from '../../engine/decimal.ts';
import { memo } from '../../engine/memo.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { endOfSupport } from '../../catalog/lifecycle.ts';
import { meshFigures, type MeshFigures } from '../../catalog/mesh.ts';
import type { MeshId, Runtime } from '../../catalog/mesh-ids.ts';
import type { Plan } from '../plan.ts';
import { isMissing } from '../../catalog/missing.ts';
import { servicePrice } from '../../catalog/services.ts';
import type { Figure, Missing, RangeFigure } from '../../catalog/schema.ts';
import type { RecordDraft } from './draft.ts';
import { addLatency } from './latency.ts';
import {
	derived,
	leafOf,
	unset,
	unwritten,
	type AnyFigure,
	type Leaf,
	type Ratio as LeafRatio
} from './leaf.ts';
import type { Scenario } from './record.ts';
import { ofUser } from './user.ts';

const FILE = 'meshes';

/** The `mesh` part of a record from the figures of an option (`model.md` §2). */
export function addMesh(draft: RecordDraft, mesh: MeshFigures, scenario: Scenario): void {
	const { runtime } = scenario.place;
	draft.choose('mesh.id', mesh.id);
	draft.choose('mesh.kind', mesh.kind);
	draft.choose('mesh.sizing', mesh.sizing);
	draft.choose('mesh.crossAzIncluded', mesh.crossAzIncluded ?? false);
	draft.choose('mesh.endOfSupport', endOfSupport(mesh) ?? null);
	addProxy(draft, mesh, runtime);
	addTunnel(draft, mesh, scenario);
	addWaypoint(draft, mesh, scenario);
	addGateway(draft, mesh);
	addAgent(draft, mesh);
	addPlane(draft, mesh, runtime);
	addTaskProxy(draft, mesh);
	addFees(draft, mesh, scenario);
	addTelemetry(draft, mesh);
	addLatency(draft, mesh);
}

const CPU = ['c0', 'c2', 'pRefKiB', 'tlsFactor', 'connFactor'] as const;
const MEMORY = ['m0', 'aServiceKiB', 'aEndpointKiB'] as const;

type Coefficients = Readonly<Record<(typeof CPU)[number], AnyFigure>>;

function addCpu(draft: RecordDraft, at: string, of: Coefficients): void {
	for (const key of CPU) draft.set(`${at}.${key}`, leafOf(of[key], FILE));
}

interface Requests {
	readonly profiles: {
		readonly default: Requested;
		readonly ha: Requested;
		readonly task?: Requested | undefined;
	};
	readonly used: 'default' | 'ha';
	readonly usedOnTasks?: 'task' | undefined;
}
interface Requested {
	readonly cpuReq: Figure | Missing;
	readonly memReqMiB: Figure | Missing;
}

function addRequests(draft: RecordDraft, at: string, requests: Requests, runtime: Runtime): void {
	const onTasks = runtime.startsWith('ecs') ? requests.usedOnTasks : undefined;
	const used = requests.profiles[onTasks ?? requests.used] ?? requests.profiles[requests.used];
	const of = (figure: Figure | Missing): Leaf =>
		isMissing(figure) ? unset(figure.reason) : leafOf(figure, FILE);
	draft.set(`${at}.cpuReq`, of(used.cpuReq));
	draft.set(`${at}.memReqMiB`, of(used.memReqMiB));
}

function addProxy(draft: RecordDraft, { proxy }: MeshFigures, runtime: Runtime): void {
	if (proxy === undefined) return;
	addCpu(draft, 'mesh.proxy', proxy);
	draft.set('mesh.proxy.c1', leafOf(proxy.c1, FILE));
	draft.set('mesh.proxy.beta', leafOf(proxy.beta, FILE));
	for (const key of MEMORY) draft.set(`mesh.proxy.${key}`, leafOf(proxy[key], FILE));
	addRequests(draft, 'mesh.proxy', proxy.requests, runtime);
}

type Ratio = RangeFigure & { readonly of: MeshId };

/**
 * c1 as a ratio to the sidecar of the same tests: one basis for all modes (`model.md` §15). A sidecar
 * that the user has measured moves the other modes with it.
 */
function ratioLeaf({ plan, catalog }: Scenario, ratio: Ratio): Leaf {
	const base = measured(plan, ratio.of) ?? published(catalog, ratio.of);
	const times = (share: string): string => new Decimal(share).times(base.value ?? 0).toFixed();
	const said = leafOf(ratio, FILE);
	return {
		...said,
		value: times(ratio.central),
		low: times(ratio.low),
		high: times(ratio.high),
		basis: 'derived',
		changed: base.changed,
		ratio: { ...shareOf(ratio), of: SIDECAR_C1, leaf: base },
		reason: `${ratio.central} times the sidecar's ${base.value ?? ''}: ${said.reason ?? 'a ratio measured on one machine'}`
	};
}

const shareOf = ({ low, central, high, distribution }: RangeFigure): Omit<LeafRatio, 'of'> => ({
	low,
	central,
	high,
	distribution
});

const SIDECAR_C1 = 'mesh.proxy.c1';

function measured({ overrides }: Plan, of: MeshId): Leaf | undefined {
	const own = overrides?.[of]?.[SIDECAR_C1] ?? overrides?.['*']?.[SIDECAR_C1];
	return own === undefined ? undefined : ofUser(own, SIDECAR_C1, `overrides.${of}.${SIDECAR_C1}`);
}

function published(catalog: Catalog, of: MeshId): Leaf {
	const base = meshFigures(catalog.meshes, of).proxy?.c1;
	if (base === undefined) throw new Error(`${of} has no sidecar to take a ratio of`);
	return leafOf(base, FILE);
}

function addTunnel(draft: RecordDraft, { ztunnel }: MeshFigures, scenario: Scenario): void {
	if (ztunnel === undefined) return;
	addCpu(draft, 'mesh.ztunnel', ztunnel);
	draft.set('mesh.ztunnel.c1', ratioLeaf(scenario, ztunnel.c1Ratio));
	for (const key of MEMORY) draft.set(`mesh.ztunnel.${key}`, leafOf(ztunnel[key], FILE));
	addRequests(draft, 'mesh.ztunnel', ztunnel.requests, scenario.place.runtime);
}

function addWaypoint(draft: RecordDraft, { waypoint }: MeshFigures, scenario: Scenario): void {
	if (waypoint === undefined || isMissing(waypoint)) return;
	addCpu(draft, 'mesh.waypoint', waypoint);
	draft.set('mesh.waypoint.c1', ratioLeaf(scenario, waypoint.c1Ratio));
	for (const key of MEMORY) draft.set(`mesh.waypoint.${key}`, leafOf(waypoint[key], FILE));
	addRequests(draft, 'mesh.waypoint', waypoint.requests, scenario.place.runtime);
	draft.set('mesh.waypoint.minReplicas', leafOf(waypoint.minReplicas, FILE));
	const each = waypoint.servicesPerWaypoint;
	const count = (per: string): string =>
		Math.max(1, Math.ceil(draft.number('workload.services') / Number(per))).toFixed();
	const per = (services: string): string => new Decimal(1).div(services).toFixed(20);
	draft.set('mesh.waypoint.deployments', {
		...leafOf(each, FILE),
		value: count(each.central),
		low: count(each.high),
		high: count(each.low),
		basis: 'derived',
		reason: `services over ${each.central} services a waypoint`,
		ratio: {
			of: 'workload.services',
			low: per(each.high),
			central: per(each.central),
			high: per(each.low),
			distribution: each.distribution,
			whole: true
		}
	});
}

function addGateway(draft: RecordDraft, { gateway }: MeshFigures): void {
	if (gateway === undefined) return;
	addCpu(draft, 'mesh.gateway', gateway);
	draft.set('mesh.gateway.c1', leafOf(gateway.c1, FILE));
	for (const key of ['cpuReq', 'memReqMiB', 'minReplicas', 'ewMinReplicas'] as const) {
		draft.set(`mesh.gateway.${key}`, leafOf(gateway[key], FILE));
	}
}

function addAgent(draft: RecordDraft, { nodeAgent }: MeshFigures): void {
	if (nodeAgent?.included !== true) return;
	for (const key of ['cpu', 'memMiB', 'pods'] as const) {
		draft.set(`mesh.nodeAgent.${key}`, leafOf(nodeAgent[key], FILE));
	}
}

function addPlane(draft: RecordDraft, { controlPlane }: MeshFigures, runtime: Runtime): void {
	if (controlPlane === undefined) return;
	if (controlPlane.onlyOn !== undefined && !controlPlane.onlyOn.includes(runtime)) return;
	draft.choose('mesh.controlPlane.perCluster', controlPlane.perCluster);
	draft.setAll(tiersOf(controlPlane));
	for (const key of ['useCpuPer1000', 'useMemMiBPer1000'] as const) {
		const use = controlPlane[key];
		draft.set(`mesh.controlPlane.${key}`, isMissing(use) ? unwritten(use) : leafOf(use, FILE));
	}
}

const tiersOf = memo((plane: NonNullable<MeshFigures['controlPlane']>) => {
	const leaves: Record<string, Leaf> = {};
	plane.tiers.forEach((tier, at) => {
		for (const key of ['maxConn', 'pods', 'cpu', 'memMiB', 'diskGiB'] as const) {
			leaves[`mesh.controlPlane.tiers[${at}].${key}`] = {
				value: tier[key],
				distribution: 'fixed',
				basis: tier.method ?? plane.method,
				grade: tier.grade ?? plane.grade,
				source: `${FILE}#${tier.source ?? plane.source}`,
				asOf: plane.asOf,
				changed: false,
				reason: tier.reason ?? plane.derivation ?? plane.reason ?? 'as the chart has it'
			};
		}
	});
	return leaves;
});

function addTaskProxy(draft: RecordDraft, { taskProxy }: MeshFigures): void {
	if (taskProxy === undefined) return;
	draft.set('mesh.taskProxy.cpu', leafOf(taskProxy.cpu, FILE));
	draft.set('mesh.taskProxy.memMiB', leafOf(taskProxy.memMiB, FILE));
	draft.set('mesh.taskProxy.appMemFactor', leafOf(taskProxy.appMemFactor, FILE));
	draft.setAll(stepsOf(taskProxy));
}

const stepsOf = memo((proxy: NonNullable<MeshFigures['taskProxy']>) => {
	const leaves: Record<string, Leaf> = {};
	proxy.steps.forEach((step, at) => {
		for (const [key, amount] of Object.entries(step)) {
			if (amount === undefined) continue;
			leaves[`mesh.taskProxy.steps[${at}].${key}`] = {
				...derived(amount, "a step of the provider's sizing advice"),
				basis: proxy.method,
				grade: proxy.grade,
				source: `${FILE}#${proxy.source}`,
				asOf: proxy.asOf
			};
		}
	});
	return leaves;
});

/** Fees by the provider's own price list where they have a name there. */
function addFees(draft: RecordDraft, mesh: MeshFigures, { catalog, place }: Scenario): void {
	for (const [key, fee] of Object.entries(mesh.fees)) {
		if (fee === undefined) continue;
		if ('sku' in fee) {
			const listed = servicePrice(catalog.cloud, fee.sku, place.region);
			draft.set(`mesh.${key}`, times(listed, fee.times));
		} else draft.set(`mesh.${key}`, leafOf(fee, FILE));
	}
}

function times(figure: Figure | Missing, factor: string | undefined): Leaf {
	const leaf = leafOf(figure);
	if (factor === undefined || leaf.value === undefined) return leaf;
	const value = new Decimal(leaf.value).times(factor).toFixed();
	return { ...leaf, value, basis: 'derived', reason: `${leaf.value} × ${factor}` };
}

function addTelemetry(draft: RecordDraft, { telemetry }: MeshFigures): void {
	draft.setAll({
		'observability.seriesBase': leafOf(telemetry.seriesBase, FILE),
		'observability.seriesPerPeer': leafOf(telemetry.seriesPerPeer, FILE),
		'observability.seriesZtunnel':
			telemetry.seriesZtunnel === undefined ? undefined : leafOf(telemetry.seriesZtunnel, FILE)
	});
}
