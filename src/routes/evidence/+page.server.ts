import { loadBenchmarks } from '$lib/catalog/benchmark.ts';
import { loadMeshes } from '$lib/catalog/mesh.ts';
import { coefficientPlots } from '$lib/components/sources/coefficient-plots.ts';
import { article, beliefs, lives, observed } from '$lib/components/sources/evidence.ts';
import { analyse } from '$lib/intake/analyse.ts';
import { ARTICLE } from '$lib/intake/article.ts';
import { findingsOf } from '$lib/intake/checks.ts';
import type { PageServerLoad } from './$types';

/** What the checks of a user's own benchmark say of the article's pair of runs. */
function articleFindings() {
	const pairs = analyse(ARTICLE.runs).flatMap(({ sweep }) => sweep.pairs);
	return pairs.flatMap(findingsOf);
}

export const load: PageServerLoad = async () => {
	const [benchmarks, meshes] = await Promise.all([loadBenchmarks(), loadMeshes()]);
	return {
		observations: observed(benchmarks),
		publications: benchmarks.sets.length,
		plots: coefficientPlots(benchmarks, meshes),
		beliefs: beliefs(meshes),
		lives: lives(meshes),
		article: article(benchmarks, meshes),
		findings: articleFindings()
	};
};
