import type { Run } from './run.ts';

/** A run with a mesh and the baseline at the same rate, payload, protocol and tool. */
export interface Pair {
	readonly baseline: Run;
	readonly mesh: Run;
	/** Rate both were asked for, or reached, requests a second. */
	readonly rps: number;
}

/** All runs of one mesh under one set of conditions, by rising rate. */
export interface Sweep {
	readonly mesh: string;
	readonly tool: string;
	readonly protocol?: string | undefined;
	readonly payloadKiB?: number | undefined;
	readonly runs: readonly Run[];
	readonly pairs: readonly Pair[];
}

/** Rates this near are one level. */
const SAME_RATE = 0.05;
const SAME_PAYLOAD = 0.1;

/** The rate a run stands for: what was asked for, else what was reached. */
export function levelOf(run: Run): number | undefined {
	return run.offeredRps ?? run.achievedRps;
}

/** Words of a label or file name that tell the mesh; the first that is found wins. */
const WORDS: readonly (readonly [RegExp, string])[] = [
	[/(^|[^a-z])(base ?line|no[-_ ]?mesh|without|plain|direct|bare|none)([^a-z]|$)/i, 'none'],
	[/ambient|ztunnel|waypoint/i, 'istio-ambient'],
	[/istio|envoy[-_ ]?sidecar/i, 'istio-sidecar'],
	[/linkerd|l5d/i, 'linkerd'],
	[/consul/i, 'consul'],
	[/app[-_ ]?mesh/i, 'app-mesh']
];

/** The mesh a run's label or file name speaks of: a guess, to be confirmed by whoever ran it. */
export function guessMesh(run: Run): string | undefined {
	const text = `${run.source.file ?? ''} ${run.label}`.slice(0, 400);
	return run.mesh ?? WORDS.find(([word]) => word.test(text))?.[1];
}

/** Finds sweeps and pairs: same tool, protocol and payload; pairs also the same rate within 5 %. */
export function findSweeps(runs: readonly Run[]): readonly Sweep[] {
	const groups: Run[][] = [];
	for (const run of runs) {
		if (run.mesh === undefined || run.mesh === 'none') continue;
		const group = groups.find(([first]) => first && first.mesh === run.mesh && alike(first, run));
		if (group) group.push(run);
		else groups.push([run]);
	}
	const baselines = runs.filter((run) => run.mesh === 'none');
	return groups.map((group) => toSweep(group, baselines));
}

function toSweep(group: readonly Run[], baselines: readonly Run[]): Sweep {
	const runs = [...group].sort((a, b) => (levelOf(a) ?? 0) - (levelOf(b) ?? 0));
	const [first] = runs;
	return {
		mesh: first?.mesh ?? '',
		tool: first?.source.tool ?? '',
		protocol: first?.protocol,
		payloadKiB: first?.payloadKiB,
		runs,
		pairs: runs.flatMap((run) => pairOf(run, baselines))
	};
}

function pairOf(mesh: Run, baselines: readonly Run[]): readonly Pair[] {
	const rps = levelOf(mesh);
	if (rps === undefined) return [];
	const near = baselines
		.filter((one) => alike(one, mesh) && isNear(levelOf(one), rps, SAME_RATE))
		.sort((a, b) => Math.abs((levelOf(a) ?? 0) - rps) - Math.abs((levelOf(b) ?? 0) - rps));
	const baseline = near[0];
	return baseline ? [{ baseline, mesh, rps }] : [];
}

function alike(a: Run, b: Run): boolean {
	if (a.source.tool !== b.source.tool || a.protocol !== b.protocol) return false;
	if (a.payloadKiB === undefined || b.payloadKiB === undefined)
		return a.payloadKiB === b.payloadKiB;
	return isNear(a.payloadKiB, b.payloadKiB, SAME_PAYLOAD);
}

function isNear(a: number | undefined, b: number, share: number): boolean {
	return a !== undefined && Math.abs(a - b) <= share * Math.max(a, b);
}
