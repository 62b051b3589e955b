import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';
import { fitCpu } from './fit-cpu.ts';
import { fitMemory, fitPayload } from './fit-slopes.ts';
import type { Estimate } from './least-squares.ts';
import { isMissing } from './parsed.ts';
import type { Run } from './run.ts';

/** mulberry32: a small seeded generator of doubles in [0, 1). */
function generator(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

function normal(next: () => number): number {
	return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

const RATES = [0, 0, 0, 20, 50, 100, 200, 500, 1000, 2000] as const;

interface Truth {
	readonly c0: number;
	readonly c1: number;
	readonly beta: number;
	readonly proxies: number;
}

/** A benchmark as Fortio would leave it: CPU from the curve of model.md §4, 4 % measuring error. */
function synthetic({ c0, c1, beta, proxies }: Truth, next: () => number): readonly Run[] {
	return RATES.map((rps, index) => {
		const one = c0 + 1000 * (rps / 1000) ** beta * c1;
		const cpuCores = one * Math.exp(0.04 * normal(next));
		return {
			label: `run ${index}`,
			mesh: 'istio-sidecar',
			offeredRps: rps,
			achievedRps: rps,
			latencyMs: {},
			components: Array.from({ length: proxies }, (_, i) => ({
				name: `proxy ${i}`,
				role: 'proxy' as const,
				cpuCores
			})),
			source: { format: 'fortio', tool: 'Fortio' }
		};
	});
}

const holds = ({ low, high }: Estimate, truth: number): boolean => low <= truth && truth <= high;

describe('round trip of a synthetic benchmark', () => {
	it('recovers c0, c1 and β, all three within their intervals, in at least 950 of 1000 cases', () => {
		let recovered = 0;
		let widest = 0;
		for (let seed = 1; seed <= 1000; seed++) {
			const next = generator(seed);
			const truth = {
				c0: 0.001 + 0.009 * next(),
				c1: (0.1 + 0.4 * next()) / 1000,
				beta: 0.65 + 0.3 * next(),
				proxies: next() < 0.5 ? 1 : 2
			};
			const fit = analyse(synthetic(truth, next))[0]?.cpu;
			if (!fit || isMissing(fit)) continue;
			const all = holds(fit.c0, truth.c0) && holds(fit.c1, truth.c1) && holds(fit.beta, truth.beta);
			if (all) recovered++;
			widest = Math.max(widest, fit.c1.high / fit.c1.low);
		}
		expect(recovered).toBeGreaterThan(949);
		// An interval so wide that it says nothing would pass too: hold it to a factor of 3.
		expect(widest).toBeLessThan(3);
	});

	it('recovers a straight line of 4 levels in at least 950 of 1000 cases', () => {
		let recovered = 0;
		for (let seed = 1; seed <= 1000; seed++) {
			const next = generator(seed);
			const [c0, c1] = [0.02 + 0.02 * next(), (0.1 + 0.4 * next()) / 1000];
			const points = [200, 400, 600, 800].map((rps) => ({
				rps,
				cores: 2 * (c0 + c1 * rps) + 0.004 * normal(next)
			}));
			const fit = fitCpu({ points, proxies: 2 });
			if (!isMissing(fit) && holds(fit.c0, c0) && holds(fit.c1, c1)) recovered++;
		}
		expect(recovered).toBeGreaterThan(949);
	});

	it('recovers m0 and the slope of memory in at least 950 of 1000 cases', () => {
		let recovered = 0;
		for (let seed = 1; seed <= 1000; seed++) {
			const next = generator(seed);
			const [m0, slopeKiB] = [20 + 80 * next(), 20 + 80 * next()];
			const points = [0, 100, 300, 600, 1000].map((count) => ({
				count,
				memMiB: m0 + (slopeKiB / 1024) * count + normal(next)
			}));
			const fit = fitMemory(points);
			if (!isMissing(fit) && holds(fit.m0MiB, m0) && holds(fit.slopeKiB, slopeKiB)) recovered++;
		}
		expect(recovered).toBeGreaterThan(949);
	});

	it('recovers c2 from 5 rates with two payloads in at least 950 of 1000 cases', () => {
		let recovered = 0;
		for (let seed = 1; seed <= 1000; seed++) {
			const next = generator(seed);
			const [c2, beta] = [1e-6 + 3e-6 * next(), 0.7 + 0.3 * next()];
			const pairs = [100, 200, 400, 800, 1600].map((rps) => {
				const requests = 1000 * (rps / 1000) ** beta;
				const cores = (kib: number): number =>
					0.003 + requests * (2e-4 + c2 * (kib - 1) + 1e-7 * normal(next));
				return { rps, small: { kib: 1, cores: cores(1) }, large: { kib: 17, cores: cores(17) } };
			});
			const fit = fitPayload(pairs, { proxies: 1, beta });
			if (!isMissing(fit) && fit.interval && holds(fit.interval, c2)) recovered++;
		}
		expect(recovered).toBeGreaterThan(949);
	});
});
