import { describe, expect, it } from 'vitest';
import { choicesOf, flowOf, worked, type Figures } from '../../../../tests/support/graph/worked.ts';
import type { Choices } from '../choices.ts';
import { constant } from '../graph/expr.ts';
import { noGateways, type Gateways } from './gateway.ts';
import { fee, loadBalancers, transfer } from './network.ts';

const flow = flowOf({
	services: 60,
	podsMeshed: 300,
	edge: 1000,
	calls: 5000,
	requests: 6000
});
const idle = flowOf({ services: 60, edge: 1000, calls: 5000 });

/** A month of 1000 hours: 3 600 000 s, so 18 GB for each byte of a call. */
const figures: Figures = {
	'time.hoursPerMonth': 1000,
	'network.bytesPerGB': 1e9,
	'network.crossAzPerGB': 0.02,
	'network.localityBaseline': 0.2,
	'network.localityMesh': 0.6,
	'network.overheadBytesPerCall': 200,
	'network.lbHour': 0.02,
	'network.lbPerGB': 0.01,
	'workload.azs': 2,
	'workload.clusters': 2,
	'workload.bytesPerCall': 1000,
	'workload.bytesPerEdgeRequest': 500,
	'workload.meshedCallFraction': 0.5,
	'workload.l7Fraction': 0.4,
	'workload.crossClusterFraction': 0.1
};

describe('transfer between zones (model §9)', () => {
	const at = (choices: Choices, load = flow, given = figures, k = 0) => {
		const of = transfer(choices, load);
		return Object.fromEntries(
			Object.entries(of).map(([key, formula]) => [key, worked(formula, given, k)])
		);
	};
	const sidecar = choicesOf();
	const ambient = choicesOf({ mesh: { kind: 'ambient' } });
	const included = choicesOf({ mesh: { kind: 'managed', crossAzIncluded: true } });

	it('charges 14.4 USD for framing and saves 79.2 by locality', () => {
		// By hand: Vol = 5000 × 3.6e6 / 1e9 = 18 GB a byte; half crosses two zones, 0.8 of it today.
		// b′ = 1000 + 0.5 × 200 = 1100; 18 × 100 × 0.4 × 0.02; 18 × 1100 × 0.5 × (0.2 − 0.6) × 0.02.
		expect(at(sidecar)).toEqual({
			callGbMonth: '18000',
			share0: '0.4',
			share1: '0.2',
			crossGbMonth0: '7200',
			crossGbMonth1: '3960',
			overhead: '14.4',
			locality: '-79.2'
		});
	});

	it('charges 46.08 USD where 20 % of calls take a second leg through a waypoint', () => {
		// By hand: legs 1 + 0.5 × 0.4 = 1.2; 18 × (1100 × 1.2 − 1000) × 0.4 × 0.02 = 46.08;
		// 18 × 1320 × 0.5 × −0.4 × 0.02 = −95.04; 18 × 1320 × 0.2 = 4752 GB.
		const told = at(ambient);
		expect([told['overhead'], told['locality']]).toEqual(['46.08', '-95.04']);
		expect(told['crossGbMonth1']).toBe('4752');
	});

	it('saves 72 USD where the fee covers the half that the mesh carries', () => {
		// By hand: ℓ₁ = 1 − 0.8 × 0.5 = 0.6, no framing: 18 × 1000 × 0.5 × (0.2 − 0.6) × 0.02.
		const told = at(included);
		expect([told['overhead'], told['locality'], told['share1']]).toEqual(['0', '-72', '0.2']);
	});

	it('never keeps fewer calls local than today', () => {
		const told = at(sidecar, flow, { ...figures, 'network.localityMesh': 0.1 });
		expect([told['share1'], told['locality']]).toEqual(['0.4', '0']);
	});

	it('costs nothing in one zone, without calls, or with nothing meshed', () => {
		const none = choicesOf({ mesh: { kind: 'none' } });
		for (const told of [
			at(sidecar, flow, { ...figures, 'workload.azs': 1 }),
			at(sidecar, flowOf({ podsMeshed: 300 })),
			at(sidecar, idle),
			at(none, idle)
		]) {
			expect(Number(told['overhead'])).toBe(0);
			expect(Number(told['locality'])).toBe(0);
		}
	});

	it('crosses as before where nothing is meshed, by choice or by count', () => {
		for (const choices of [sidecar, choicesOf({ mesh: { kind: 'none' } })]) {
			const told = at(choices, idle);
			expect([told['share1'], told['crossGbMonth1']]).toEqual(['0.4', '7200']);
		}
	});

	it('follows cloud prices, a year later', () => {
		const told = at(sidecar, flow, { ...figures, 'time.cloudPriceDriftAnnual': 0.5 }, 12);
		expect([told['overhead'], told['locality']]).toEqual(['21.6', '-118.8']);
	});

	it('has no figure of money where transfer has no price, but one of GB', () => {
		const told = at(sidecar, flow, { ...figures, 'network.crossAzPerGB': null });
		expect(told['overhead']).toBe('no figure: network.crossAzPerGB');
		expect(told['crossGbMonth1']).toBe('3960');
	});
});

describe('load balancers (model §9)', () => {
	const gateways = (eastWest: number): Gateways => ({
		...noGateways,
		ingress: constant(2, 'pod'),
		eastWest: constant(eastWest, 'pod')
	});
	const added = choicesOf({ mesh: { gateway: { incremental: true } } });
	const today = choicesOf({ mesh: { gateway: { incremental: false } } });
	const cost = (choices: Choices, eastWest: number, load = flow, given = figures, k = 0) =>
		worked(loadBalancers(choices, load, gateways(eastWest)), given, k);

	it('cost 38 USD for an ingress: an hour’s price and 1800 GB', () => {
		// By hand: 0.02 × 1000 = 20; 1000 × 500 × 3.6e6 / 1e9 = 1800 GB × 0.01 = 18.
		expect(cost(added, 0)).toBe('38');
	});

	it('cost 96 USD with one more in each of two clusters: 1800 GB between them', () => {
		// By hand: 3 × 20; 5000 × 0.1 × 1000 × 3.6e6 / 1e9 = 1800 GB more: 60 + 36.
		expect(cost(added, 4)).toBe('96');
		expect(cost(today, 4)).toBe('58');
	});

	it('cost nothing for an ingress of today, no gateway, or nothing meshed', () => {
		expect(cost(today, 0)).toBe('0');
		expect(cost(choicesOf(), 4)).toBe('0');
		expect(cost(added, 4, idle)).toBe('0');
	});

	it('follow cloud prices and have no figure without theirs', () => {
		expect(cost(added, 0, flow, { ...figures, 'time.cloudPriceDriftAnnual': 0.5 }, 12)).toBe('57');
		const missing = { ...figures, 'network.lbHour': null };
		expect(cost(added, 0, flow, missing)).toBe('no figure: network.lbHour');
	});
});

describe('the fee of a mesh (model §9)', () => {
	const rates: Figures = {
		...figures,
		'mesh.feePerProxyHour': 0.001,
		'mesh.feePerServiceHour': 0.02,
		'mesh.feePerClusterHour': 0.1,
		'mesh.feePerGB': 0.01,
		'mesh.feePerMillionRequests': 0.1,
		'mesh.freeRequestsPerServiceHour': 300_000,
		'mesh.feeDiscount': 0.25
	};
	const at = (choices: Choices, load = flow, given: Figures = rates, k = 0) => {
		const { gbMonth, requestsMonth, billedRequestsMonth, money } = fee(choices, load);
		return [gbMonth, requestsMonth, billedRequestsMonth, money].map((x) => worked(x, given, k));
	};
	const choices = choicesOf();

	it('is 1639.5 USD: 1700 by the hour, 126 for GB and 360 for requests, at a quarter off', () => {
		// By hand: GB (5000 × 0.5 × 1200 + 1000 × 500) × 3.6e6 / 1e9 = 12 600; requests 6000 × 3.6e6 =
		// 21.6e9, of which 60 × 300 000 × 1000 = 18e9 are free: 3.6e9 billed.
		// (300 × 0.001 + 60 × 0.02 + 2 × 0.1) × 1000 = 1700; 126; 3600 × 0.1 = 360; 2186 × 0.75.
		expect(at(choices)).toEqual(['12600', '21600000000', '3600000000', '1639.5']);
	});

	it('leaves out what enters where the edge is outside the mesh', () => {
		// By hand: 5000 × 0.5 × 1200 × 3.6e6 / 1e9.
		expect(at(choicesOf({ edgeMeshed: false }))[0]).toBe('10800');
	});

	it('bills no request within the allowance, at its edge, or without any', () => {
		// By hand: 18e9 / 3.6e6 = 5000 requests a second are free.
		const requests = (perSecond: number) =>
			at(choices, flowOf({ services: 60, podsMeshed: 300, requests: perSecond }))[2];
		expect([requests(0), requests(4000), requests(5000), requests(5001)]).toEqual([
			'0',
			'0',
			'0',
			'3600000'
		]);
	});

	it('is nothing with nothing meshed, or at a discount of 1', () => {
		expect(at(choices, idle)[3]).toBe('0');
		expect(at(choices, idle)[0]).toBe('0');
		expect(at(choices, flow, { ...rates, 'mesh.feeDiscount': 1 })[3]).toBe('0');
	});

	it('follows cloud prices, and has no figure where one of its rates has none', () => {
		expect(at(choices, flow, { ...rates, 'time.cloudPriceDriftAnnual': 1 }, 12)[3]).toBe('3279');
		for (const path of Object.keys(rates).filter((key) => key.startsWith('mesh.feePer'))) {
			expect(at(choices, flow, { ...rates, [path]: null })[3]).toBe(`no figure: ${path}`);
		}
	});

	it('refuses, at compile time, a count of pods as traffic', () => {
		// @ts-expect-error an amount of pods is not the traffic of a month
		expect(() => fee(choices, constant(1, 'pod'))).toThrow();
	});
});
