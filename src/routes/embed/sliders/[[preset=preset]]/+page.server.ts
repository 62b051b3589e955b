import { IS_STATIC } from '$lib/server/build-kind.ts';
import { embedPage } from '$lib/server/embed-page.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Its script comes with it: there is something to move. */
export const prerender = IS_STATIC;
export const csr = true;

export const entries: EntryGenerator = () => [
	{},
	{ preset: 'small' },
	{ preset: 'medium' },
	{ preset: 'large' }
];

export const load: PageServerLoad = ({ url }) => embedPage(url);
