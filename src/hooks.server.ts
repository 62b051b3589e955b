import type { Handle, HandleServerError } from '@sveltejs/kit';
import { building } from '$app/environment';
import { readQuery } from '$lib/embed/address.ts';
import { compressed } from '$lib/server/compressed.ts';
import { tellFault } from '$lib/server/log.ts';
import { frameAncestors, framedBy, headersFor, isEmbed } from './headers.ts';

const ROOT = '<html lang="en">';

/** The theme stands on the root element from the first paint on, without script. */
function rootOf(url: URL): string {
	if (building || !isEmbed(url.pathname)) return ROOT;
	const { theme } = readQuery(url.search);
	return theme === 'auto' ? ROOT : `<html lang="en" data-theme="${theme}">`;
}

/** Headers of what is rendered on request; prerendered pages get theirs in `cli/serve.ts`. */
export const handle: Handle = async ({ event, resolve }) => {
	const path = event.url.pathname;
	const root = rootOf(event.url);
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => (root === ROOT ? html : html.replace(ROOT, root))
	});
	for (const [name, value] of Object.entries(headersFor(path))) {
		if (!response.headers.has(name)) response.headers.set(name, value);
	}
	const policy = response.headers.get('content-security-policy');
	if (policy !== null && response.headers.get('content-type')?.startsWith('text/html') === true) {
		const ancestors = frameAncestors(process.env);
		response.headers.set('content-security-policy', framedBy(path, policy, ancestors));
	}
	const accepted = building ? '' : (event.request.headers.get('accept-encoding') ?? '');
	return compressed(response, accepted);
};

/** What a reader is told of a fault of ours; where it happened goes into the log, without the input. */
export const handleError: HandleServerError = ({ error, status, message }) => {
	if (status >= 500) tellFault(error);
	return { message: status === 404 ? 'Not found' : message };
};
