import { describe, expect, it } from 'vitest';
import { choicesOf, worked, type Figures } from '../../../../tests/support/graph/worked.ts';
import type { Choices } from '../choices.ts';
import type { Expr } from '../graph/expr.ts';
import { capacityOf } from './capacity.ts';
import { traffic } from './traffic.ts';

const proxy = { c1: 0.0002, cpuReq: 0.1, memReqMiB: 128 };
const figures: Figures = {
	'workload.clusters': 1,
	'workload.azs': 3,
	'workload.groups[0].pods': 300,
	'workload.groups[0].appCpu': 0.25,
	'workload.groups[0].appMemMiB': 512,
	'node.vcpu': 8,
	'node.memGiB': 32,
	'node.maxPods': 58,
	'node.packing': 0.8,
	'mesh.proxy.cpuReq': proxy.cpuReq,
	'mesh.proxy.memReqMiB': proxy.memReqMiB,
	'mesh.ztunnel.cpuReq': 0.2,
	'mesh.ztunnel.memReqMiB': 512,
	'mesh.nodeAgent.cpu': 0.1,
	'mesh.taskProxy.cpu': 0.5,
	'mesh.taskProxy.memMiB': 64,
	'mesh.taskProxy.appMemFactor': 1.5,
	'mesh.gateway.cpuReq': 0.5,
	'mesh.gateway.memReqMiB': 256,
	'mesh.gateway.minReplicas': 2,
	'mesh.controlPlane.tiers[0].maxConn': 1000,
	'mesh.controlPlane.tiers[0].cpu': 1
};
const sizing = { sizing: 'requests' } as const;
const plane = { controlPlane: { perCluster: true, tiers: [0] }, gateway: { incremental: true } };
const sidecar = choicesOf({ mesh: { ...sizing, ...plane } });
const ambient = choicesOf({ mesh: { ...sizing, ...plane, kind: 'ambient' } });
const connect = choicesOf({ mesh: { kind: 'managed', taskProxy: { steps: [] } } });
const lattice = choicesOf({ mesh: { kind: 'managed' } });
const none = choicesOf({ mesh: { kind: 'none' } });

const of = (choices: Choices) => capacityOf(choices, traffic(choices));
const at = (formula: Parameters<typeof worked>[0], more: Figures = {}) =>
	worked(formula, { ...figures, ...more });

describe('capacity of an option (model §4–§6)', () => {
	it('packs 75 cores on 12 nodes, and 107 with sidecars, gateways and a plane on 18', () => {
		// By hand: 300 × 0.25 = 75 / (0.8 × 8) = 11.7 → 12 in three zones. 300 × 0.35 + 2 × 0.5 + 1 = 107;
		// agents leave 7.9: 107 / 6.32 = 16.9 → 17 → 18.
		expect(at(of(sidecar).nodes0('sum'))).toBe('12');
		expect(at(of(sidecar).need1.cpu)).toBe('107');
		expect(at(of(sidecar).limits1.byCpu)).toBe('17');
		expect(at(of(sidecar).nodes1('sum'))).toBe('18');
	});

	it('places whole pods: 10 nodes without and 14 with sidecars, 12 and 15 in balance', () => {
		// By hand: 32 pods of 0.25 on 8: 300 / 32 = 9.4 → 10; 22 of 0.35 on 7.9: 13.6 → 14.
		expect(at(of(sidecar).nodes0('shape'))).toBe('12');
		expect(at(of(sidecar).limits1.byShape)).toBe('14');
		expect(at(of(sidecar).nodes1('shape'))).toBe('15');
	});

	it('connects 302 sidecars and gateways, or the 12 nodes of today with two gateways', () => {
		expect(at(of(sidecar).plane.connections)).toBe('302');
		expect(at(of(ambient).plane.connections)).toBe('14');
		expect(at(of(connect).plane.connections)).toBe('300');
		expect(at(of(lattice).plane.connections)).toBe('0');
	});

	it('has a tunnel in ambient meshes alone, and waypoints where they are described', () => {
		expect(of(ambient).tunnel?.memUse.node.unit).toBe('MiB/pod');
		expect(of(ambient).waypoints).toBeUndefined();
		const l7 = choicesOf({ mesh: { ...sizing, kind: 'ambient', waypoints: true } });
		expect(of(l7).waypoints?.count.node.unit).toBe('pod');
		const odd = choicesOf({ mesh: { ...sizing, waypoints: true } });
		for (const choices of [odd, connect, none]) {
			expect(of(choices).tunnel).toBeUndefined();
			expect(of(choices).waypoints).toBeUndefined();
		}
	});

	it('gives the tunnel its memory and place on each node', () => {
		// By hand: 58 − 1 places; 32 × 1024 − 512.
		expect(at(of(ambient).room1.pods)).toBe('57');
		expect(at(of(ambient).room1.memMiB)).toBe('32256');
		expect(at(of(sidecar).room1.pods)).toBe('58');
	});

	it('puts a proxy with hard limits beside tasks of a managed mesh, if it has one', () => {
		// By hand: 300 × (0.25 + 0.5); 300 × (512 × 1.5 + 64).
		expect(at(of(connect).need1.cpu)).toBe('225');
		expect(at(of(connect).need1.memMiB)).toBe('249600');
		expect(of(connect).sidecar).toBeUndefined();
		expect(of(lattice).beside).toBeUndefined();
		expect(at(of(lattice).need1.cpu)).toBe('75');
		const odd = choicesOf({ mesh: { taskProxy: { steps: [] } } });
		expect([of(odd).taskProxy, of(odd).sidecar?.count.node.unit]).toEqual([undefined, 'pod']);
	});

	it('is what it was without a mesh, by choice or where no pod is meshed', () => {
		expect(at(of(none).nodes1('sum'))).toBe('12');
		expect(at(of(none).room1.cpu)).toBe('8');
		const groups = [
			{ id: 'web', meshed: false, runtime: 'k8s' },
			{ id: 'empty', meshed: true, runtime: 'k8s' }
		] as const;
		const empty = choicesOf({ groups, mesh: { ...sizing, ...plane } });
		for (const key of ['byCpu', 'byMem', 'byPods', 'byShape'] as const) {
			expect(at(of(empty).limits1[key])).toBe(at(of(empty).limits0[key]));
		}
		expect(at(of(empty).nodes1('sum'))).toBe('12');
		const gated = of(choicesOf({ mesh: { kind: 'none', ...plane } }));
		expect(at(gated.gateways.ingress)).toBe('0');
	});

	it('has no figure where the node has no memory, but one by CPU', () => {
		const missing = { 'node.memGiB': null };
		expect(at(of(sidecar).limits1.byMem, missing)).toBe('no figure: node.memGiB');
		expect(at(of(sidecar).limits1.byCpu, missing)).toBe('17');
	});

	it('keeps, at compile time, nodes apart from pods', () => {
		// @ts-expect-error 'node' is not 'pod'
		const pods: Expr<'pod'> = of(sidecar).nodes1('sum');
		expect(pods.node.unit).toBe('node');
	});
});
