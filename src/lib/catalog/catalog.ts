import { loadBenefits } from './benefits.ts';
import type { BenefitsFile } from './benefits-schema.ts';
import type { CloudId } from './cloud-schema.ts';
import { loadCompanions, type Companions } from './companion.ts';
import { loadCloud, pinnedTo, type CloudView } from './load-cloud.ts';
import { loadMeshes, type MeshCatalog } from './mesh.ts';
import { loadPeople } from './people.ts';
import type { PeopleFile } from './people-schema.ts';
import { loadPlanning } from './planning.ts';
import type { PlanningFile } from './planning-schema.ts';

/** Everything that a plan on one cloud needs: nothing of the other clouds is fetched. */
export interface Catalog {
	readonly cloud: CloudView;
	readonly meshes: MeshCatalog;
	readonly people: PeopleFile;
	readonly benefits: BenefitsFile;
	readonly companions: Companions;
	readonly planning: PlanningFile;
}

/** Reads the figures for one cloud, as they were on a day when `pinned` is given. */
export async function loadCatalog(id: CloudId, pinned?: string): Promise<Catalog> {
	const [cloud, meshes, people, benefits, companions, planning] = await Promise.all([
		loadCloud(id),
		loadMeshes(pinned),
		loadPeople(pinned),
		loadBenefits(pinned),
		loadCompanions(pinned),
		loadPlanning(pinned)
	]);
	return {
		cloud: pinned === undefined ? cloud : pinnedTo(cloud, pinned),
		meshes,
		people,
		benefits,
		companions,
		planning
	};
}
