import { fitHop } from '../../engine/after/path-latency.ts';
import { normalQuantile } from '../../engine/after/normal.ts';
import type { MeshFigures } from '../../catalog/mesh.ts';
import { isMissing } from '../../catalog/missing.ts';
import type { RangeFigure } from '../../catalog/schema.ts';
import type { RecordDraft } from './draft.ts';
import { leafOf, unwritten, type Leaf } from './leaf.ts';

const FILE = 'meshes';

/** What a call gains, of both its proxies, and the threads of the proxy that limits (`model.md` §11). */
export function addLatency(draft: RecordDraft, { latency }: MeshFigures): void {
	const { hopP50Ms, hopP99Ms, waypoint, workers } = latency;
	draft.set('latency.hopP50Ms', leafOf(hopP50Ms, FILE));
	draft.set('latency.hopP99Ms', leafOf(hopP99Ms, FILE));
	const share = Number(draft.get('workload.l7Fraction')?.value ?? 0);
	if (waypoint !== undefined && share > 0 && !isMissing(hopP50Ms) && !isMissing(hopP99Ms)) {
		if (!isMissing(waypoint.hopP50Ms) && !isMissing(waypoint.hopP99Ms)) {
			const tunnels = { p50: hopP50Ms, p99: hopP99Ms };
			addMixed(draft, tunnels, { p50: waypoint.hopP50Ms, p99: waypoint.hopP99Ms }, share);
		}
	}
	// The user's own count of threads stands for every mesh.
	if (draft.get('latency.workers')?.basis === 'user') return;
	draft.set('latency.workers', isMissing(workers) ? unwritten(workers) : leafOf(workers, FILE));
}

interface Published {
	readonly p50: RangeFigure;
	readonly p99: RangeFigure;
}
interface Quantiles {
	readonly p50: number;
	readonly p99: number;
}
type End = 'low' | 'central' | 'high';

const at = ({ p50, p99 }: Published, end: End): Quantiles => ({
	p50: Number(p50[end]),
	p99: Number(p99[end])
});

/**
 * Only some calls pass a waypoint, so that quantiles of tunnel and waypoint neither add nor average:
 * the hop is the lognormal that has mean and variance of the mixture, which is what a path is made of.
 */
function addMixed(
	draft: RecordDraft,
	tunnels: Published,
	waypoint: Published,
	share: number
): void {
	const mixed = (end: End): Quantiles | undefined =>
		mixedHop(at(tunnels, end), at(waypoint, end), share);
	const [low, central, high] = [mixed('low'), mixed('central'), mixed('high')];
	if (low === undefined || central === undefined || high === undefined) return;
	for (const [path, key] of [
		['latency.hopP50Ms', 'p50'],
		['latency.hopP99Ms', 'p99']
	] as const) {
		const ends = [low[key], central[key], high[key]];
		draft.set(path, {
			...leafOf(tunnels[key], FILE),
			value: text(central[key]),
			low: text(Math.min(...ends)),
			high: text(Math.max(...ends)),
			distribution: low[key] < central[key] && central[key] < high[key] ? 'splitLognormal' : 'pert',
			basis: 'derived',
			source: sourcesOf(tunnels[key], waypoint[key]),
			reason: `both tunnels at ${tunnels[key].central} ms, and of ${String(share)} of the calls a waypoint at ${waypoint[key].central} ms: a hop with mean and variance of the two together`
		});
	}
}

const sourcesOf = (...figures: readonly RangeFigure[]): NonNullable<Leaf['source']> =>
	[
		...new Set(
			figures.flatMap(({ sources }) =>
				sources.map((key) => (key.includes('#') ? key : `${FILE}#${key}`))
			)
		)
	].join(', ');

const DIGITS = 6;
const text = (ms: number): string => String(Number(ms.toFixed(DIGITS)));

const Z99 = normalQuantile(0.99);

/** Median and p99 of the lognormal with mean and variance of T + [W with the chance `share`]. */
export function mixedHop(
	tunnels: Quantiles,
	waypoint: Quantiles,
	share: number
): Quantiles | undefined {
	const t = fitHop(tunnels.p50, tunnels.p99);
	const w = fitHop(waypoint.p50, waypoint.p99);
	if (t === undefined || w === undefined) return undefined;
	const mean = t.meanMs + share * w.meanMs;
	if (mean === 0) return { p50: 0, p99: 0 };
	const between = share * (1 - share) * w.meanMs * w.meanMs;
	const variance = t.varianceMs2 + share * w.varianceMs2 + between;
	const spread = Math.log1p(variance / (mean * mean));
	const p50 = mean * Math.exp(-spread / 2);
	return { p50, p99: p50 * Math.exp(Z99 * Math.sqrt(spread)) };
}
