import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ALIASES } from './aliases.mjs';
import { ROOT } from './command.mjs';

/** Entries by name, the first of which can be run, and their folder. The server replaces the adapter's own. */
const BUNDLES = {
	cli: {
		entries: { meshup: 'src/cli/meshup.ts', draws: 'src/cli/draws.ts' },
		folder: 'build/cli',
		sweep: true,
		// Each start reads it anew, and short code is read sooner.
		minify: true
	},
	hosting: {
		entries: { main: 'src/cli/hosting/main.ts' },
		folder: '.svelte-kit/hosting',
		sweep: true,
		minify: false
	},
	server: { entries: { index: 'src/cli/server.ts' }, folder: 'build', sweep: false, minify: false }
};

/** @param {typeof BUNDLES[keyof typeof BUNDLES]} bundle */
async function write({ entries, folder, sweep, minify }) {
	const [name] = Object.keys(entries);
	await build({
		configFile: false,
		root: ROOT,
		logLevel: 'error',
		publicDir: false,
		resolve: { alias: [{ find: '$lib', replacement: join(ROOT, 'src/lib') }, ...ALIASES] },
		// The rasteriser is native code: it stays where it was installed.
		// A figure that is read as text is read three times as fast as one that is code.
		json: { stringify: true, namedExports: false },
		ssr: { noExternal: true, external: ['@resvg/resvg-js'] },
		build: {
			ssr: true,
			outDir: folder,
			emptyOutDir: sweep,
			target: 'node20',
			minify,
			rolldownOptions: {
				input: entries,
				output: { entryFileNames: '[name].js', chunkFileNames: `${name}-[hash].js` }
			}
		}
	});
	chmodSync(join(ROOT, folder, `${name}.js`), 0o755);
}

const name = process.argv[2];
if (name !== 'cli' && name !== 'server' && name !== 'hosting') {
	throw new Error('Say which: cli, server or hosting.');
}
await write(BUNDLES[name]);
