import { describe, expect, it } from 'vitest';
import { choicesOf, flowOf, worked, type Figures } from '../../../../tests/support/graph/worked.ts';
import { GuardFault } from '../graph/exact.ts';
import type { Expr } from '../graph/expr.ts';
import { gatewaysOf } from './gateway.ts';

const gateway = { incremental: true };
const one = choicesOf({ mesh: { gateway } });
const two = choicesOf({ manyClusters: true, mesh: { gateway } });
const flow = flowOf({ podsMeshed: 300, edge: 1000, calls: 5100 });

const figures: Figures = {
	'workload.peakToAverage': 2.5,
	'workload.headroom': 0.25,
	'workload.payloadKiB': 4,
	'workload.clusters': 2,
	'workload.crossClusterFraction': 0.8,
	'mesh.gateway.c0': 0.01,
	'mesh.gateway.c1': 0.00025,
	'mesh.gateway.c2': 0.000002,
	'mesh.gateway.cpuReq': 0.5,
	'mesh.gateway.minReplicas': 1,
	'mesh.gateway.ewMinReplicas': 1
};

describe('gateways (model §5)', () => {
	it('needs 2 ingress replicas for 2500 requests at peak', () => {
		// By hand: 2500 × (0.00025 + 3 × 0.000002) × 1.25 / (0.5 − 0.01) = 1.63.
		expect(worked(gatewaysOf(one, flow).ingress, figures)).toBe('2');
	});

	it('keeps the least of each where the load needs fewer', () => {
		const least = { 'mesh.gateway.minReplicas': 3, 'mesh.gateway.ewMinReplicas': 6 };
		expect(worked(gatewaysOf(one, flow).ingress, { ...figures, ...least })).toBe('3');
		expect(worked(gatewaysOf(two, flow).eastWest, { ...figures, ...least })).toBe('12');
	});

	it('fills a replica before it adds one: 1 up to 1960 requests at 0.00025 and no headroom', () => {
		// By hand: 0.49 / 0.00025 = 1960.
		const plain = {
			...figures,
			'workload.peakToAverage': 1,
			'workload.headroom': 0,
			'mesh.gateway.c2': 0
		};
		const at = (edge: number) =>
			worked(gatewaysOf(one, flowOf({ podsMeshed: 1, edge })).ingress, plain);
		expect([at(0), at(1960), at(1961), at(3920)]).toEqual(['1', '1', '2', '2']);
	});

	it('needs 4 east-west replicas in each of two clusters, and none in a single one', () => {
		// By hand: 5100 × 2.5 × 0.8 / 2 = 5100 a cluster; × 0.000256 × 1.25 / 0.49 = 3.33 → 4.
		expect(worked(gatewaysOf(two, flow).eastWest, figures)).toBe('8');
		expect(worked(gatewaysOf(one, flow).eastWest, figures)).toBe('0');
	});

	it('stands in the baseline too where an ingress exists today', () => {
		const today = choicesOf({ mesh: { gateway: { incremental: false } } });
		expect(worked(gatewaysOf(today, flow).ingressToday, figures)).toBe('2');
		expect(worked(gatewaysOf(one, flow).ingressToday, figures)).toBe('0');
	});

	it('needs none where no pod is meshed, or no gateway is described', () => {
		const none = flowOf({ edge: 1000, calls: 5100 });
		expect(worked(gatewaysOf(two, none).ingress, figures)).toBe('0');
		expect(worked(gatewaysOf(two, none).eastWest, figures)).toBe('0');
		expect(worked(gatewaysOf(choicesOf(), flow).ingress, figures)).toBe('0');
	});

	it('stops with REPLICA_TOO_SMALL where a replica requests no more than it uses idle', () => {
		const { ingress, eastWest, room } = gatewaysOf(two, flow);
		for (const formula of [ingress, eastWest]) {
			const small = { ...figures, 'mesh.gateway.cpuReq': 0.01 };
			expect(() => worked(formula, small)).toThrow(new GuardFault('REPLICA_TOO_SMALL'));
		}
		expect(worked(room, figures)).toBe('0.49');
	});

	it.each(['mesh.gateway.c1', 'workload.peakToAverage', 'mesh.gateway.minReplicas'])(
		'has no figure without %s',
		(path) => {
			const missing = { ...figures, [path]: null };
			expect(worked(gatewaysOf(one, flow).ingress, missing)).toBe(`no figure: ${path}`);
		}
	);

	it('keeps, at compile time, replicas apart from cores', () => {
		// @ts-expect-error 'pod' is not 'core'
		const cores: Expr<'core'> = gatewaysOf(one, flow).ingress;
		expect(cores.node.unit).toBe('pod');
	});
});
