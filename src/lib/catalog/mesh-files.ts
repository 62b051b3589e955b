/** The mesh files as one chunk: they share most of their words and compress together. */
export const MESH_FILES: readonly unknown[] = Object.values(
	import.meta.glob<unknown>('../../../pricing-data/meshes/*.json', {
		eager: true,
		import: 'default'
	})
);
