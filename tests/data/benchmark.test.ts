import { beforeAll, describe, expect, it } from 'vitest';
import { articleFile, benchmarkFile } from '../../src/lib/catalog/benchmark-schema.ts';
import {
	loadBenchmarks,
	observationsFor,
	observationsOf,
	type Benchmarks
} from '../../src/lib/catalog/benchmark.ts';
import { MESH_IDS } from '../../src/lib/catalog/mesh-ids.ts';

let benchmarks: Benchmarks;
beforeAll(async () => {
	benchmarks = await loadBenchmarks();
});
const seen = (id: string) => benchmarks.observations.find((it) => it.id === id);

describe('benchmark files', () => {
	it('are 47 publications and the article, each under the strict schema', () => {
		expect(benchmarks.sets).toHaveLength(47);
		for (const set of benchmarks.sets) {
			const { error } = benchmarkFile.safeParse(set);
			expect([set.set, error?.message]).toEqual([set.set, undefined]);
		}
		expect(articleFile.safeParse(benchmarks.article).error).toBeUndefined();
	});

	// The collection of facts of 2026-11-23 holds 262 observations.
	it('hold all 262 observations, each once', () => {
		expect(benchmarks.observations).toHaveLength(262);
		expect(new Set(benchmarks.observations.map(({ id }) => id)).size).toBe(262);
	});

	it('count by mesh as the collection does', () => {
		const count = (mesh: string) => benchmarks.observations.filter((it) => it.mesh === mesh).length;
		expect(['istio-sidecar', 'linkerd', 'consul', 'app-mesh'].map(count)).toEqual([
			126, 44, 25, 11
		]);
		expect(['no-mesh', 'cilium', 'envoy'].map(count)).toEqual([18, 6, 5]);
		// 16 of the tunnel; 7 of ambient mode and 4 of waypoints.
		expect(['istio-ambient-l4', 'istio-ambient'].map(count)).toEqual([16, 11]);
	});

	it('link each publication by https and read it on 2026-11-23', () => {
		for (const { set, sources } of benchmarks.sets) {
			for (const source of Object.values(sources)) {
				expect([set, source.url?.startsWith('https://')]).toEqual([set, true]);
				expect(source.retrieved).toBe('2026-11-23');
			}
		}
	});

	it('say of each measurement what its publication leaves out', () => {
		const figure = seen('istio-1_22-mem');
		expect(figure?.gaps.get('rps')).toEqual({
			missing: 'not-published',
			reason: 'Istio project does not state the rate.'
		});
		const unnamed = benchmarks.observations.filter(
			({ metric, conditions, gaps }) =>
				!/Default|Advised/.test(metric) && conditions.mtls === undefined && !gaps.has('mtls')
		);
		expect(unnamed.map(({ id }) => id)).toEqual([]);
	});

	it('keep what was printed and give it in the engine’s unit too', () => {
		// 0.2 vCPU for 1000 requests a second is 0.0002 core-s each; 60 MB is 57.22 MiB.
		expect(seen('istio-1_24-sidecar-cpu')).toMatchObject({ value: '0.2', unit: 'vCPU/1000rps' });
		expect(seen('istio-1_24-sidecar-cpu')?.normal).toEqual({
			value: 0.0002,
			unit: 'core-s/traversal'
		});
		expect(seen('istio-1_24-sidecar-mem')?.normal.value).toBe(57_220_458_984_375 / 1e12);
		// 39.1 thousand KiB by a sampler that divides by 1000: 39 100 ÷ 1024 MiB.
		expect(seen('elca-istio-100rps-mem')?.normal.value).toBe(39.1 * 0.9765625);
	});

	it('spot check ten values of the collection', () => {
		const values = (ids: readonly string[]) => ids.map((id) => seen(id)?.value);
		expect(
			values([
				'istio-1_1_4-proxy-cpu',
				'istio-1_20-p99',
				'aks-istiod-cil-churn50-mem',
				'elca-linkerd-100rps-mem',
				'livewyer-v4-ambient-qps'
			])
		).toEqual(['0.6', '0.298', '42700', '4.85', '130.7']);
		expect(
			values([
				'linkerd2025-istio-sidecar-2000rps-p99',
				'solo2024-ztunnel-p50',
				'arxiv2411-istio-cpu',
				'malphi2020-app-mesh-c1-100B-lat',
				'linkerd-4900-30ksockets'
			])
		).toEqual(['414.4', '2.36', '0.81', '1.26', '800']);
	});
});

describe('look-ups', () => {
	it('find the 29 observations behind the CPU of Istio’s sidecar', async () => {
		expect(await observationsFor('istio-sidecar', 'proxy.c1')).toHaveLength(29);
	});

	it('find those of the waypoint’s ratio: one page that measured both', async () => {
		const found = await observationsFor('istio-ambient', 'waypoint.c1Ratio');
		expect(found.map(({ value }) => value)).toEqual(['0.25', '0.2']);
	});

	it('find none for a coefficient that does not exist', async () => {
		expect(await observationsFor('linkerd', 'proxy.c9')).toEqual([]);
	});

	it('have observations for every option but VPC Lattice', () => {
		const empty = MESH_IDS.filter((id) => observationsOf(benchmarks, id).length === 0);
		expect(empty).toEqual(['vpc-lattice']);
	});
});

describe('the article’s table', () => {
	it('offers 1000 requests a second, achieves 500 and 1000 at 50 and 20 ms, all claimed', () => {
		const { runs } = benchmarks.article;
		expect(runs.map(({ offeredRps }) => offeredRps)).toEqual(['1000', '1000']);
		expect(runs.map(({ achievedRps }) => achievedRps)).toEqual(['500', '1000']);
		expect(runs.map(({ meanMs }) => meanMs)).toEqual(['50', '20']);
		expect(runs.map(({ method }) => method)).toEqual(['claimed', 'claimed']);
	});

	it('is contradicted by six observations of others', () => {
		const against = benchmarks.article.contradictedBy;
		expect(against).toHaveLength(6);
		expect(against.filter((id) => seen(id) === undefined)).toEqual([]);
	});
});
