import { reportJsonSchema } from '$lib/server/schema/report-json-schema.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

/** It never changes for version 1 but by new optional fields. */
export const GET: RequestHandler = () =>
	new Response(`${JSON.stringify(reportJsonSchema(), undefined, 2)}\n`, {
		headers: { 'content-type': 'application/schema+json', 'cache-control': 'no-cache' }
	});
