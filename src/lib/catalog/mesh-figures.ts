import type { MeshCatalog } from './mesh.ts';
import { rowsIn, type MeshRow } from './mesh-rows.ts';

/** Parts of an option that hold figures, in the order of a page. */
const PARTS = [
	'proxy',
	'ztunnel',
	'waypoint',
	'taskProxy',
	'gateway',
	'nodeAgent',
	'controlPlane',
	'latency',
	'telemetry',
	'support',
	'licence',
	'fees',
	'otherPrices',
	'coverage',
	'components'
] as const;

/**
 * Every figure, range and gap of the mesh files. What an option takes from another is listed once,
 * under the other.
 */
export function* allMeshFigures(catalog: MeshCatalog): Generator<MeshRow> {
	for (const { file, options } of catalog.files) {
		for (const [id, option] of Object.entries(options)) {
			const label = option.label ?? id;
			for (const part of PARTS) {
				const place = { id: `${file}/${id}.${part}`, group: 'mesh', label } as const;
				yield* rowsIn(option[part], place);
			}
		}
	}
}
