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
declare const clients: { readonly claim: () => Promise<void> };

const isLasting = (event: Event): event is Lasting => 'waitUntil' in event;
const isAsked = (event: Event): event is Asked => 'respondWith' in event;

const STORE = 'meshup';
const ROOT = new URL('./', location.href);

addEventListener('activate', (event: Event) => {
	if (isLasting(event)) event.waitUntil(clients.claim());
});

addEventListener('message', (event) => {
	if (event.data !== KEEP || !isLasting(event)) return;
	const { source } = event;
	event.waitUntil(keepAll().then((done) => done && source?.postMessage(KEPT)));
});

addEventListener('fetch', (event: Event) => {
	if (!isAsked(event) || event.request.method !== 'GET') return;
	const { request } = event;
	if (!request.url.startsWith(ROOT.href)) return;
	const way = wayOf(new URL(request.url).pathname.slice(ROOT.pathname.length));
	if (way === 'kept') event.respondWith(keptFirst(request));
	if (way === 'fresh') event.respondWith(freshFirst(request));
});

async function keptFirst(request: Request): Promise<Response> {
	const store = await caches.open(STORE);
	const kept = await store.match(request.url);
	if (kept) return kept;
	const answer = await fetch(request);
	if (isWhole(answer)) await store.put(request.url, answer.clone());
	return answer;
}

/** What is kept stands in only where there is no network: an answer of the server, good or bad, counts. */
async function freshFirst(request: Request): Promise<Response> {
	try {
		return await fetch(request);
	} catch (cause) {
		const store = await caches.open(STORE);
		const kept = await store.match(request.url, { ignoreSearch: true });
		if (kept) return kept;
		throw cause;
	}
}

const isWhole = ({ ok, redirected, type }: Response): boolean =>
	ok && !redirected && type === 'basic';

/** Fetches what is listed and not kept, one after another, and drops what no list names any more. */
async function keepAll(): Promise<boolean> {
	const list = await fetch(new URL(LIST, ROOT), { cache: 'no-cache' });
	const paths = list.ok ? pathsOf(await list.json()) : undefined;
	if (paths === undefined) return false;
	const store = await caches.open(STORE);
	const known = new Set((await store.keys()).map(({ url }) => url));
	for (const path of paths) {
		const { href } = new URL(path, ROOT);
		if (wayOf(path) === 'kept' && known.has(href)) continue;
		const answer = await fetch(href, { cache: 'no-cache', priority: 'low' });
		if (!isWhole(answer)) return false;
		await store.put(href, answer);
	}
	const listed = new Set(paths.map((path) => new URL(path, ROOT).href));
	await Promise.all([...known].filter((url) => !listed.has(url)).map((url) => store.delete(url)));
	return true;
}
