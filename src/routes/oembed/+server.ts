import { guarded } from '$lib/server/guarded.ts';
import { oEmbed } from '$lib/server/oembed.ts';
import type { RequestHandler } from './$types';

export const prerender = false;

export const GET: RequestHandler = ({ url }) => guarded(() => oEmbed(url));
