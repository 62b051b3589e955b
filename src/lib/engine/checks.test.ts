import { describe, expect, it } from 'vitest';
import { change } from '../../../tests/support/records/change.ts';
import type { MeshJson, RecordJson } from '../../../tests/support/records/record-json.ts';
import { model } from './model.ts';

const proxy = { cpuReq: 0.1, memReqMiB: 64 };
const ztunnel = { c0: 0.1, cpuReq: 0.5, memReqMiB: 64 };
const waypoint = { c0: 0.05, cpuReq: 0.2, memReqMiB: 64, deployments: 1, minReplicas: 1 };
const gateway = { c0: 0.01, cpuReq: 0.5, memReqMiB: 64, minReplicas: 1 };

/** Ten pods of half a core on nodes of 4 cores and 8 GiB: everything fits. */
const base: RecordJson = {
	time: { months: 12 },
	workload: {
		services: 1,
		l7Fraction: 0.5,
		headroom: 0.25,
		groups: [{ pods: 10, appCpu: 0.5, appMemMiB: 512 }]
	},
	node: { vcpu: 4, memGiB: 8, maxPods: 20 },
	mesh: { kind: 'sidecar', proxy }
};
const ambient = change(base, { mesh: { kind: 'ambient', ztunnel, waypoint } });
const empty = { groups: [{ pods: 0, appCpu: 0.5, appMemMiB: 512 }] };
const tasks = (record: RecordJson): RecordJson =>
	change(record, {
		workload: { groups: [{ pods: 10, appCpu: 0.5, appMemMiB: 512, runtime: 'fargate' }] }
	});
const withMesh = (record: RecordJson, mesh: MeshJson) => change(record, { mesh });
const sized = (record: RecordJson, appCpu: number, appMemMiB: number, pods = 10) => {
	const [first = {}] = record.workload?.groups ?? [];
	return change(record, { workload: { groups: [{ ...first, pods, appCpu, appMemMiB }] } });
};
/** A plane that asks for CPU and has no pod of its own to place. */
const plane = (cpu: number, pods: number) => ({
	controlPlane: { tiers: [{ maxConn: 99, cpu, pods }] }
});

function faultOf(record: RecordJson): string {
	const answer = model(record);
	if (!('error' in answer)) return 'none';
	const { code, path } = answer.error as { code: string; path: string };
	return `${code} ${path}`;
}

type Case = readonly [words: string, record: RecordJson, fault: string];

describe('requests that are not set (model §2)', () => {
	it.each([
		['a sidecar’s CPU', withMesh(base, { proxy: { ...proxy, cpuReq: null } }), 'proxy.cpuReq'],
		['its memory', withMesh(base, { proxy: { ...proxy, memReqMiB: null } }), 'proxy.memReqMiB'],
		[
			'a tunnel’s CPU',
			withMesh(ambient, { ztunnel: { ...ztunnel, cpuReq: null } }),
			'ztunnel.cpuReq'
		],
		[
			'its memory',
			withMesh(ambient, { ztunnel: { ...ztunnel, memReqMiB: null } }),
			'ztunnel.memReqMiB'
		],
		[
			'a waypoint’s memory',
			withMesh(ambient, { waypoint: { ...waypoint, memReqMiB: null } }),
			'waypoint.memReqMiB'
		]
	] as const)('stop a plan sized by requests for %s, and none sized by use', (_, record, field) => {
		for (const sizing of ['requests', 'max'] as const) {
			expect(faultOf(withMesh(record, { sizing }))).toBe(`REQUEST_UNSET mesh.${field}`);
		}
		expect(faultOf(withMesh(record, { sizing: 'usage' }))).toBe('none');
	});

	it.each([
		['waypoint.cpuReq', withMesh(ambient, { waypoint: { ...waypoint, cpuReq: null } })],
		['gateway.cpuReq', withMesh(base, { gateway: { ...gateway, cpuReq: null } })],
		['gateway.memReqMiB', withMesh(base, { gateway: { ...gateway, memReqMiB: null } })]
	] as const)('stop any plan for %s, which fixes the size of a replica', (field, record) => {
		for (const sizing of ['requests', 'usage', 'max'] as const) {
			expect(faultOf(withMesh(record, { sizing }))).toBe(`REQUEST_UNSET mesh.${field}`);
		}
		expect(faultOf(change(record, { workload: empty }))).toBe('none');
		expect(faultOf(withMesh(record, { kind: 'none' }))).toBe('none');
	});

	it('do not stop a plan in which no waypoint runs', () => {
		const loose = { ...waypoint, cpuReq: null, memReqMiB: null };
		const unset = withMesh(ambient, { waypoint: loose });
		expect(faultOf(change(unset, { workload: { l7Fraction: 0 } }))).toBe('none');
		expect(faultOf(withMesh(ambient, { waypoint: { ...loose, deployments: 0 } }))).toBe('none');
		expect(faultOf(withMesh(base, { waypoint: loose }))).toBe('none');
		expect(faultOf(withMesh(ambient, { waypoint: null }))).toBe('none');
	});
});

describe('replicas that are too small (model §2)', () => {
	it.each([
		['waypoint', withMesh(ambient, { waypoint: { ...waypoint, cpuReq: 0.05 } })],
		['gateway', withMesh(base, { gateway: { ...gateway, cpuReq: 0.01 } })]
	] as const)('stop a plan whose %s requests just what it uses when idle', (part, record) => {
		expect(faultOf(record)).toBe(`REPLICA_TOO_SMALL mesh.${part}.cpuReq`);
		expect(faultOf(change(record, { workload: empty }))).toBe('none');
		expect(faultOf(withMesh(record, { kind: 'none' }))).toBe('none');
	});

	it('do not stop a plan in which no waypoint runs', () => {
		const small = { ...waypoint, cpuReq: 0.05 };
		const record = withMesh(ambient, { waypoint: small });
		expect(faultOf(change(record, { workload: { l7Fraction: 0 } }))).toBe('none');
		expect(faultOf(withMesh(ambient, { waypoint: { ...small, deployments: 0 } }))).toBe('none');
	});
});

const agent = (nodeAgent: NonNullable<MeshJson['nodeAgent']>) => withMesh(base, { nodeAgent });
const CPU = 'NODE_TOO_SMALL node.vcpu';
const MEM = 'NODE_TOO_SMALL node.memGiB';
const PODS = 'NODE_TOO_SMALL node.maxPods';

describe('nodes that are too small (model §2, §6)', () => {
	it.each([
		['daemons take all CPU', change(base, { node: { systemDaemonCpu: 4 } }), CPU],
		['daemons take all memory', change(base, { node: { systemDaemonMemMiB: 8192 } }), MEM],
		['daemons take all places', change(base, { node: { systemDaemonPods: 20 } }), PODS],
		['agents take all CPU', agent({ cpu: 4 }), CPU],
		['agents take all memory', agent({ memMiB: 8192 }), MEM],
		['agents take all places', agent({ pods: 20 }), PODS],
		['agents take all CPU of pods that ask for none', sized(agent({ cpu: 4 }), 0, 512), CPU],
		['agents take all memory of pods without need', sized(agent({ memMiB: 8192 }), 0.5, 0), MEM],
		['a plane without pods asks for CPU', tasks(withMesh(agent({ cpu: 4 }), plane(1, 0))), CPU],
		['a plane without need has pods', tasks(withMesh(agent({ pods: 20 }), plane(0, 1))), PODS]
	] as readonly Case[])('stop a plan in which %s', (_, record, fault) => {
		expect(faultOf(record)).toBe(fault);
	});

	it('stop a plan whose node is priced though nothing runs on it', () => {
		expect(faultOf(tasks(change(base, { node: { systemDaemonCpu: 4 } })))).toBe(CPU);
		expect(faultOf(tasks(change(base, { node: { systemDaemonPods: 20 } })))).toBe('none');
	});

	it.each([
		['tasks alone', tasks(agent({ cpu: 4, memMiB: 8192, pods: 20 }))],
		['no pods', change(agent({ cpu: 4, memMiB: 8192, pods: 20 }), { workload: empty })],
		['no mesh', withMesh(agent({ cpu: 4, memMiB: 8192, pods: 20 }), { kind: 'none' })],
		['room to spare', agent({ cpu: 3, memMiB: 7000, pods: 19 })]
	] as const)('do not stop a plan with %s, whatever agents would take', (_, record) => {
		expect(faultOf(record)).toBe('none');
	});

	it.each([
		['pods', change(base, { node: { vcpu: 0 } }), CPU],
		['pods, of which only the cores are known', change(base, { node: { memGiB: 0 } }), MEM],
		['CPU of a plane', tasks(withMesh(change(base, { node: { vcpu: 0 } }), plane(1, 0))), CPU],
		['pods of a plane', tasks(withMesh(change(base, { node: { vcpu: 0 } }), plane(0, 1))), CPU],
		['nothing', tasks(change(base, { node: { vcpu: 0, memGiB: 0 } })), 'none']
	] as readonly Case[])('stop a plan without nodes that needs one for %s', (_, record, fault) => {
		expect(faultOf(record)).toBe(fault);
	});

	// 3.5 cores idle, with a quarter of headroom 4.375; or 4 requested: a node has 4.
	it.each([
		['usage', { c0: 3.5 }, CPU],
		['max', { c0: 3.5 }, CPU],
		['requests', { c0: 3.5 }, 'none'],
		['requests', { cpuReq: 4 }, CPU],
		['max', { cpuReq: 4 }, CPU],
		['usage', { cpuReq: 4 }, 'none'],
		['usage', { cpuReq: null, c0: 3.5 }, CPU]
	] as const)('count tunnels sized by %s with %j', (sizing, part, fault) => {
		const record = sized(withMesh(ambient, { sizing, ztunnel: { ...ztunnel, ...part } }), 0.1, 512);
		expect(faultOf(record)).toBe(fault);
	});
});

const GROUP = 'workload.groups[0]';

describe('pods and tasks that are too large (model §6, §8)', () => {
	const large = `POD_TOO_LARGE ${GROUP}`;
	it.each([
		['a core more than a node has', sized(base, 5, 512), `${large}.appCpu`],
		['more memory than a node has', sized(base, 0.5, 8193), `${large}.appMemMiB`],
		['room for itself alone', sized(base, 3.95, 512), `${large}.appCpu`],
		['room for its memory alone', sized(base, 0.5, 8150), `${large}.appMemMiB`],
		['just its room with a proxy', sized(base, 3.9, 8128), 'none'],
		['just its room beside a tunnel', sized(ambient, 3.5, 512), 'none'],
		['no room beside a tunnel', sized(ambient, 3.6, 512), `${large}.appCpu`],
		['no size at all', sized(base, 0, 0), 'none'],
		['no pod, whatever its size', sized(base, 5, 9000, 0), 'none']
	] as readonly Case[])('stop or pass a group with %s', (_, record, fault) => {
		expect(faultOf(record)).toBe(fault);
	});

	it('leave a pod alone that is not in the mesh', () => {
		expect(faultOf(sized(withMesh(base, { kind: 'none' }), 3.95, 8150))).toBe('none');
	});

	const bare = tasks(withMesh(base, { proxy: {} }));
	const wide = `FARGATE_TOO_LARGE ${GROUP}`;
	it.each([
		['16 vCPU and 120 GiB', sized(bare, 16, 122_880), 'none'],
		['what doubles leave above it', sized(bare, 16.000000001, 122_880.000000001), 'none'],
		['more vCPU', sized(bare, 16.1, 512), `${wide}.appCpu`],
		['more memory', sized(bare, 1, 122_881), `${wide}.appMemMiB`],
		['more vCPU with its proxy', sized(tasks(base), 15.95, 512), `${wide}.appCpu`],
		['no task', sized(bare, 17, 512, 0), 'none'],
		['a task outside the mesh', sized(withMesh(bare, { kind: 'none' }), 17, 512), 'none']
	] as readonly Case[])('stop or pass a task with %s', (_, record, fault) => {
		expect(faultOf(record)).toBe(fault);
	});
});

describe('a check over the months of a plan', () => {
	/** 4 + 3 MiB a service in each proxy: twice as many services a month. */
	const growing = (appMemMiB: number): RecordJson =>
		change(sized(base, 0.5, appMemMiB), {
			workload: { services: 1, growthServicesMonthly: 1, headroom: 0 },
			mesh: { kind: 'sidecar', proxy: { m0: 4, aServiceKiB: 3072 } }
		});
	const messageOf = (record: RecordJson): unknown => {
		const answer = model(record);
		return 'error' in answer ? (answer.error as { message: string }).message : undefined;
	};

	it('names the first month in which something does not fit, unless it is the first of all', () => {
		// By hand: services 1, 2, 4, 8 in months 1 to 4, so 7, 10, 16, 28 MiB beside 8170 of 8192.
		expect(messageOf(growing(8170))).toMatch(/ from month 4$/);
		expect(messageOf(growing(8190))).not.toMatch(/month/);
	});

	it('looks at the last month and not at the one after it', () => {
		// By hand: 2^11 services in month 12 take 4 + 6144 MiB, 2^12 would take 12 292.
		expect(faultOf(growing(2044))).toBe('none');
		expect(messageOf(growing(2045))).toMatch(/ from month 12$/);
	});
});
