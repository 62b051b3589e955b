import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacityAtSlo, capacityHeadroom, monthBeyondCapacity } from './capacity.ts';
import { saturationRate, waitQuantile } from './queueing.ts';

// model.md §19: payload 4 KiB, so u = c1 + 3·c2; two workers; objective 5 ms a hop.
const example = [
	['Istio', 0.0002 + 3 * 0.0000015, 1.6, '8488.70'],
	['the ambient waypoint', 0.00025 + 3 * 0.0000015, 0.5, '6879.99'],
	['Linkerd', 0.0001 + 3 * 0.000001, 1.2, '18230.62'],
	['Consul', 0.00025 + 3 * 0.0000015, 2, '6425.81'],
	['App Mesh', 0.00025 + 3 * 0.0000015, 2, '6425.81']
] as const;

const cases = fc.record({
	secondsPerRequest: fc.double({ min: 1e-5, max: 1e-2, noNaN: true }),
	workers: fc.integer({ min: 1, max: 8 }),
	hopP99Ms: fc.double({ min: 0, max: 10, noNaN: true }),
	sloHopP99Ms: fc.double({ min: 0, max: 20, noNaN: true })
});

describe('capacityAtSlo (model §11)', () => {
	it.each(example)('carries for %s at %f s and %f ms the %s rps of §19', (_, s, hop, rps) => {
		const server = { secondsPerRequest: s, workers: 2 };
		const found = capacityAtSlo(server, { hopP99Ms: hop, sloHopP99Ms: 5 });
		expect(found?.toFixed(2)).toBe(rps);
	});

	it('is 0 when the hop alone takes 6 of 5 ms', () => {
		const server = { secondsPerRequest: 0.0002, workers: 2 };
		expect(capacityAtSlo(server, { hopP99Ms: 6, sloHopP99Ms: 5 })).toBe(0);
	});

	it('is undefined when a request costs no CPU', () => {
		const server = { secondsPerRequest: 0, workers: 2 };
		expect(capacityAtSlo(server, { hopP99Ms: 1, sloHopP99Ms: 5 })).toBeUndefined();
	});

	it('meets the objective there and misses it 1e-6 further on', () => {
		fc.assert(
			fc.property(cases, (c) => {
				fc.pre(c.sloHopP99Ms >= c.hopP99Ms);
				const found = capacityAtSlo(c, c) ?? NaN;
				const saturation = saturationRate(c) ?? NaN;
				const added = (rate: number) => c.hopP99Ms + 1000 * waitQuantile(c, rate, 0.99);
				expect(added(found)).toBeLessThanOrEqual(c.sloHopP99Ms * (1 + 1e-12));
				expect(added(Math.min(found * (1 + 1e-6), saturation))).toBeGreaterThan(c.sloHopP99Ms);
			})
		);
	});

	it('falls with the cost of a request and with the hop, rises with workers (§18.3)', () => {
		fc.assert(
			fc.property(cases, (c) => {
				const base = capacityAtSlo(c, c) ?? NaN;
				const dearer = { ...c, secondsPerRequest: c.secondsPerRequest * 1.5 };
				expect(capacityAtSlo(dearer, c)).toBeLessThanOrEqual(base);
				const slower = { ...c, hopP99Ms: c.hopP99Ms + 1 };
				expect(capacityAtSlo(c, slower)).toBeLessThanOrEqual(base);
				expect(capacityAtSlo({ ...c, workers: c.workers + 1 }, c)).toBeGreaterThanOrEqual(base);
			})
		);
	});
});

describe('capacityHeadroom', () => {
	it('is 1 − 100·1.5/600 = 0.75', () => {
		expect(capacityHeadroom({ peakRate: 100, skew: 1.5, capacity: 600 })).toBe(0.75);
	});

	it('is negative at twice the capacity and undefined without any', () => {
		expect(capacityHeadroom({ peakRate: 200, capacity: 100 })).toBe(-1);
		expect(capacityHeadroom({ peakRate: 200, capacity: 0 })).toBeUndefined();
		expect(capacityHeadroom({ peakRate: 200, capacity: undefined })).toBeUndefined();
	});
});

describe('monthBeyondCapacity', () => {
	it('is month 3 for 90, 100, 110 against 100: equal still fits', () => {
		expect(monthBeyondCapacity([90, 100, 110], 100)).toBe(3);
		expect(monthBeyondCapacity([90, 100], 100)).toBeUndefined();
		expect(monthBeyondCapacity([90], undefined)).toBeUndefined();
	});
});
