/** The companions as one chunk. */
export const COMPANION_FILES: readonly unknown[] = Object.values(
	import.meta.glob<unknown>('../../../pricing-data/companions/*.json', {
		eager: true,
		import: 'default'
	})
);
