import type { NodeJson } from '../records/record-json.ts';
import { azsOf, ceilStar, clustersOf, floorStar, headroom, or, peak, type At } from './basics.ts';
import { perPass, sizeOf } from './proxies.ts';
import type { Traffic } from './traffic.ts';

/** §6, allocatable. */
export function allocatableOf(node: NodeJson): { readonly cpu: number; readonly mem: number } {
	const [vcpu, gib] = [or(node.vcpu), or(node.memGiB)];
	const capacity = gib * 1024 * (1 - or(node.vmMemOverhead));
	switch (node.provider ?? 'plain') {
		case 'eks':
			return {
				cpu: vcpu - banded(vcpu),
				mem: capacity - (11 * or(node.maxPods) + 255) - 100
			};
		case 'gke':
			return { cpu: vcpu - banded(vcpu), mem: capacity - gkeMemory(gib) - 100 };
		case 'aks': {
			const kept = Math.min(((20 * or(node.maxPods) + 50) * 1e6) / 2 ** 20, gib * 1024 * 0.25);
			return { cpu: vcpu - aksCpu(vcpu), mem: capacity - kept - 100 };
		}
		case 'plain':
			return { cpu: vcpu, mem: capacity };
	}
}

function banded(vcpu: number): number {
	let left = vcpu;
	let millicores = 0;
	for (const [width, share] of [
		[1, 60],
		[1, 10],
		[2, 5],
		[Infinity, 2.5]
	] as const) {
		const within = Math.min(left, width);
		millicores += floorStar(within * share);
		left -= within;
	}
	return millicores / 1000;
}

function gkeMemory(gib: number): number {
	if (gib < 1) return 255;
	let left = gib;
	let kept = 0;
	for (const [width, share] of [
		[4, 0.25],
		[4, 0.2],
		[8, 0.1],
		[112, 0.06],
		[Infinity, 0.02]
	] as const) {
		const within = Math.min(left, width);
		kept += within * share * 1024;
		left -= within;
	}
	return kept;
}

const AKS = [
	[1, 60],
	[2, 100],
	[4, 140],
	[8, 180],
	[16, 260],
	[32, 420],
	[64, 740]
] as const;

function aksCpu(vcpu: number): number {
	const [first, last] = [AKS[0], AKS[AKS.length - 1] ?? AKS[0]];
	if (vcpu <= first[0]) return first[1] / 1000;
	for (let i = 1; i < AKS.length; i++) {
		const [below, above] = [AKS[i - 1] ?? first, AKS[i] ?? last];
		if (vcpu > above[0]) continue;
		const share = (vcpu - below[0]) / (above[0] - below[0]);
		return (below[1] + share * (above[1] - below[1])) / 1000;
	}
	return (last[1] + 10 * (vcpu - last[0])) / 1000;
}

export interface PodSize {
	readonly pods: number;
	readonly cpu: number;
	readonly mem: number;
}

/** What asks for room, all clusters together; `groups` are those of shape mode. */
export interface Need {
	readonly cpu: number;
	readonly mem: number;
	readonly pods: number;
	readonly groups: readonly PodSize[];
}

export interface Room {
	readonly cpu: number;
	readonly mem: number;
	readonly pods: number;
	/** A tunnel takes CPU as well, by the count of nodes. */
	readonly tunnel: boolean;
}

export interface Limits {
	readonly byCpu: number;
	readonly byMem: number;
	readonly byPods: number;
	readonly byShape: number;
}

/** CPU that each of n tunnels of a cluster reserves. */
export function tunnelCpu(at: At, flow: Traffic, n: number): number {
	const of = at.record.mesh?.ztunnel ?? {};
	const rate = (flow.traversals * peak(at.record)) / clustersOf(at.record) / n;
	return sizeOf(at, of.cpuReq, or(of.c0) + rate * perPass(at, of));
}

export function limitsOf(at: At, flow: Traffic, need: Need, room: Room): Limits {
	const clusters = clustersOf(at.record);
	const packing = or(at.record.node?.packing, 1);
	const [cpu, mem, pods] = [need.cpu / clusters, need.mem / clusters, need.pods / clusters];
	return {
		byCpu: room.tunnel
			? beside(at, flow, cpu, room)
			: cpu === 0
				? 0
				: ceilStar(cpu / (packing * room.cpu)),
		byMem: mem === 0 ? 0 : ceilStar(mem / (packing * room.mem)),
		byPods: pods === 0 ? 0 : ceilStar(pods / room.pods),
		byShape: shape(at, flow, need, room)
	};
}

function beside(at: At, flow: Traffic, cpu: number, room: Room): number {
	const { record } = at;
	const of = record.mesh?.ztunnel ?? {};
	const packing = or(record.node?.packing, 1);
	const spare = 1 + headroom(record);
	const k = ((flow.traversals * peak(record)) / clustersOf(record)) * perPass(at, of) * spare;
	const byRequest = () => ceilStar(cpu / (packing * (room.cpu - or(of.cpuReq))));
	const byUse = () => ceilStar((cpu / packing + k) / (room.cpu - or(of.c0) * spare));
	if (of.cpuReq === null) return byUse();
	const sizing = record.mesh?.sizing ?? 'max';
	if (sizing === 'requests') return byRequest();
	return sizing === 'usage' ? byUse() : Math.max(byRequest(), byUse());
}

/** More nodes than any record of the tests needs. */
const MOST = 1e5;

/** Whole pods: tries one node, two, three, … */
function shape(at: At, flow: Traffic, need: Need, room: Room): number {
	if (!room.tunnel) return wholePods(at, need, room, room.cpu);
	if (wholePods(at, need, room, room.cpu - tunnelCpu(at, flow, 1)) === 0) return 0;
	if (!(wholePods(at, need, room, room.cpu - tunnelCpu(at, flow, MOST)) <= MOST)) return NaN;
	for (let n = 1; n < MOST; n++) {
		if (wholePods(at, need, room, room.cpu - tunnelCpu(at, flow, n)) <= n) return n;
	}
	return NaN;
}

function wholePods(at: At, need: Need, room: Room, cpuRoom: number): number {
	const clusters = clustersOf(at.record);
	let apart = 0;
	for (const { pods, cpu, mem } of need.groups) {
		if (pods === 0) continue;
		let each = room.pods;
		if (cpu > 0) each = Math.min(each, Math.max(0, floorStar(cpuRoom / cpu)));
		if (mem > 0) each = Math.min(each, Math.max(0, floorStar(room.mem / mem)));
		apart += ceilStar(pods / clusters / each);
	}
	const whole = (wanted: number, space: number): number =>
		wanted === 0 ? 0 : space > 0 ? ceilStar(wanted / clusters / space) : Infinity;
	return Math.max(
		apart,
		whole(need.cpu, cpuRoom),
		whole(need.mem, room.mem),
		whole(need.pods, room.pods)
	);
}

/** Zone rules in the order of §6, then clusters. */
export function afterZones({ record }: At, nodes: number): number {
	const azs = azsOf(record);
	let n = nodes;
	if ((record.node?.surviveAzLoss ?? false) && azs >= 2) n = ceilStar((n * azs) / (azs - 1));
	n = Math.max(n, or(record.node?.minNodesPerAz) * azs);
	if (record.node?.azBalanced ?? true) n = azs * ceilStar(n / azs);
	return n * clustersOf(record);
}
