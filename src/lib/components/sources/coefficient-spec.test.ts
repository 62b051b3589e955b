import { beforeAll, describe, expect, it } from 'vitest';
import { loadBenchmarks } from '$lib/catalog/benchmark.ts';
import { loadMeshes } from '$lib/catalog/mesh.ts';
import { coefficientPlots, type CoefficientPlot } from './coefficient-plots.ts';
import { coefficientSpec } from './coefficient-spec.ts';

let plots: readonly CoefficientPlot[];
beforeAll(async () => {
	const [benchmarks, meshes] = await Promise.all([loadBenchmarks(), loadMeshes()]);
	plots = coefficientPlots(benchmarks, meshes);
});
const plotOf = (id: string): CoefficientPlot => {
	const found = plots.find((plot) => plot.id === id);
	if (!found) throw new Error(id);
	return found;
};

describe('the chart of a coefficient', () => {
	it('shows each observation once, in the row of the mesh that it was made with', () => {
		for (const { id, dots } of plots) {
			expect([id, new Set(dots.map((dot) => dot.id)).size]).toEqual([id, dots.length]);
		}
		// Cited for Consul as well, which shares Envoy; measured with Envoy by itself.
		const envoy = plotOf('aEndpointKiB').dots.find((dot) => dot.id === 'envoy-mem-host');
		expect(envoy?.mesh).toBe('envoy');
	});

	it('counts those inside the range of their mesh: 25 of 27 of Istio’s sidecar', () => {
		const c1 = plotOf('c1');
		const istio = {
			...c1,
			beliefs: c1.beliefs.filter(({ mesh }) => mesh === 'istio-sidecar'),
			dots: c1.dots.filter(({ mesh }) => mesh === 'istio-sidecar')
		};
		expect(coefficientSpec(istio, []).finding).toBe(
			'25 of 27 observations shown lie inside the range believed of their mesh.'
		);
	});

	it('puts the reader’s own beside them, in the same row and with its range', () => {
		const own = { mesh: 'linkerd', value: 0.0003, low: 0.00028, high: 0.00033 };
		const spec = coefficientSpec(plotOf('c1'), [own]);
		const row = spec.y.names?.indexOf('Linkerd');
		const mine = spec.sets.find((set) => set.id === 'own')?.dots;
		expect(mine).toMatchObject([{ x: 0.0003, y: row, label: 'Linkerd, yours' }]);
		const ends = spec.sets.find((set) => set.id === 'own-range-0')?.dots.map((dot) => dot.x);
		expect(ends).toEqual([0.00028, 0.00033]);
		expect(spec.finding).toMatch(/1 of your own stands beside them\.$/);
	});

	it('keeps marks of one row within it, however many there are', () => {
		const spec = coefficientSpec(plotOf('c1'), []);
		const rows = spec.y.names?.length ?? 0;
		for (const dot of spec.sets.flatMap((set) => set.dots)) {
			expect(Math.abs(dot.y - Math.round(dot.y))).toBeLessThan(0.3);
			expect(Math.round(dot.y)).toBeLessThan(rows);
		}
	});

	it('says so when the filter leaves nothing', () => {
		const empty = { ...plotOf('c1'), dots: [] };
		expect(coefficientSpec(empty, []).finding).toMatch(/^No observation is left here/);
	});
});
