import { IS_STATIC } from '$lib/server/build-kind.ts';
import { embedPage } from '$lib/server/embed-page.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** A server draws each state on request and sends no script with it. */
export const prerender = IS_STATIC;
export const csr = IS_STATIC;

export const entries: EntryGenerator = () => [
	{},
	{ preset: 'small' },
	{ preset: 'medium' },
	{ preset: 'large' }
];

export const load: PageServerLoad = ({ url }) => embedPage(url);
