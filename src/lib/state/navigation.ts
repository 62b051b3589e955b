import { replaceState } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';

/** State sits after `#s=`: fragments never reach a server. Embeds may also get it as `?s=`. */
const MARK = 's=';
const DELAY_MS = 300;

let timer: ReturnType<typeof setTimeout> | undefined;

/** The state text of an address, if it carries one; `#` wins over `?`. */
export function stateText(url: URL): string | undefined {
	const fragment = url.hash.slice(1);
	if (fragment.startsWith(MARK)) return fragment.slice(MARK.length);
	return url.search.startsWith(`?${MARK}`) ? url.search.slice(MARK.length + 1) : undefined;
}

/** The address that restores a state; without a text, that of the default plan. */
export function addressOf(url: URL, text: string | undefined): string {
	const base = `${url.origin}${url.pathname}`;
	return text === undefined ? base : `${base}#${MARK}${text}`;
}

/** Writes the state into the address bar 300 ms after the last change; no history entry. */
export function keepState(text: () => Promise<string | undefined>): void {
	clearTimeout(timer);
	timer = setTimeout(() => {
		void text().then(write, () => undefined);
	}, DELAY_MS);
}

/** Takes back a write that is due: the reader has left, or another state came in. */
export const dropState = (): void => clearTimeout(timer);

function write(text: string | undefined): void {
	try {
		if (stateText(new URL(location.href)) === text) return;
		replaceState(resolve(text === undefined ? '/' : `/#${MARK}${text}`), page.state);
	} catch {
		// Browsers throttle history; the next change tries again.
	}
}
