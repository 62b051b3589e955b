import type { RecordJson } from '../records/record-json.ts';
import { floorStar, headroom, or } from './basics.ts';
import { estateOf, type Estate } from './estate.ts';
import type { Room } from './nodes.ts';
import { sizeOf } from './proxies.ts';

/** Room that is only the noise of doubles is none. */
const NOISE = 1e-12;

const CODES = [
	'REQUEST_UNSET',
	'REPLICA_TOO_SMALL',
	'NODE_TOO_SMALL',
	'POD_TOO_LARGE',
	'FARGATE_TOO_LARGE'
] as const;
export type Code = (typeof CODES)[number];

/** The first error of §2 that applies in any month. */
export function faultOf(record: RecordJson, months: number): Code | undefined {
	const found = new Set<Code>();
	for (let k = 0; k < months; k++) {
		const estate = estateOf({ record, k });
		if (unset(record, estate)) found.add('REQUEST_UNSET');
		if (smallReplica(record, estate)) found.add('REPLICA_TOO_SMALL');
		if (smallNode(record, estate)) found.add('NODE_TOO_SMALL');
		if (largePod(record, estate, k)) found.add('POD_TOO_LARGE');
		if (largeTask(estate)) found.add('FARGATE_TOO_LARGE');
	}
	return CODES.find((code) => found.has(code));
}

const waypointsRun = ({ workload, mesh }: RecordJson): boolean =>
	mesh?.kind === 'ambient' && or(workload?.l7Fraction) > 0 && or(mesh.waypoint?.deployments) > 0;

function unset(record: RecordJson, { flow }: Estate): boolean {
	const { mesh = {} } = record;
	if (flow.meshedPods === 0) return false;
	const strict = (mesh.sizing ?? 'max') !== 'usage';
	const none = (of: { cpuReq?: number | null; memReqMiB?: number | null } | null | undefined) =>
		of?.cpuReq === null || of?.memReqMiB === null;
	if (none(mesh.gateway)) return true;
	if (mesh.kind === 'sidecar') return strict && none(mesh.proxy);
	if (mesh.kind !== 'ambient') return false;
	if (strict && none(mesh.ztunnel)) return true;
	return (
		waypointsRun(record) &&
		(mesh.waypoint?.cpuReq === null || (strict && mesh.waypoint?.memReqMiB === null))
	);
}

function smallReplica(record: RecordJson, { flow }: Estate): boolean {
	const { mesh = {} } = record;
	if (flow.meshedPods === 0) return false;
	const small = (of: { c0?: number; cpuReq?: number | null } | null | undefined) =>
		of !== null && of !== undefined && or(of.cpuReq) <= or(of.c0);
	return small(mesh.gateway) || (waypointsRun(record) && small(mesh.waypoint));
}

function smallNode(record: RecordJson, estate: Estate): boolean {
	const { rooms, needs, flow } = estate;
	const { mesh = {} } = record;
	const without = rooms.without;
	if (without.cpu <= NOISE || without.mem <= NOISE) return true;
	if (needs.without.pods > 0 && without.pods <= NOISE) return true;
	if (flow.meshedPods === 0) return false;
	const { cpu, mem, pods } = rooms.with;
	const wanted = needs.with;
	if ((wanted.pods > 0 || wanted.cpu > 0) && cpu <= NOISE) return true;
	if ((wanted.pods > 0 || wanted.mem > 0) && mem <= NOISE) return true;
	if (wanted.pods > 0 && pods <= NOISE) return true;
	if (mesh.kind !== 'ambient') return false;
	const of = mesh.ztunnel ?? {};
	const byUse = cpu - or(of.c0) * (1 + headroom(record)) <= NOISE;
	const byRequest = of.cpuReq !== null && cpu - or(of.cpuReq) <= NOISE;
	const sizing = of.cpuReq === null ? 'usage' : (mesh.sizing ?? 'max');
	return sizing === 'usage' ? byUse : sizing === 'requests' ? byRequest : byUse || byRequest;
}

function largePod(record: RecordJson, { rooms, needs, flow }: Estate, k: number): boolean {
	const fits = (room: Room, pod: { pods: number; cpu: number; mem: number }) =>
		pod.pods === 0 ||
		((pod.cpu === 0 || floorStar(room.cpu / pod.cpu) >= 1) &&
			(pod.mem === 0 || floorStar(room.mem / pod.mem) >= 1));
	if (!needs.without.groups.every((pod) => fits(rooms.without, pod))) return true;
	if (flow.meshedPods === 0) return false;
	const of = record.mesh?.ztunnel ?? {};
	const tunnel = rooms.with.tunnel ? sizeOf({ record, k }, of.cpuReq, or(of.c0)) : 0;
	const room = { ...rooms.with, cpu: rooms.with.cpu - tunnel };
	return !needs.with.groups.every((pod) => fits(room, pod));
}

function largeTask({ flow, beside }: Estate): boolean {
	const { cpu, mem } = beside ?? { cpu: 0, mem: 0 };
	return flow.groups.some(
		(group) =>
			group.meshed &&
			!group.onNodes &&
			group.pods > 0 &&
			(group.cpu + cpu > 16 + 1e-9 || group.mem + mem > 122_880 + 1e-9)
	);
}
