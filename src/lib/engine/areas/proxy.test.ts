import { describe, expect, it } from 'vitest';
import { flowOf, worked, type Figures } from '../../../../tests/support/graph/worked.ts';
import { constant } from '../graph/expr.ts';
import { inputs } from '../inputs.ts';
import {
	atPeak,
	costOfPass,
	memoryByConfiguration,
	memoryByPods,
	sized,
	useAtRate,
	useInProportion,
	visible,
	withHeadroom
} from './proxy.ts';

const { proxy } = inputs.mesh;
const pass = costOfPass(proxy, 'sidecar');
const rate = (perSecond: number) => constant(perSecond, 'traversal/pod-s');

const coefficients: Figures = {
	'mesh.proxy.c0': 0.003,
	'mesh.proxy.c1': 0.0002,
	'mesh.proxy.c2': 0.0000015,
	'mesh.proxy.pRefKiB': 1,
	'mesh.proxy.tlsFactor': 1.5,
	'mesh.proxy.connFactor': 1.6,
	'workload.payloadKiB': 4,
	'workload.newConnFraction': 0.1
};

describe('CPU of a pass (model §4)', () => {
	it('costs 0.000325155 core-seconds for 4 KiB, TLS at half as much again, a tenth connecting', () => {
		// By hand: (0.0002 + 3 × 0.0000015) × 1.5 × (1 + 0.1 × 0.6) = 0.0002045 × 1.59.
		expect(worked(pass, coefficients)).toBe('0.000325155');
	});

	it('charges no bytes up to the reference payload, and no less below it', () => {
		// By hand: 0.0002 × 1.59.
		const at = (payload: number) =>
			worked(pass, { ...coefficients, 'workload.payloadKiB': payload });
		expect(at(1)).toBe('0.000318');
		expect(at(0.5)).toBe('0.000318');
		expect(at(0)).toBe('0.000318');
	});

	it('is c1 alone with kept connections and plain TLS', () => {
		const plain = {
			...coefficients,
			'workload.payloadKiB': 1,
			'workload.newConnFraction': 0,
			'mesh.proxy.tlsFactor': 1
		};
		expect(worked(pass, plain)).toBe('0.0002');
	});

	it.each([...Object.keys(coefficients).filter((path) => path !== 'mesh.proxy.c0')])(
		'has no figure without %s',
		(path) => {
			expect(worked(pass, { ...coefficients, [path]: null })).toBe(`no figure: ${path}`);
		}
	);
});

describe('use at a rate (model §4)', () => {
	const u = constant('0.0002', 'core-s/traversal');

	it('uses 0.103 core at 250 passes a second where β is a half', () => {
		// By hand: 0.003 + 1000 × 0.25^0.5 × 0.0002.
		const half = { 'mesh.proxy.c0': 0.003, 'mesh.proxy.beta': 0.5 };
		expect(worked(useAtRate(proxy, rate(250), u), half)).toBe('0.103');
	});

	it('uses 0.053 core at 250 in proportion, as a tunnel does', () => {
		// By hand: 0.003 + 250 × 0.0002.
		const straight = { 'mesh.proxy.c0': 0.003, 'mesh.proxy.beta': 1 };
		expect(worked(useAtRate(proxy, rate(250), u), straight)).toBe('0.053');
		expect(worked(useInProportion(proxy, rate(250), u), straight)).toBe('0.053');
	});

	it('uses what an idle proxy does at no passes', () => {
		const idle = { 'mesh.proxy.c0': 0.003, 'mesh.proxy.beta': 0.8 };
		expect(worked(useAtRate(proxy, rate(0), u), idle)).toBe('0.003');
		expect(worked(useInProportion(proxy, rate(0), u), idle)).toBe('0.003');
	});
});

describe('size(request, use) (model §4)', () => {
	const size = (sizing: 'requests' | 'usage' | 'max', use: number, requestUnset = false) =>
		worked(
			sized({
				sizing,
				requestUnset,
				request: proxy.cpuReq,
				use: constant(use, 'core/pod')
			}),
			{ 'mesh.proxy.cpuReq': requestUnset ? null : 0.1, 'workload.headroom': 0.25 }
		);

	it('reserves the request, the use with a quarter of headroom, or the larger of the two', () => {
		// By hand: 0.04 × 1.25 = 0.05 and 0.12 × 1.25 = 0.15 beside a request of 0.1.
		expect([size('requests', 0.04), size('usage', 0.04), size('max', 0.04)]).toEqual([
			'0.1',
			'0.05',
			'0.1'
		]);
		expect([size('requests', 0.12), size('usage', 0.12), size('max', 0.12)]).toEqual([
			'0.1',
			'0.15',
			'0.15'
		]);
	});

	it('follows the use where no request is set', () => {
		expect(size('usage', 0.04, true)).toBe('0.05');
		expect(size('max', 0.04, true)).toBe('0.05');
	});

	it('has no figure where the headroom has none and use decides', () => {
		const use = constant('0.04', 'core/pod');
		const sizing = { sizing: 'usage', requestUnset: false, request: proxy.cpuReq, use } as const;
		const told = worked(sized(sizing), { 'workload.headroom': null });
		expect(told).toBe('no figure: workload.headroom');
	});
});

describe('what a proxy knows (model §4)', () => {
	const flow = flowOf({ services: 60, pods: 300 });

	it('knows all 60 services and 300 endpoints, or 30 and their 150 where scoped', () => {
		// By hand: 300 × 30 / 60.
		const scoped = { 'workload.visibleServices': 30 };
		expect(worked(visible(flow, false).services, scoped)).toBe('60');
		expect(worked(visible(flow, false).endpoints, scoped)).toBe('300');
		expect(worked(visible(flow, true).services, scoped)).toBe('30');
		expect(worked(visible(flow, true).endpoints, scoped)).toBe('150');
	});

	it('knows no more services than there are', () => {
		expect(worked(visible(flow, true).services, { 'workload.visibleServices': 100 })).toBe('60');
	});

	it('knows no endpoint where there is no service', () => {
		const none = flowOf({ services: 0, pods: 300 });
		expect(worked(visible(none, false).endpoints)).toBe('0');
	});

	it('holds 50.56640625 MiB: 45, 120 clusters of 45 KiB and 300 endpoints of 1 KiB', () => {
		// By hand: 45 + (45 × 60 × 2 + 300) / 1024 = 45 + 5700 / 1024.
		const memory = memoryByConfiguration(proxy, visible(flow, false));
		const held = {
			'mesh.proxy.m0': 45,
			'mesh.proxy.aServiceKiB': 45,
			'mesh.proxy.aEndpointKiB': 1,
			'workload.clustersPerService': 2
		};
		expect(worked(memory, held)).toBe('50.56640625');
		const missing = { ...held, 'mesh.proxy.aServiceKiB': null, 'mesh.proxy.m0': null };
		expect(worked(memory, missing)).toBe('no figure: mesh.proxy.aServiceKiB, mesh.proxy.m0');
	});

	it('holds 12.5859375 MiB in a tunnel that knows 300 pods of 2 KiB', () => {
		// By hand: 12 + 600 / 1024.
		const memory = memoryByPods(inputs.mesh.ztunnel, constant(300, 'pod'));
		const held = { 'mesh.ztunnel.m0': 12, 'mesh.ztunnel.aEndpointKiB': 2 };
		expect(worked(memory, held)).toBe('12.5859375');
	});
});

describe('peak and headroom (model §1)', () => {
	it('has 2500 requests at a peak of 2.5 times 1000, and a quarter of headroom on 1', () => {
		const peak = { 'workload.peakToAverage': 2.5 };
		expect(worked(atPeak(constant(1000, 'request/s')), peak)).toBe('2500');
		expect(worked(withHeadroom, { 'workload.headroom': 0.25 })).toBe('1.25');
	});

	it('refuses, at compile time, a rate of requests where passes per proxy belong', () => {
		// @ts-expect-error 'request/s' is not 'traversal/pod-s'
		useInProportion(proxy, constant(1, 'request/s'), pass);
		const choice = { sizing: 'max', requestUnset: false, request: proxy.cpuReq } as const;
		// @ts-expect-error 'MiB/pod' is not 'core/pod'
		sized({ ...choice, use: proxy.m0 });
		expect(atPeak(rate(1)).node.unit).toBe('traversal/pod-s');
	});
});
