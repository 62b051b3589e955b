import {
	CLOUD_IDS,
	type CloudView,
	loadCloud,
	pinnedTo
} from '../../src/lib/catalog/load-cloud.ts';
import type { Cloud } from '../../src/lib/catalog/cloud-schema.ts';
import { isMissing } from '../../src/lib/catalog/missing.ts';
import type { Figure, Missing } from '../../src/lib/catalog/schema.ts';

/** The day of the first price files. Literal values are checked as of it, so that updates break nothing. */
export const FIRST_DAY = '2026-11-24';

export const clouds: readonly Cloud[] = await Promise.all(CLOUD_IDS.map((id) => loadCloud(id)));

/** A cloud with the figures of the first day. */
export function cloudOf(id: Cloud['cloud']): CloudView {
	const found = clouds.find(({ cloud }) => cloud === id);
	if (found === undefined) throw new Error(`no cloud ${id}`);
	return pinnedTo(found, FIRST_DAY);
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
