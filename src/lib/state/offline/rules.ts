/** Says to the service worker that it may fetch what is not kept yet, and back that all is kept. */
export const KEEP = 'meshup:keep';
export const KEPT = 'meshup:kept';

/** The list of what is kept, made by the build: paths below the site's root. */
export const LIST = 'offline.json';
/** More than a build has; a longer list is not ours. */
const MOST_PATHS = 2000;
/** No path climbs, names another host, or carries a query. */
const PATH = /^[\w.@-]+(?:\/[\w.@-]+)*$|^$/;

/**
 * How a request is answered: `kept` from the store first, for its name changes with its content;
 * `fresh` from the network as long as there is one; `leave` as if nobody stood between.
 */
export type Way = 'kept' | 'fresh' | 'leave';

/** The way of a path below the site's root, without its leading slash. */
export function wayOf(path: string): Way {
	if (path.startsWith('_app/immutable/')) return 'kept';
	const isOfOthers =
		/^(api|oembed|healthz)(\/|$)/.test(path) ||
		(/^embed(\/|$)/.test(path) && path !== 'embed/build');
	return isOfOthers || path === 'service-worker.js' || path === LIST ? 'leave' : 'fresh';
}

/** The paths of a list, or nothing where it is no list of paths. */
export function pathsOf(list: unknown): readonly string[] | undefined {
	if (!Array.isArray(list) || list.length > MOST_PATHS) return undefined;
	const paths = list.filter(
		(path): path is string => typeof path === 'string' && PATH.test(path) && !path.includes('..')
	);
	return paths.length === list.length ? paths : undefined;
}
