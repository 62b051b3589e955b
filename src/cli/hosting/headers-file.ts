import type { Headers } from '../../headers.ts';
import { titled, type Site } from './site.ts';

const block = (path: string, headers: Headers): string =>
	[path, ...Object.entries(headers).map(([name, value]) => `  ${titled(name)}: ${value}`)].join(
		'\n'
	);

/**
 * `_headers`, as Netlify, Cloudflare Pages and others read it. Rules that match together add up there,
 * so that no two of these match the same path.
 */
export const headersFile = (site: Site): string =>
	[
		'# MeshUp, static build. Made by `ADAPTER=static npm run build`: the hashes are those of this build.',
		...site.pages.map(({ path, headers }) => block(path, headers)),
		block('/_app/immutable/*', site.hashed),
		...site.files.map((path) => block(path, site.plain)),
		''
	].join('\n\n');
