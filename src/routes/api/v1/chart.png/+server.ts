import { guarded } from '$lib/server/guarded.ts';
import { picture } from '$lib/server/picture.ts';
import type { RequestHandler } from './$types';

export const prerender = false;

export const GET: RequestHandler = ({ request }) => guarded(() => picture(request, 'png'));
