import { rankedInputs, type RankedInputs } from '../after/sensitivity.ts';
import type { Simulation } from './simulate.ts';

/** Samples that correlations of ranks look at: enough for two digits. */
export const LOOKED_AT = 2000;

/** The draws of a simulation in ranks; nothing where as many inputs as samples cannot be told apart. */
export function rankedDraws({ samples, columns, specs }: Simulation): RankedInputs | undefined {
	const n = Math.min(LOOKED_AT, samples);
	const byChance = new Map<string, Float64Array>();
	for (const [column, { path }] of specs) {
		const drawn = columns.get(column);
		if (drawn !== undefined && !byChance.has(path)) byChance.set(path, drawn.slice(0, n));
	}
	return n <= byChance.size + 1 ? undefined : rankedInputs(byChance);
}
