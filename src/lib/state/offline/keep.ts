import { resolve } from '$app/paths';
import { trustedAddress } from '../trusted-address.ts';
import { KEEP, KEPT } from './rules.ts';

/** The first sign that somebody is here: what is only looked at in passing fetches nothing more. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown'] as const;

/** Once a document is enough, however many of its pages are turned. */
let asked = false;

/**
 * Lets the site be kept for use without a network, and calls back when all of it is. Does nothing
 * where it was asked for before, the browser has no store for it or saves data, or while the pages
 * are developed.
 *
 * @returns what calls it off
 */
export function keepOffline(onKept: () => void): () => void {
	if (asked || import.meta.env.DEV || !('serviceWorker' in navigator) || savesData())
		return () => undefined;
	const control = new AbortController();
	const { signal } = control;
	const hear = ({ data }: MessageEvent): void => {
		if (data === KEPT) onKept();
	};
	navigator.serviceWorker.addEventListener('message', hear, { signal });
	const begin = (): void => {
		signs.abort();
		asked = true;
		void register();
	};
	const signs = new AbortController();
	signal.addEventListener('abort', () => signs.abort());
	for (const sign of SIGNS) addEventListener(sign, begin, { signal: signs.signal, passive: true });
	return () => control.abort();
}

/** Without it everything works as before, only not without a network: no reason to trouble anybody. */
async function register(): Promise<void> {
	try {
		await navigator.serviceWorker.register(trustedAddress('service-worker'), {
			scope: resolve('/')
		});
		const { active } = await navigator.serviceWorker.ready;
		active?.postMessage(KEEP);
	} catch {
		// A private window, a full disk, an operator who took the file away.
	}
}

function savesData(): boolean {
	const { connection } = navigator;
	return connection?.saveData === true;
}

declare global {
	interface Navigator {
		readonly connection?: { readonly saveData?: boolean };
	}
}
