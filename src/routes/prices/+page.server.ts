import { loadArea } from '$lib/components/sources/price-lists.ts';
import { filtered } from '$lib/components/sources/price-filter.ts';
import { PAGE_SIZE, START } from './start.ts';
import type { PageServerLoad } from './$types';

const AREAS = ['aws', 'gcp', 'azure', 'meshes', 'people', 'companions'] as const;

/** What the first HTML shows: the default region's first page, and what there is in all. */
export const load: PageServerLoad = async () => {
	const today = new Date().toISOString().slice(0, 10);
	const areas = await Promise.all(AREAS.map((id) => loadArea(id, today)));
	const [first] = areas;
	const rows = filtered(first?.rows ?? [], { ...START, region: first?.region ?? '*' });
	return {
		today,
		areas: areas.map(({ id, label, regions, region, rows: all }) => ({
			id,
			label,
			regions,
			region,
			figures: all.filter((row) => row.missing === undefined).length,
			stale: all.filter((row) => row.stale).length,
			gaps: all.filter((row) => row.missing !== undefined).length
		})),
		rows: rows.slice(0, PAGE_SIZE),
		count: rows.length
	};
};
