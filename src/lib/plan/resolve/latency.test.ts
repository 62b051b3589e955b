import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitHop } from '../../engine/after/path-latency.ts';
import { mixedHop } from './latency.ts';
import { leafAt, only } from './example-resolve.ts';

const quantiles = fc
	.tuple(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.double({ min: 1, max: 8, noNaN: true }))
	.map(([p50, times]) => ({ p50, p99: p50 * times }));
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('a hop of which some calls pass a waypoint', () => {
	it('has the mean and the variance of the mixture', () => {
		fc.assert(
			fc.property(quantiles, quantiles, share, (tunnels, waypoint, part) => {
				const [t, w] = [fitHop(tunnels.p50, tunnels.p99), fitHop(waypoint.p50, waypoint.p99)];
				const mixed = mixedHop(tunnels, waypoint, part);
				const hop = mixed && fitHop(mixed.p50, mixed.p99);
				if (t === undefined || w === undefined || hop === undefined) return false;
				// E[T + B·W] and its second moment, with B 1 in `part` of the calls, apart from T.
				const mean = t.meanMs + part * w.meanMs;
				const second = (h: typeof t): number => h.varianceMs2 + h.meanMs ** 2;
				const variance = t.varianceMs2 + part * second(w) - (part * w.meanMs) ** 2;
				return (
					Math.abs(hop.meanMs / mean - 1) < 1e-9 &&
					Math.abs(hop.varianceMs2 - variance) <= 1e-9 * second(w) * 10
				);
			})
		);
	});

	it('is the tunnels alone at share 0', () => {
		const hop = mixedHop({ p50: 0.25, p99: 0.4 }, { p50: 1, p99: 3 }, 0);
		expect(Math.abs((hop?.p50 ?? 0) / 0.25 - 1)).toBeLessThan(1e-12);
		expect(Math.abs((hop?.p99 ?? 0) / 0.4 - 1)).toBeLessThan(1e-12);
	});

	it('is slower at p99 than the quantiles averaged: 30 % of the calls hold the tail', () => {
		// Averaged: 0.4 + 0.3 × 3 = 1.3 ms. In truth 1 % of all calls are the slowest 3.3 % of those
		// through a waypoint: 1 ms · 3^(1.834/2.326) = 2.38 ms and the tunnels, about 2.6 ms.
		const hop = mixedHop({ p50: 0.25, p99: 0.4 }, { p50: 1, p99: 3 }, 0.3);
		expect(hop?.p99).toBeGreaterThan(2.4);
		expect(hop?.p99).toBeLessThan(3.4);
	});

	it('moves with the share that the user gives, and keeps ends around its middle', () => {
		const few = only('istio-ambient', { workload: { l7Fraction: 0.1 } });
		const many = only('istio-ambient', { workload: { l7Fraction: 0.9 } });
		const none = only('istio-ambient', { workload: { l7Fraction: 0 } });
		const p50 = (option: typeof few): number => Number(leafAt(option, 'latency.hopP50Ms').value);
		expect(p50(few)).toBeLessThan(p50(many));
		expect(leafAt(none, 'latency.hopP50Ms').value).toBe(
			leafAt(only('istio-ambient-l4'), 'latency.hopP50Ms').value
		);
		for (const option of [few, many]) {
			const { low, value, high } = leafAt(option, 'latency.hopP99Ms');
			expect(Number(low)).toBeLessThanOrEqual(Number(value));
			expect(Number(value)).toBeLessThanOrEqual(Number(high));
		}
	});

	it('lets the user count the threads of every proxy', () => {
		const option = only('linkerd', { latency: { workers: 4 } });
		expect(leafAt(option, 'latency.workers')).toMatchObject({ value: '4', basis: 'user' });
	});
});
