import type { Handle } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import { framedBy, headersFor } from './headers.ts';

/** Headers of what is rendered on request; prerendered pages get theirs in `cli/serve.ts`. */
export const handle: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const path = event.url.pathname;
	for (const [name, value] of Object.entries(headersFor(path))) {
		if (!response.headers.has(name)) response.headers.set(name, value);
	}
	const policy = response.headers.get('content-security-policy');
	if (policy !== null) {
		const ancestors = env['EMBED_ANCESTORS'] ?? "'self'";
		response.headers.set('content-security-policy', framedBy(path, policy, ancestors));
	}
	return response;
};
