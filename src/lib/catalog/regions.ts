import type { Cloud } from './cloud-schema.ts';
import { own } from './dated.ts';

export interface Region {
	readonly id: string;
	/** `eu-west-1 · Ireland`, or the id alone. */
	readonly label: string;
}

/** The regions that sell nodes, by id. */
export function regions(cloud: Cloud): readonly Region[] {
	return Object.entries(cloud.regions).map(([id, place]) => ({
		id,
		label: place === '' ? id : `${id} · ${place}`
	}));
}

/** Whether the provider sells nodes there, by what we hold. */
export function isRegion(cloud: Cloud, region: string): boolean {
	return own(cloud.regions, region) !== undefined;
}

/** The region a new plan starts in: the one with most prices from the provider's own list. */
export function defaultRegion(cloud: Cloud): string {
	return cloud.defaults.region;
}
