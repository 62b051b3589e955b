import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { framedBy, headersFor, type Headers } from '../../headers.ts';
import { policiesIn } from '../prerendered.ts';

/** A page of a static build with all it is sent with. */
export interface SitePage {
	/** As it is asked for: `/embed`, not `/embed.html`. */
	readonly path: string;
	readonly headers: Headers;
}

/** A static build as a web server has to know it. */
export interface Site {
	readonly pages: readonly SitePage[];
	/** Files beside the pages, without those under `/_app/`: `/embed.js`. */
	readonly files: readonly string[];
	/** Of files whose name holds their hash. */
	readonly hashed: Headers;
	/** Of all other files. */
	readonly plain: Headers;
	/** Of whatever is not there. */
	readonly missing: Headers;
}

const HASHED = '/_app/immutable/any.js';
const PLAIN = '/embed.js';
const MISSING = "default-src 'none'; frame-ancestors 'none'";

const isFile = (path: string): boolean =>
	/\.[a-z0-9]+$/.test(path) && !/\.(?:html|br|gz)$/.test(path) && !path.startsWith('/_app/');

/** Reads a static build. `ancestors`: who may frame embeds, in the words of `frame-ancestors`. */
export function siteOf(folder: string, ancestors: string): Site {
	const pages = [...policiesIn(folder)].map(([path, policy]) => ({
		path,
		headers: {
			...headersFor(path),
			'content-security-policy': framedBy(path, policy, ancestors)
		}
	}));
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => `${join(entry.parentPath, entry.name).slice(folder.length)}`)
		.map((path) => `/${path.replaceAll('\\', '/').replace(/^\/+/, '')}`);
	return {
		pages: pages.sort((a, b) => (a.path < b.path ? -1 : 1)),
		files: files.filter(isFile).sort(),
		hashed: headersFor(HASHED),
		plain: headersFor(PLAIN),
		missing: { ...headersFor('/'), 'content-security-policy': MISSING }
	};
}

/** `x-frame-options` as it is written by hand: `X-Frame-Options`. */
export const titled = (name: string): string =>
	name.replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());
