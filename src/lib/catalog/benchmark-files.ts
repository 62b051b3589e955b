/** Every publication as one chunk, fetched by the Evidence page only. */
export const BENCHMARK_FILES: readonly unknown[] = Object.values(
	import.meta.glob<unknown>('../../../pricing-data/benchmarks/*.json', {
		eager: true,
		import: 'default'
	})
);
