import { describe, expect, it } from 'vitest';
import { choicesOf, worked, type Figures } from '../../../../tests/support/graph/worked.ts';
import type { Choices } from '../choices.ts';
import { inputs } from '../inputs.ts';
import { podsOf, services, traffic, whenMeshed, type Traffic } from './traffic.ts';

const at = (key: keyof Traffic, choices: Choices, figures: Figures, k = 0): string =>
	worked(traffic(choices)[key], figures, k);

const busy: Figures = {
	'workload.groups[0].pods': 300,
	'workload.edgeRps': 1000,
	'workload.callsPerRequest': 5,
	'workload.retryFraction': 0.02,
	'workload.meshedCallFraction': 0.5,
	'workload.l7Fraction': 0.3
};

describe('pods and services (model §3)', () => {
	it('has 67 services in month 3 of 60 that grow 5 % a month', () => {
		// By hand: 60 × 1.05² = 66.15, whole services: 67. Month 1 has the 60 of the record.
		const growing = { 'workload.services': 60, 'workload.growthServicesMonthly': 0.05 };
		expect(worked(services, growing, 2)).toBe('67');
		expect(worked(services, growing, 0)).toBe('60');
	});

	it('has 11 pods in month 2 of 10 that grow 5 % a month, group by group', () => {
		// By hand: 10 × 1.05 = 10.5 → 11, and 20 × 1.05 = 21; 32 in all.
		const groups = [
			{ id: 'a', meshed: true, runtime: 'k8s' },
			{ id: 'b', meshed: false, runtime: 'k8s' }
		] as const;
		const growing = {
			'workload.groups[0].pods': 10,
			'workload.groups[1].pods': 20,
			'workload.growthPodsMonthly': 0.05
		};
		const choices = choicesOf({ groups });
		expect(worked(podsOf(choices, 0), growing, 1)).toBe('11');
		expect(at('pods', choices, growing, 1)).toBe('32');
		expect(at('podsMeshed', choices, growing, 1)).toBe('11');
	});

	it('counts no task in an ambient mesh, which has no form for tasks', () => {
		const groups = [
			{ id: 'a', meshed: true, runtime: 'k8s' },
			{ id: 'b', meshed: true, runtime: 'fargate' }
		] as const;
		const pods = { 'workload.groups[0].pods': 10, 'workload.groups[1].pods': 20 };
		expect(at('podsMeshed', choicesOf({ groups, mesh: { kind: 'ambient' } }), pods)).toBe('10');
		expect(at('podsMeshed', choicesOf({ groups }), pods)).toBe('30');
		expect(at('podsMeshed', choicesOf({ groups, mesh: { kind: 'none' } }), pods)).toBe('0');
	});

	it('has no figure where the pods of a group have none', () => {
		const missing = { 'workload.groups[0].pods': null };
		expect(at('pods', choicesOf(), missing)).toBe('no figure: workload.groups[0].pods');
	});
});

describe('requests and passes (model §3)', () => {
	it('makes 5100 calls a second of 1000 requests, five calls each and 2 % retried', () => {
		// By hand: 1000 × 5 × 1.02.
		expect(at('calls', choicesOf(), busy)).toBe('5100');
	});

	it('carries half the calls and all requests that enter: 3550, in 6100 passes', () => {
		// By hand: 0.5 × 5100 + 1000, and 2 × 0.5 × 5100 + 1000.
		expect(at('requests', choicesOf(), busy)).toBe('3550');
		expect(at('traversals', choicesOf(), busy)).toBe('6100');
	});

	it('carries 2550 requests in 5100 passes where the edge stays outside', () => {
		const choices = choicesOf({ edgeMeshed: false });
		expect(at('requests', choices, busy)).toBe('2550');
		expect(at('traversals', choices, busy)).toBe('5100');
	});

	it('passes 765 through waypoints: 30 % of the calls an ambient mesh carries, and no others', () => {
		// By hand: 5100 × 0.5 × 0.3.
		expect(at('waypointPasses', choicesOf({ mesh: { kind: 'ambient' } }), busy)).toBe('765');
		expect(at('waypointPasses', choicesOf(), busy)).toBe('0');
	});

	it('passes nothing through machines of ours where a managed mesh has no task proxy', () => {
		const managed = choicesOf({ mesh: { kind: 'managed' } });
		const connect = choicesOf({ mesh: { kind: 'managed', taskProxy: { steps: [] } } });
		const sidecar = choicesOf({ mesh: { taskProxy: undefined } });
		expect(at('traversals', managed, busy)).toBe('0');
		expect(at('requests', managed, busy)).toBe('3550');
		expect(at('traversals', connect, busy)).toBe('6100');
		expect(at('traversals', sidecar, busy)).toBe('6100');
	});

	it('carries nothing where no pod is meshed, by choice or by count', () => {
		const none = choicesOf({ mesh: { kind: 'none' } });
		const empty = { ...busy, 'workload.groups[0].pods': 0 };
		for (const key of ['requests', 'traversals'] as const) {
			expect(at(key, none, busy)).toBe('0');
			expect(at(key, choicesOf(), empty)).toBe('0');
		}
		expect(at('calls', none, busy)).toBe('5100');
		const ambient = choicesOf({ mesh: { kind: 'ambient' } });
		expect(at('waypointPasses', ambient, empty)).toBe('0');
	});

	it('grows 10 % a month: 1210 requests enter in month 3', () => {
		const growing = { ...busy, 'workload.growthRpsMonthly': 0.1 };
		expect(at('edge', choicesOf(), growing, 2)).toBe('1210');
	});

	it('takes the season of the calendar position, month 13 as month 1', () => {
		const factors = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 2];
		const season = Object.fromEntries(
			factors.map((factor, month) => [`workload.season[${month}].value`, factor])
		);
		const choices = choicesOf({ season: true });
		const months = Array.from({ length: 26 }, (_, k) =>
			Number(at('edge', choices, { ...busy, ...season }, k))
		);
		expect(months).toEqual(Array.from({ length: 26 }, (_, k) => 1000 * (factors[k % 12] ?? NaN)));
	});

	it('has no figure where the calls of a request have none, but knows what enters', () => {
		const missing = { ...busy, 'workload.callsPerRequest': null };
		const told = 'no figure: workload.callsPerRequest';
		for (const key of ['calls', 'requests', 'traversals'] as const) {
			expect(at(key, choicesOf(), missing)).toBe(told);
		}
		expect(at('edge', choicesOf(), missing)).toBe('1000');
	});

	it('refuses, at compile time, services where meshed pods belong', () => {
		// @ts-expect-error 'service' is not 'pod'
		whenMeshed(choicesOf(), inputs.workload.services);
		expect(services.node.unit).toBe('service');
	});
});
