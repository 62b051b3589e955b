import { describe, expect, it } from 'vitest';
import { drawInputs, type Draws, type InputSpec } from './draw-inputs.ts';
import { drawKept } from './redraw.ts';

const specs: readonly InputSpec[] = [
	{ path: 'c0', distribution: 'triangular', low: 0, central: 0.5, high: 1 },
	{ path: 'c1', distribution: 'triangular', low: 0, central: 0.5, high: 1 }
];
const above = (limit: number) => (draws: Draws) =>
	[...(draws.get('c0') ?? [])].flatMap((value, i) => (value > limit ? [i] : []));

describe('drawKept (model §15)', () => {
	it('keeps 1000 draws of which none fails, and counts those it replaced (§18.12)', () => {
		const { ok, draws, replaced, warn } = drawKept(specs, { n: 1000, seed: 1 }, above(0.9));
		expect(ok).toBe(true);
		expect(draws.get('c0')).toHaveLength(1000);
		expect(above(0.9)(draws)).toEqual([]);
		// Above 0.9 lies 2·0.1² = 2 % of the triangle: 20 of 1000 stratified draws, 1 more at most.
		expect(replaced).toBeGreaterThanOrEqual(20);
		expect(replaced).toBeLessThan(25);
		expect(warn).toBe(false);
	});

	it('replaces all inputs of a failing sample and no other sample', () => {
		const first = drawInputs(specs, { n: 500, seed: 1 });
		const failed = new Set(above(0.9)(first));
		const { draws } = drawKept(specs, { n: 500, seed: 1 }, above(0.9));
		for (let i = 0; i < 500; i++) {
			expect(draws.get('c1')?.[i] === first.get('c1')?.[i]).toBe(!failed.has(i));
		}
	});

	it('warns when more than 5 % were replaced: half of them above 0.5', () => {
		expect(drawKept(specs, { n: 400, seed: 1 }, above(0.5)).warn).toBe(true);
	});

	it('gives up after 50 tries of a plan that always fails', () => {
		const { ok, replaced } = drawKept(specs, { n: 2, seed: 1 }, above(-1));
		expect(ok).toBe(false);
		expect(replaced).toBe(100);
	});
});
