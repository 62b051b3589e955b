import { createContext } from 'svelte';
import type { IntakeSession } from './intake-session.svelte.ts';

/**
 * Files of the reader's own, for all pages of one visit. Light on purpose: what reads them is fetched
 * when the first file arrives, and nothing outlives the tab.
 */
export class OwnFiles {
	/** The place where they are dropped and shown is open. */
	shown = $state(false);
	/** Dropped before the code that reads them was there. */
	waiting: readonly File[] = $state.raw([]);
	session: IntakeSession | undefined = $state.raw();

	take(files: readonly File[]): void {
		this.waiting = [...this.waiting, ...files];
		this.shown = true;
	}
}

export const [getOwnFiles, setOwnFiles] = createContext<OwnFiles>();
