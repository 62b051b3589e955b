import { json } from '$lib/server/answer.ts';
import { openApi } from '$lib/server/schema/open-api.ts';
import type { RequestHandler } from './$types';

export const prerender = false;

export const GET: RequestHandler = () => json(openApi(), { 'cache-control': 'no-cache' });
