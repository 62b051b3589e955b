import { allFigures } from '$lib/catalog/all-figures.ts';
import { benefitRows, benefitsSource, loadBenefits } from '$lib/catalog/benefits.ts';
import type { CloudId } from '$lib/catalog/cloud-schema.ts';
import { companionRows, companionSource, loadCompanions } from '$lib/catalog/companion.ts';
import { CLOUD_IDS, loadCloud, type CloudView } from '$lib/catalog/load-cloud.ts';
import { allMeshFigures } from '$lib/catalog/mesh-figures.ts';
import { loadMeshes, meshSource } from '$lib/catalog/mesh.ts';
import { isMissing } from '$lib/catalog/missing.ts';
import { loadPeople, peopleRows, peopleSource } from '$lib/catalog/people.ts';
import { regions, type Region } from '$lib/catalog/regions.ts';
import { servicePrice } from '$lib/catalog/services.ts';
import { sourceOf } from '$lib/catalog/sources.ts';
import { listedFigure, listedPrice, type Listed } from './listed.ts';

export type AreaId = CloudId | 'meshes' | 'people' | 'companions';

/** One file of figures, or a few that belong together. */
export interface Area {
	readonly id: AreaId;
	readonly label: string;
	/** None where regions mean nothing. */
	readonly regions: readonly Region[];
	/** The one shown first; `*` for all. */
	readonly region: string;
	readonly rows: readonly Listed[];
}

export const isAreaId = (text: string): text is AreaId =>
	['aws', 'gcp', 'azure', 'meshes', 'people', 'companions'].includes(text);

const isCloudId = (id: AreaId): id is CloudId => CLOUD_IDS.some((cloud) => cloud === id);

/** Services that a region lacks, each with its reason. */
function* gaps(cloud: CloudView): Generator<Listed> {
	for (const [sku, service] of Object.entries(cloud.services)) {
		for (const { id: region } of regions(cloud)) {
			const found = servicePrice(cloud, sku, region);
			if (!isMissing(found)) continue;
			yield {
				id: `${cloud.cloud}/gap/${sku}/${region}`,
				group: 'service',
				label: service.name,
				region,
				unit: '',
				method: '',
				grade: '',
				asOf: '',
				stale: false,
				source: '',
				words: found.reason,
				missing: found.missing
			};
		}
	}
}

async function cloudArea(id: CloudId, today: string): Promise<Area> {
	const cloud = await loadCloud(id);
	const context = { today, sourceOf: (key: string) => sourceOf(cloud, key) };
	const rows = [...allFigures(cloud)].map((row) => listedPrice(row, context));
	return {
		id,
		label: cloud.label,
		regions: regions(cloud),
		region: cloud.defaults.region,
		rows: [...rows, ...gaps(cloud)]
	};
}

const plain = (id: AreaId, label: string, rows: readonly Listed[]): Area => ({
	id,
	label,
	regions: [],
	region: '*',
	rows
});

async function peopleArea(today: string): Promise<Area> {
	const [people, benefits] = await Promise.all([loadPeople(), loadBenefits()]);
	const ofPeople = { today, sourceOf: (key: string) => peopleSource(people, key) };
	const ofBenefits = { today, sourceOf: (key: string) => benefitsSource(benefits, key) };
	return plain('people', 'People and benefits', [
		...[...peopleRows(people)].map((row) => listedFigure(row, ofPeople)),
		...[...benefitRows(benefits)].map((row) => listedFigure(row, ofBenefits))
	]);
}

/** Reads an area's file, and no other. */
export async function loadArea(id: AreaId, today: string): Promise<Area> {
	if (isCloudId(id)) return cloudArea(id, today);
	if (id === 'people') return peopleArea(today);
	if (id === 'meshes') {
		const meshes = await loadMeshes();
		const context = { today, sourceOf: (key: string) => meshSource(meshes, key) };
		const rows = [...allMeshFigures(meshes)].map((row) => listedFigure(row, context));
		return plain(id, 'Meshes', rows);
	}
	const companions = await loadCompanions();
	const context = { today, sourceOf: (key: string) => companionSource(companions, key) };
	const rows = [...companionRows(companions)].map((row) => listedFigure(row, context));
	return plain(id, 'Companions', rows);
}
