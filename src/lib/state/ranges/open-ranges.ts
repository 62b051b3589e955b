import type { Estimator } from '../estimator.ts';
import { openWorker } from '../open-worker.ts';
import { deskHere, deskOf } from './desk.ts';
import { Ranges, type Known } from './ranges.svelte.ts';

/** Ranges drawn in a worker, or by the page itself where none can be had. */
export const openRanges = (first: Known, open: () => Promise<Estimator>): Ranges =>
	new Ranges(
		deskOf(() => openWorker('ranges'), deskHere(open)),
		first
	);
