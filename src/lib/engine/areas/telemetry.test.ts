import { describe, expect, it } from 'vitest';
import { choicesOf, flowOf, worked, type Figures } from '../../../../tests/support/graph/worked.ts';
import type { Choices, MeshKind } from '../choices.ts';
import { constant, zero, type Expr } from '../graph/expr.ts';
import type { UnitPrices } from './compute.ts';
import { noGateways } from './gateway.ts';
import { telemetry, type Telemetry, type Watched } from './telemetry.ts';

const flow = flowOf({ podsMeshed: 300, requests: 6000, traversals: 11_000, waypointPasses: 1500 });
const idle = flowOf({});
const watched: Watched = {
	sidecars: constant(300, 'pod'),
	waypoints: constant(18, 'pod'),
	gateways: {
		...noGateways,
		ingress: constant(5, 'pod'),
		eastWest: constant(4, 'pod'),
		ingressToday: constant(2, 'pod')
	},
	tunnels: constant(15, 'node')
};
const price = zero('USD/GiB-hour');
const prices: UnitPrices = {
	core: zero('USD/core-hour'),
	coreLoaded: zero('USD/core-hour'),
	gib: price,
	gibLoaded: constant('0.004', 'USD/GiB-hour')
};
/** A month of 1000 hours: 3 600 000 s. */
const figures: Figures = {
	'time.hoursPerMonth': 1000,
	'network.bytesPerGB': 1e9,
	'workload.peersPerProxy': 6,
	'observability.seriesBase': 160,
	'observability.seriesPerPeer': 140,
	'observability.seriesZtunnel': 200,
	'observability.scrapeSeconds': 15,
	'observability.metricRetentionDays': 10,
	'observability.bytesPerSample': 2,
	'observability.memKiBPerSeries': 8,
	'observability.perMillionSamples': 0,
	'observability.perGiBMonth': 0,
	'observability.traceSampling': 0.01,
	'observability.bytesPerSpan': 500,
	'observability.perGBTrace': 0.5,
	'observability.logFraction': 0.02,
	'observability.bytesPerLog': 300,
	'observability.perGBLog': 0.25
};
const of = (kind: MeshKind, load = flow, given?: UnitPrices) =>
	telemetry(choicesOf({ mesh: { kind } }), load, watched, given);
const at = (key: keyof Telemetry, kind: MeshKind, more: Figures = {}, k = 0): string =>
	worked(of(kind)[key], { ...figures, ...more }, k);

describe('series and samples (model §10)', () => {
	it('are 328 000: 325 proxies of 1000 series and 15 tunnels of 200', () => {
		// By hand: 300 + 18 + 4 + (5 − 2) = 325, each 160 + 6 × 140 = 1000; 15 × 200.
		expect(at('series', 'sidecar')).toBe('328000');
	});

	it('are written 78 720 million times a month, every 15 s', () => {
		// By hand: 328 000 × 3.6e6 / 15.
		expect(at('samplesPerMonth', 'sidecar')).toBe('78720000000');
	});
});

describe('what metrics cost (model §10)', () => {
	it('is 7872 USD at 0.1 a million samples sent to a service', () => {
		expect(at('metrics', 'sidecar', { 'observability.perMillionSamples': 0.1 })).toBe('7872');
	});

	it('is 3.515625 USD for ten days of samples on disk at 0.1 a GiB', () => {
		// By hand: 10 × 86 400 / 15 = 57 600 samples of 2 bytes in each of 327 680 series:
		// 37 748 736 000 / 2^30 = 35.15625 GiB × 0.1.
		const disk = {
			'observability.perGiBMonth': 0.1,
			'observability.seriesZtunnel': (327_680 - 325_000) / 15
		};
		expect(Number(at('metrics', 'sidecar', disk)).toFixed(9)).toBe('3.515625000');
	});

	it('is 10 USD for the memory of 327 680 series of 8 KiB, on nodes of ours', () => {
		// By hand: 2.5 GiB × 0.004 × 1000.
		const more = { ...figures, 'observability.seriesZtunnel': (327_680 - 325_000) / 15 };
		const told = worked(of('sidecar', flow, prices).metrics, more);
		expect(Number(told).toFixed(9)).toBe('10.000000000');
		expect(at('metrics', 'sidecar')).toBe('0');
	});

	it('follows cloud prices, with nodes of ours or without', () => {
		const hosted = {
			...figures,
			'observability.perMillionSamples': 0.1,
			'observability.memKiBPerSeries': 0,
			'time.cloudPriceDriftAnnual': 0.5
		};
		expect(worked(of('sidecar').metrics, hosted, 12)).toBe('11808');
		expect(worked(of('sidecar', flow, prices).metrics, hosted, 12)).toBe('11808');
	});

	it('has no figure where samples have no price', () => {
		const path = 'observability.perMillionSamples';
		expect(at('metrics', 'sidecar', { [path]: null })).toBe(`no figure: ${path}`);
	});
});

describe('traces and logs (model §10)', () => {
	it('are of every pass through a sidecar: 110 spans a second, 99 and 59.4 USD', () => {
		// By hand: 11 000 × 0.01 × 500 × 3.6e6 / 1e9 = 198 GB × 0.5; 11 000 × 0.02 × 300 × 3.6e6 / 1e9 =
		// 237.6 GB × 0.25.
		expect(at('spansPerSecond', 'sidecar')).toBe('110');
		expect(at('traces', 'sidecar')).toBe('99');
		expect(at('logs', 'sidecar')).toBe('59.4');
	});

	it('are of waypoints alone in an ambient mesh: 15 spans, 13.5 and 8.1 USD', () => {
		expect(at('spansPerSecond', 'ambient')).toBe('15');
		expect(at('traces', 'ambient')).toBe('13.5');
		expect(at('logs', 'ambient')).toBe('8.1');
	});

	it('are logs of each request in a managed mesh, and no spans: 0 and 32.4 USD', () => {
		expect(at('spansPerSecond', 'managed')).toBe('0');
		expect(at('traces', 'managed')).toBe('0');
		expect(at('logs', 'managed')).toBe('32.4');
	});

	it('follow cloud prices', () => {
		const dearer = { 'time.cloudPriceDriftAnnual': 0.5 };
		expect(at('traces', 'sidecar', dearer, 12)).toBe('148.5');
		expect(at('logs', 'sidecar', dearer, 12)).toBe('89.1');
	});

	it.each([
		['traces', 'observability.perGBTrace'],
		['logs', 'observability.perGBLog']
	] as const)('have no figure of %s without %s', (key, path) => {
		expect(at(key, 'sidecar', { [path]: null })).toBe(`no figure: ${path}`);
	});
});

describe('telemetry without a mesh', () => {
	it('is nothing where no pod is meshed, by choice or by count', () => {
		const none: Choices = choicesOf({ mesh: { kind: 'none' } });
		for (const told of [of('sidecar', idle), telemetry(none, flow, watched, undefined)]) {
			for (const formula of Object.values(told)) expect(worked(formula, figures)).toBe('0');
		}
	});

	it('keeps, at compile time, series apart from samples', () => {
		// @ts-expect-error 'series' is not 'sample/month'
		const samples: Expr<'sample/month'> = of('sidecar').series;
		expect(samples.node.unit).toBe('series');
	});
});
