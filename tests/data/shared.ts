import { CLOUD_IDS, loadCloud } from '../../src/lib/catalog/load-cloud.ts';
import type { Cloud } from '../../src/lib/catalog/cloud-schema.ts';
import { isMissing } from '../../src/lib/catalog/missing.ts';
import type { Figure, Missing } from '../../src/lib/catalog/schema.ts';

/** The day the facts behind the first price files were gathered; nothing can be newer than a day after. */
export const LAST_READ = '2026-11-24';

export const clouds: readonly Cloud[] = await Promise.all(CLOUD_IDS.map((id) => loadCloud(id)));

export function cloudOf(id: Cloud['cloud']): Cloud {
	const found = clouds.find(({ cloud }) => cloud === id);
	if (found === undefined) throw new Error(`no cloud ${id}`);
	return found;
}

/** The amount of a figure, or the gap itself so that a failing test shows the reason. */
export function amountOf(it: Figure | Missing): string | Missing {
	return isMissing(it) ? it : it.amount;
}

/** Every dated block of a cloud, with the path a test can print. */
export function blocksOf(cloud: Cloud): readonly (readonly [string, readonly Dated[]])[] {
	return [
		['nodes.prices', cloud.nodes.prices],
		['nodes.spotPrices', cloud.nodes.spotPrices],
		['nodes.maxPods', cloud.nodes.maxPods],
		...Object.entries(cloud.services).map(
			([sku, { values }]) => [`services.${sku}`, values] as const
		)
	];
}

export interface Dated {
	readonly from: string;
	readonly source: string;
	readonly method: string;
	readonly grade: string;
}
