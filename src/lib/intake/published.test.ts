import { beforeAll, describe, expect, it } from 'vitest';
import { loadBenchmarks, type Benchmarks } from '../catalog/benchmark.ts';
import { loadMeshes, type MeshCatalog } from '../catalog/mesh.ts';
import { asCoefficient, publishedCurve, publishedOf } from './published.ts';

let benchmarks: Benchmarks;
let meshes: MeshCatalog;
beforeAll(async () => {
	[benchmarks, meshes] = await Promise.all([loadBenchmarks(), loadMeshes()]);
});

const ISTIO = { c0: 0.003, beta: 0.8 };
const seen = (id: string) => {
	const found = benchmarks.observations.find((it) => it.id === id);
	if (!found) throw new Error(id);
	return found;
};

describe('a published observation as a coefficient', () => {
	it('takes CPU per 1000 requests/s as it stands and puts CPU at another rate on the curve', () => {
		// Printed as 0.2 vCPU for 1000 requests a second.
		expect(asCoefficient(seen('istio-1_24-sidecar-cpu'), 'c1', ISTIO)).toBe(0.0002);
		// 275 m at 1000 requests/s, less 3 m idle, over 1000.
		expect(asCoefficient(seen('istiotools-2020-default-1000rps-cpu'), 'c1', ISTIO)).toBe(
			(0.275 - 0.003) / 1000
		);
	});

	it('puts 27 of 29 on one axis, 25 of them inside the range', () => {
		// The range says 26 of 29. One of the 29 is a sum over proxies and one states no rate; outside are
		// the two of Istio 1.1 and 1.3, 0.6 vCPU each.
		const believed = publishedOf(meshes, 'istio-sidecar', 'c1');
		const values = (believed?.observations ?? []).flatMap(
			(id) => asCoefficient(seen(id), 'c1', ISTIO) ?? []
		);
		expect(values).toHaveLength(27);
		const inside = values.filter((it) => it >= (believed?.low ?? 0) && it <= (believed?.high ?? 0));
		expect(inside).toHaveLength(25);
	});

	it('says nothing where the kind of figure, the percentile or the rate is another', () => {
		const idle = seen('istiotools-2020-idle-cpu');
		expect(asCoefficient(idle, 'c0', ISTIO)).toBe(0.0028);
		expect(asCoefficient(idle, 'c1', ISTIO)).toBeUndefined();
		expect(asCoefficient(seen('istio-1_20-p99'), 'hopP50Ms', ISTIO)).toBeUndefined();
		expect(asCoefficient(seen('livewyer-v3-istio-productpage-cpu'), 'c1', ISTIO)).toBeUndefined();
	});
});

describe('a published coefficient', () => {
	it('comes with its range and why; a mesh without one of its own has none', () => {
		expect(publishedOf(meshes, 'linkerd', 'c1')).toMatchObject({
			value: 0.00025,
			low: 0.00018,
			high: 0.0004,
			unit: 'core-s/traversal'
		});
		expect(publishedOf(meshes, 'istio-ambient', 'c1')).toBeUndefined();
		expect(publishedOf(meshes, 'istio-ambient', 'hopP50Ms')?.value).toBe(0.25);
	});

	it('draws c0 at rest and c0 + 1000·c1 at 1000 requests/s', () => {
		const istio = { c0: 0.003, c1: 0.00035, beta: 0.8 };
		expect(publishedCurve(istio, 0)).toBe(0.003);
		expect(publishedCurve(istio, 1000)).toBe(0.003 + 1000 * 0.00035);
	});
});
