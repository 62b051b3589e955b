import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comonotonicQuantileMs, fitHop, pathMeanMs, pathQuantileMs } from './path-latency.ts';

// model.md §19, D = 3, ρ = 0.2: hop p50, p99 → added mean / p99.
const example = [
	['Istio', 0.5, 1.6, '1.6997', '3.6290'],
	['ambient', 0.15, 0.5, '0.5145', '1.1273'],
	['Linkerd', 0.4, 1.2, '1.3416', '2.7490'],
	['Consul and App Mesh', 0.6, 2.0, '2.0579', '4.5094'],
	['VPC Lattice', 1.0, 3.0, '3.3539', '6.8725']
] as const;

const fit = (p50: number, p99: number) => {
	const hop = fitHop(p50, p99);
	if (hop === undefined) throw new Error('no hop');
	return hop;
};
const hops = fc
	.tuple(fc.double({ min: 0.05, max: 5, noNaN: true }), fc.double({ min: 1, max: 8, noNaN: true }))
	.map(([p50, ratio]) => fit(p50, p50 * ratio));
const depths = fc.integer({ min: 1, max: 12 });
const shares = fc.double({ min: 0, max: 1, noNaN: true });
const relative = (actual: number, expected: number) => Math.abs(actual / expected - 1);

describe('path latency (model §11)', () => {
	it.each(example)(
		'adds for %s with a hop of %f and %f ms the %s and %s ms of §19',
		(_, p50, p99, mean, tail) => {
			const path = { hop: fit(p50, p99), depth: 3, correlation: 0.2 };
			expect(pathMeanMs(path).toFixed(4)).toBe(mean);
			expect(pathQuantileMs(path, 0.99).toFixed(4)).toBe(tail);
		}
	);

	it('gives the hop at D = 1, whatever the correlation (§18.9)', () => {
		fc.assert(
			fc.property(hops, shares, (hop, correlation) => {
				const path = { hop, depth: 1, correlation };
				const bound = comonotonicQuantileMs(path, 0.99);
				expect(relative(pathQuantileMs(path, 0.99), bound)).toBeLessThan(1e-12);
			})
		);
	});

	it('gives D times the hop at ρ = 1 (§18.9)', () => {
		fc.assert(
			fc.property(hops, depths, (hop, depth) => {
				const path = { hop, depth, correlation: 1 };
				const bound = comonotonicQuantileMs(path, 0.99);
				expect(relative(pathQuantileMs(path, 0.99), bound)).toBeLessThan(1e-12);
			})
		);
	});

	it('rises with D and with ρ (§18.9)', () => {
		fc.assert(
			fc.property(hops, depths, shares, shares, (hop, depth, a, b) => {
				const [low, high] = [Math.min(a, b), Math.max(a, b)];
				const at = (d: number, correlation: number) =>
					pathQuantileMs({ hop, depth: d, correlation }, 0.99) * (1 + 1e-12);
				expect(at(depth + 1, low)).toBeGreaterThan(at(depth, low) / (1 + 1e-12));
				expect(at(depth, high)).toBeGreaterThanOrEqual(at(depth, low) / (1 + 1e-12));
			})
		);
	});

	it('adds 0 over a path of 0 calls and with a hop of 0 ms', () => {
		expect(pathQuantileMs({ hop: fit(1, 2), depth: 0, correlation: 0 }, 0.99)).toBe(0);
		expect(pathQuantileMs({ hop: fit(0, 0), depth: 3, correlation: 0 }, 0.99)).toBe(0);
		expect(pathMeanMs({ hop: fit(0, 0), depth: 3 })).toBe(0);
	});

	it('fits p50 = p99 = 2 as 2 ms without spread', () => {
		const path = { hop: fit(2, 2), depth: 3, correlation: 0.2 };
		expect(relative(pathQuantileMs(path, 0.99), 6)).toBeLessThan(1e-15);
	});

	it('fits no lognormal to a median of 0 or above p99', () => {
		expect(fitHop(0, 2)).toBeUndefined();
		expect(fitHop(3, 2)).toBeUndefined();
	});
});
