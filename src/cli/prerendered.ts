import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const META = /<meta http-equiv="content-security-policy" content="([^"]*)">/i;

/** Undoes the escapes that an HTML attribute in double quotes needs. */
function unescape(attribute: string): string {
	return attribute
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
}

/** `method.html` is asked for as `/method`, `index.html` as `/`. */
function toPath(file: string): string {
	const path = `/${file.replaceAll('\\', '/').replace(/\.html$/, '')}`;
	return path.replace(/(^|\/)index$/, '') || '/';
}

/**
 * The content policy that the build wrote into each prerendered page, by path, so that the server
 * can send it as a header too: hashes differ from page to page.
 */
export function policiesIn(folder: string): ReadonlyMap<string, string> {
	const policies = new Map<string, string>();
	for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (!file.endsWith('.html')) continue;
		const policy = META.exec(readFileSync(join(folder, file), 'utf8'))?.[1];
		if (policy !== undefined) policies.set(toPath(file), unescape(policy));
	}
	return policies;
}
