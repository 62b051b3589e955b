import { ratesJsonSchema } from '$lib/server/schema/rates-schema.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

/** It never changes for version 1 but by new optional fields. */
export const GET: RequestHandler = () =>
	new Response(`${JSON.stringify(ratesJsonSchema(), undefined, 2)}\n`, {
		headers: { 'content-type': 'application/schema+json', 'cache-control': 'no-cache' }
	});
