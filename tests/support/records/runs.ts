import type { Parameters } from 'fast-check';

/**
 * How properties over whole records run. The seed stands, so that a red run is the fault of the
 * change under test; to hunt, set MESHUP_SEED to another number and MESHUP_RUNS to many.
 */
export const runs = <T>(count: number): Parameters<T> => ({
	seed: Number(process.env['MESHUP_SEED'] ?? 20_260_930),
	numRuns: Number(process.env['MESHUP_RUNS'] ?? count)
});
