import type { EcosystemEntry, Lifecycle } from './lifecycle-schema.ts';
import type { MeshId, Runtime } from './mesh-ids.ts';
import type { MeshCatalog, MeshFigures } from './mesh.ts';
import { isMissing } from './missing.ts';
import type { Missing } from './schema.ts';

/** The day after which nobody supports the option, if one is announced: YYYY-MM-DD. */
export function endOfSupport(option: MeshFigures): string | undefined {
	return option.lifecycle?.endOfSupport ?? undefined;
}

/** Interfaces, data planes and settings beside the options (`design.md` §4). */
export function ecosystem(catalog: MeshCatalog): readonly EcosystemEntry[] {
	return catalog.ecosystem.entries;
}

/** What is said in place of a version where the product has none. */
export function versionText({ latest }: Lifecycle): string {
	return typeof latest === 'string' ? latest : latest.reason;
}

/** Whether an option can be had on a platform; otherwise why not. */
export function offeredOn(
	option: MeshFigures,
	{ cloud, runtime }: { readonly cloud: 'aws' | 'gcp' | 'azure'; readonly runtime: Runtime }
): true | Missing {
	const onCloud = option.platforms.clouds[cloud];
	if (onCloud !== true) return onCloud;
	return option.platforms.runtimes[runtime];
}

/** Where a part that runs `from` may go, and whose advice stands first (`model.md` §12). */
export interface Destination {
	readonly to: MeshId;
	readonly advised: boolean;
}

/** Destinations of an option that ended, by the runtime it is left on. Empty: no rule is known. */
export function destinations(option: MeshFigures, from: Runtime): readonly Destination[] {
	const move = option.moves?.find((it) => it.from.includes(from));
	return (move?.to ?? []).map((to) => ({ to, advised: to === move?.advised }));
}

/** Why an option has no figure of the licence, if it has none. */
export function licenceGap({ licence }: MeshFigures): Missing | undefined {
	return licence.price !== null && isMissing(licence.price) ? licence.price : undefined;
}
