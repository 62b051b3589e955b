import { loadBenchmarks } from '$lib/catalog/benchmark.ts';
import { loadMeshes } from '$lib/catalog/mesh.ts';
import { article, beliefs, lives, observed } from '$lib/components/sources/evidence.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const [benchmarks, meshes] = await Promise.all([loadBenchmarks(), loadMeshes()]);
	return {
		observations: observed(benchmarks),
		publications: benchmarks.sets.length,
		beliefs: beliefs(meshes),
		lives: lives(meshes),
		article: article(benchmarks, meshes)
	};
};
