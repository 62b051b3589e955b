import type { GatewayJson, ProxyJson } from '../records/record-json.ts';
import { ceilStar, clustersOf, headroom, or, peak, type At } from './basics.ts';
import type { Traffic } from './traffic.ts';

/** u of §4. */
export function perPass({ record }: At, of: ProxyJson & GatewayJson): number {
	const payload = or(record.workload?.payloadKiB);
	const bytes = or(of.c2) * Math.max(0, payload - or(of.pRefKiB, 1));
	const churn = or(record.workload?.newConnFraction) * (or(of.connFactor, 1) - 1);
	return (or(of.c1) + bytes) * or(of.tlsFactor, 1) * (1 + churn);
}

/** size(req, use) of §4; null is unset, undefined is 0. */
export function sizeOf({ record }: At, req: number | null | undefined, use: number): number {
	const roomy = use * (1 + headroom(record));
	const sizing = record.mesh?.sizing ?? 'max';
	if (sizing === 'usage' || req === null) return roomy;
	return sizing === 'requests' ? or(req) : Math.max(or(req), roomy);
}

function configuration({ record }: At, flow: Traffic, of: ProxyJson): number {
	const { services, pods } = flow;
	const seen = Math.min(services, record.workload?.visibleServices ?? services);
	const endpoints = services === 0 ? 0 : (pods * seen) / services;
	const clusters = or(record.workload?.clustersPerService, 1);
	return (
		or(of.m0) +
		(clusters * seen * or(of.aServiceKiB)) / 1024 +
		(endpoints * or(of.aEndpointKiB)) / 1024
	);
}

export interface Each {
	readonly count: number;
	readonly rate: number;
	readonly cpuUse: number;
	readonly memUse: number;
	readonly cpu: number;
	readonly mem: number;
}

export function sidecarOf(at: At, flow: Traffic): Each {
	const of = at.record.mesh?.proxy ?? {};
	const rate = flow.meshedPods === 0 ? 0 : (flow.traversals * peak(at.record)) / flow.meshedPods;
	const quiet = rate === 0 ? 0 : 1000 * (rate / 1000) ** or(of.beta, 1);
	const cpuUse = or(of.c0) + quiet * perPass(at, of);
	const memUse = configuration(at, flow, of);
	return {
		count: flow.meshedPods,
		rate,
		cpuUse,
		memUse,
		cpu: sizeOf(at, of.cpuReq, cpuUse),
		mem: sizeOf(at, of.memReqMiB, memUse)
	};
}

export interface TaskProxy {
	readonly received: number;
	readonly cpu: number;
	readonly mem: number;
}

export function taskProxyOf({ record }: At, flow: Traffic): TaskProxy | undefined {
	const of = record.mesh?.kind === 'managed' ? record.mesh.taskProxy : null;
	if (of === null || of === undefined || flow.meshedPods === 0) return undefined;
	const received = (flow.carried * peak(record)) / flow.meshedPods;
	let [cpu, mem] = [or(of.cpu), or(of.memMiB)];
	for (const step of of.steps ?? []) {
		const over = (value: number, limit: number | null | undefined) =>
			limit !== null && limit !== undefined && value > limit * (1 + 1e-12);
		if (
			!over(received, step.aboveReceivedRps) &&
			!over(flow.services, step.aboveServices) &&
			!over(flow.meshedPods, step.aboveTasks)
		) {
			continue;
		}
		cpu = Math.max(cpu, or(step.cpu));
		mem = Math.max(mem, or(step.memMiB));
	}
	return { received, cpu, mem };
}

export function tunnelMemory(
	at: At,
	flow: Traffic
): { readonly use: number; readonly mem: number } {
	const of = at.record.mesh?.ztunnel ?? {};
	const use = or(of.m0) + (flow.pods * or(of.aEndpointKiB)) / 1024;
	return { use, mem: sizeOf(at, of.memReqMiB, use) };
}

export interface Waypoints {
	readonly count: number;
	readonly rate: number;
	readonly cpuUse: number;
	readonly cpu: number;
	readonly mem: number;
	readonly memUse: number;
}

/** Whether waypoints are in use at all. */
export const hasWaypoints = ({ record }: At, flow: Traffic): boolean =>
	record.mesh?.kind === 'ambient' &&
	flow.meshedPods > 0 &&
	or(record.workload?.l7Fraction) > 0 &&
	or(record.mesh.waypoint?.deployments) > 0;

export function waypointsOf(at: At, flow: Traffic): Waypoints | undefined {
	const of = at.record.mesh?.waypoint;
	if (!hasWaypoints(at, flow) || of === null || of === undefined) return undefined;
	const deployments = or(of.deployments);
	const each = ((flow.waypoint * peak(at.record)) / deployments) * perPass(at, of);
	const room = or(of.cpuReq) - or(of.c0);
	const replicas = Math.max(
		or(of.minReplicas),
		ceilStar((each * (1 + headroom(at.record))) / room)
	);
	const count = replicas * deployments;
	const rate = count === 0 ? 0 : (flow.waypoint * peak(at.record)) / count;
	const memUse = configuration(at, flow, of);
	return {
		count,
		rate,
		cpuUse: or(of.c0) + rate * perPass(at, of),
		cpu: or(of.cpuReq),
		mem: sizeOf(at, of.memReqMiB, memUse),
		memUse
	};
}

export interface Gateways {
	readonly ingress: number;
	readonly eastWest: number;
	readonly incremental: boolean;
	readonly cpu: number;
	readonly mem: number;
}

/** §5. */
export function gatewaysOf(at: At, flow: Traffic): Gateways {
	const { record } = at;
	const of = record.mesh?.gateway;
	if (of === null || of === undefined || flow.meshedPods === 0) {
		return { ingress: 0, eastWest: 0, incremental: true, cpu: 0, mem: 0 };
	}
	const replicas = (rate: number) =>
		ceilStar((rate * perPass(at, of) * (1 + headroom(record))) / (or(of.cpuReq) - or(of.c0)));
	const clusters = clustersOf(record);
	const between =
		(flow.calls * peak(record) * or(record.workload?.crossClusterFraction)) / clusters;
	return {
		ingress: Math.max(or(of.minReplicas), replicas(flow.edge * peak(record))),
		eastWest: clusters > 1 ? clusters * Math.max(or(of.ewMinReplicas), replicas(between)) : 0,
		incremental: of.incremental ?? true,
		cpu: or(of.cpuReq),
		mem: or(of.memReqMiB)
	};
}

export interface Plane {
	readonly perPlane: number;
	readonly pods: number;
	readonly cpu: number;
	readonly mem: number;
	readonly disk: number;
	readonly cpuUse: number;
	readonly memUse: number;
}

const NO_PLANE = { perPlane: 0, pods: 0, cpu: 0, mem: 0, disk: 0, cpuUse: 0, memUse: 0 };

export function planeOf({ record }: At, flow: Traffic, connections: number): Plane {
	if (flow.meshedPods === 0) return NO_PLANE;
	const of = record.mesh?.controlPlane ?? {};
	const planes = (of.perCluster ?? true) ? clustersOf(record) : 1;
	const perPlane = ceilStar(connections / planes);
	const tiers = [...(of.tiers ?? [])].sort((a, b) => or(a.maxConn) - or(b.maxConn));
	const last = tiers.at(-1);
	const fitting = tiers.find((tier) => or(tier.maxConn) >= perPlane);
	const tier = fitting ?? last ?? {};
	const times =
		planes *
		(fitting === undefined && last !== undefined ? ceilStar(perPlane / or(last.maxConn)) : 1);
	return {
		perPlane,
		pods: or(tier.pods) * times,
		cpu: or(tier.cpu) * times,
		mem: or(tier.memMiB) * times,
		disk: or(tier.diskGiB) * times,
		cpuUse: (connections / 1000) * or(of.useCpuPer1000),
		memUse: (connections / 1000) * or(of.useMemMiBPer1000)
	};
}
