import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Copies that a server picks by itself, what other sites read, and pictures for this page's visitors. */
const LEFT_OUT =
	/\.(br|gz)$|^(embed|schema|api|oembed)([/.-]|$)|^_app\/version\.json$|^(offline\.json|service-worker\.js|screenshot\.png)$/;
/** The builder is a page like the others, though it lies beside the embeds. */
const KEPT_ALL_THE_SAME = /^embed\/build/;

/**
 * Paths of everything that a reader of the pages may need without a network, as a browser asks for
 * them: a page without its ending, the first page as the empty path.
 *
 * @param {readonly string[]} folders of a build
 * @param {readonly string[]} [rendered] pages that no folder holds: a server renders them when asked
 * @returns {readonly string[]} sorted, each once
 */
export function offlinePaths(folders, rendered = []) {
	const found = folders.filter(existsSync).flatMap((folder) =>
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) =>
				join(entry.parentPath, entry.name)
					.slice(folder.length + 1)
					.replaceAll('\\', '/')
			)
	);
	const kept = found.filter(
		(path) => !LEFT_OUT.test(path) || (KEPT_ALL_THE_SAME.test(path) && !/\.(br|gz)$/.test(path))
	);
	return [
		...new Set([
			...rendered,
			...kept.map((path) => path.replace(/(^|\/)index\.html$/, '').replace(/\.html$/, ''))
		])
	].sort();
}

/**
 * Writes the list that the service worker reads.
 *
 * @param {readonly string[]} folders of a build
 * @param {string} out folder that the site is served from
 * @param {readonly string[]} [rendered] pages that a server renders when asked
 */
export function writeOfflineList(folders, out, rendered) {
	writeFileSync(join(out, 'offline.json'), `${JSON.stringify(offlinePaths(folders, rendered))}\n`);
}
