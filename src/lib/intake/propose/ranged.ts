import type { Estimate } from '../least-squares.ts';
import { shown, type ProposedRange } from './proposal.ts';

/** Who measured, when and in what: the provenance of a coefficient of the user's own. */
export interface Measured {
	/** Day, "YYYY-MM-DD". */
	readonly date: string;
	/** SHA-256 of the file or files. */
	readonly sha256: readonly string[];
}

/** A plan reads low and high as P10 and P90. */
export const PLAN_LEVEL = 0.8;

/** The proxy of a mesh that a file measures, as the record names it. */
export const partOf = (mesh: string): string =>
	mesh.startsWith('istio-ambient') ? 'mesh.ztunnel' : 'mesh.proxy';

/** One measurement has no spread: a quarter either way is assumed, as nothing measured is exact. */
const ASSUMED = 1.25;

/** An estimate above 0 as a range that a plan takes. */
export function ranged(estimate: Estimate, note: string): ProposedRange {
	const value = shown(estimate.value);
	const [low, high] = [shown(estimate.low), shown(estimate.high)];
	return {
		value,
		low: low > 0 && low < value ? low : shown(value / ASSUMED),
		high: high > value ? high : shown(value * ASSUMED),
		note
	};
}
