import { refused } from '$lib/server/answer.ts';
import type { RequestHandler } from './$types';

export const prerender = false;

/** Programs get JSON for an address that does not exist, not a page. */
export const fallback: RequestHandler = () =>
	refused(404, 'There is no such address; /api/v1/openapi.json lists those that exist.');
