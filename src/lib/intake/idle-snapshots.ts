import type { IntakeResult } from './intake.ts';
import type { MeasuredRun } from './measured-runs.ts';
import { meshOfContainer, type ContainerUse } from './usage.ts';

/** What proxies hold configuration of: clusters (services × ports × subsets), or endpoints. */
export type Varied = 'clusters' | 'endpoints';

/** Memory of the proxies of one mesh in a snapshot that no load test ran beside. */
export interface IdleSnapshot {
	/** File and mesh: the same for the same files. */
	readonly key: string;
	readonly file: string;
	readonly mesh: string;
	readonly proxies: number;
	/** Mean of one proxy, MiB. */
	readonly memMiB: number;
	/** Clusters or endpoints that each proxy held; absent until someone says, or the name does. */
	readonly count?: number | undefined;
	/** The count was read off the file's name; whoever took the snapshot should confirm it. */
	readonly guessed: boolean;
}

/** What a person said of snapshots: the count by the key; `undefined` takes a snapshot out. */
export type SaidSizes = readonly (readonly [key: string, count: number | undefined])[];

/** More than any proxy holds; a larger count is a slip of the keyboard. */
export const MOST_HELD = 1_000_000;

/** "idle-200-clusters-top.txt", "svc50.json": a number beside a word for what was varied. */
const IN_NAME = /(?:^|[^0-9])(\d{1,6})[-_ ]?(?:services|svcs?|clusters|endpoints|eps?)(?![a-z])/i;
const AFTER_WORD = /(?:services|svcs?|clusters|endpoints|eps?)[-_ ]?(\d{1,6})(?!\d)/i;

/**
 * Snapshots of use (kubectl top, PodMetrics) that hold proxies and that no run has taken for its own,
 * one entry for each mesh in each file.
 */
export function idleSnapshots(
	result: IntakeResult,
	runs: readonly MeasuredRun[],
	said: SaidSizes = []
): readonly IdleSnapshot[] {
	const taken = new Set(runs.map(({ useFrom }) => useFrom));
	const sizes = new Map(said);
	return result.files.flatMap(({ file, content }) => {
		if (content.type !== 'use' || taken.has(file)) return [];
		return [...memoryByMesh(content.use.uses)].map(([mesh, values]): IdleSnapshot => {
			const key = `${file}#${mesh}`;
			const own = sizes.has(key);
			return {
				key,
				file,
				mesh,
				proxies: values.length,
				memMiB: values.reduce((sum, value) => sum + value, 0) / values.length,
				count: own ? sizes.get(key) : countInName(file),
				guessed: !own && countInName(file) !== undefined
			};
		});
	});
}

function memoryByMesh(uses: readonly ContainerUse[]): ReadonlyMap<string, readonly number[]> {
	const found = new Map<string, number[]>();
	for (const { container, memMiB } of uses) {
		const mesh = meshOfContainer(container);
		if (mesh === undefined || memMiB === undefined) continue;
		const known = found.get(mesh);
		if (known) known.push(memMiB);
		else found.set(mesh, [memMiB]);
	}
	return found;
}

/** The count a file name states; undefined where it states none. */
export function countInName(name: string): number | undefined {
	const digits = IN_NAME.exec(name)?.[1] ?? AFTER_WORD.exec(name)?.[1];
	return digits === undefined ? undefined : Number(digits);
}
