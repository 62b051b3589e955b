/*
 * Keeps the pages and all their parts, so that a page once loaded works without a network. Nothing is
 * sent: it only fetches what the site itself lists. Pages come fresh as long as there is a network.
 */
import { KEEP, KEPT, LIST, pathsOf, wayOf } from './lib/state/offline/rules.ts';

interface Lasting extends Event {
	readonly waitUntil: (work: Promise<unknown>) => void;
}
interface Asked extends Event {
	readonly request: Request;
	readonly respondWith: (answer: Promise<Response>) => void;
}
declare const clients: {
	readonly claim: () => Promise<void>;
	readonly matchAll: (which: { readonly type: 'window' }) => Promise<readonly unknown[]>;
};

const isLasting = (event: Event): event is Lasting => 'waitUntil' in event;
const isAsked = (event: Event): event is Asked => 'respondWith' in event;

const STORE = 'meshup';
const ROOT = new URL('./', location.href);

/** The one keeping that goes on, however many tabs ask for it. */
let keeping: Promise<boolean> | undefined;

addEventListener('activate', (event: Event) => {
	if (isLasting(event)) event.waitUntil(clients.claim());
});

addEventListener('message', (event) => {
	if (event.data !== KEEP || !isLasting(event)) return;
	const { source } = event;
	keeping ??= keepAll().finally(() => (keeping = undefined));
	event.waitUntil(
		keeping.then(
			(done) => done && source?.postMessage(KEPT),
			() => undefined // No network, no room: what was kept before is still there.
		)
	);
});

addEventListener('fetch', (event: Event) => {
	if (!isAsked(event) || event.request.method !== 'GET') return;
	const { request } = event;
	if (!request.url.startsWith(ROOT.href)) return;
	const way = wayOf(new URL(request.url).pathname.slice(ROOT.pathname.length));
	if (way === 'kept') event.respondWith(keptFirst(request, event.waitUntil.bind(event)));
	if (way === 'fresh') event.respondWith(freshFirst(request));
});

/** A store that cannot be read or written makes nothing slower or worse than no store. */
async function keptFirst(request: Request, after: Lasting['waitUntil']): Promise<Response> {
	const kept = await keptOf(request);
	if (kept) return kept;
	const answer = await fetch(request);
	if (isWhole(answer)) after(put(request.url, answer.clone()).catch(() => undefined));
	return answer;
}

async function keptOf(request: Request): Promise<Response | undefined> {
	try {
		const store = await caches.open(STORE);
		return await store.match(request.url, { ignoreSearch: true });
	} catch {
		return undefined;
	}
}

const put = async (url: string, answer: Response): Promise<void> =>
	(await caches.open(STORE)).put(url, answer);

/** What is kept stands in only where there is no network: an answer of the server, good or bad, counts. */
async function freshFirst(request: Request): Promise<Response> {
	try {
		return await fetch(request);
	} catch (cause) {
		const kept = await keptOf(request);
		if (kept) return kept;
		throw cause;
	}
}

const isWhole = ({ ok, redirected, type }: Response): boolean =>
	ok && !redirected && type === 'basic';

/**
 * Fetches what is listed and not kept, one after another. Pages are put in place last, when all their
 * parts are: a network that goes meanwhile leaves the pages of before, which are whole.
 */
async function keepAll(): Promise<boolean> {
	const list = await fetch(new URL(LIST, ROOT), { cache: 'no-cache' });
	const paths = list.ok ? pathsOf(await list.json()) : undefined;
	if (paths === undefined) return false;
	const hrefOf = (path: string): string => new URL(path, ROOT).href;
	const store = await caches.open(STORE);
	const known = new Set((await store.keys()).map(({ url }) => url));
	const parts = paths.filter((path) => wayOf(path) === 'kept').map(hrefOf);
	for (const href of parts.filter((one) => !known.has(one))) {
		const answer = await fetchWhole(href);
		if (answer === undefined) return false;
		await store.put(href, answer);
	}
	const pages = new Map<string, Response>();
	for (const href of paths.filter((path) => wayOf(path) === 'fresh').map(hrefOf)) {
		const answer = await fetchWhole(href);
		if (answer === undefined) return false;
		pages.set(href, answer);
	}
	for (const [href, answer] of pages) await store.put(href, answer);
	await dropOthers(store, new Set([...parts, ...pages.keys()]));
	return true;
}

async function fetchWhole(href: string): Promise<Response | undefined> {
	const answer = await fetch(href, { cache: 'no-cache', priority: 'low' });
	return isWhole(answer) ? answer : undefined;
}

/** What no list names any more is dropped, but not while another tab may still ask for its parts. */
async function dropOthers(store: Cache, listed: ReadonlySet<string>): Promise<void> {
	if ((await clients.matchAll({ type: 'window' })).length > 1) return;
	const urls = (await store.keys()).map(({ url }) => url);
	await Promise.all(urls.filter((url) => !listed.has(url)).map((url) => store.delete(url)));
}
