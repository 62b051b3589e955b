import { fitMemory, type MemoryFit } from './fit-slopes.ts';
import type { IdleSnapshot, Varied } from './idle-snapshots.ts';
import { isMissing, type Missing } from './parsed.ts';

/** Memory of one mesh's proxies over what they hold, from snapshots without traffic. */
export interface MemorySlope {
	readonly mesh: string;
	readonly varied: Varied;
	/** All of the mesh's snapshots; those without a count are no points. */
	readonly snapshots: readonly IdleSnapshot[];
	readonly fit: MemoryFit | Missing;
	/** False: show the fit, keep the published values. */
	readonly usable: boolean;
	/** Why it is not usable. */
	readonly why?: string | undefined;
}

/** What was varied, by mesh, as a person said it. */
export type SaidVaried = readonly (readonly [mesh: string, varied: Varied])[];

/** Below this a line explains too little to replace a published figure (`model.md` §16). */
const MIN_R2 = 0.9;

/** Proxies that learn endpoints only, lazily or from the node's own tunnel: no cost a cluster (§4). */
const ENDPOINTS_ONLY = ['linkerd', 'istio-ambient'];

/** What can have been varied for a mesh. */
export function variedOf(mesh: string): readonly Varied[] {
	return ENDPOINTS_ONLY.includes(mesh) ? ['endpoints'] : ['clusters', 'endpoints'];
}

/**
 * One slope for each mesh with two snapshots or more: a lone look at a cluster is no series. Counts
 * are asked for as long as they are not said, so a slope may be missing and say why.
 */
export function memorySlopes(
	snapshots: readonly IdleSnapshot[],
	said: SaidVaried = [],
	level?: number
): readonly MemorySlope[] {
	const own = new Map(said);
	return [...new Set(snapshots.map(({ mesh }) => mesh))].flatMap((mesh): MemorySlope[] => {
		const all = snapshots.filter((one) => one.mesh === mesh);
		if (all.length < 2) return [];
		const points = all.flatMap(({ count, memMiB }) =>
			count === undefined ? [] : [{ count, memMiB }]
		);
		const fit = fitMemory(points, level);
		const why = isMissing(fit) ? fit.reason : faultOf(fit);
		return [
			{
				mesh,
				varied: own.get(mesh) ?? namedIn(all, mesh),
				snapshots: all,
				fit,
				usable: why === undefined,
				why
			}
		];
	});
}

function faultOf({ m0MiB, slopeKiB, r2 }: MemoryFit): string | undefined {
	if (r2 < MIN_R2) return `R² is ${r2.toFixed(3)}; at least ${MIN_R2} is needed.`;
	if (m0MiB.value <= 0) return 'The line meets size 0 at no memory, which no proxy has.';
	return slopeKiB.value <= 0 ? 'Memory does not grow with what the proxies hold.' : undefined;
}

/** What the names of the files speak of, where that is possible for the mesh; else the usual. */
function namedIn(snapshots: readonly IdleSnapshot[], mesh: string): Varied {
	if (ENDPOINTS_ONLY.includes(mesh)) return 'endpoints';
	return snapshots.some(({ file }) => /endpoints/i.test(file)) ? 'endpoints' : 'clusters';
}
