import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ALIASES } from './aliases.mjs';
import { ROOT } from './command.mjs';

/** Entry, and where its bundle goes. The server takes the place of the adapter's own. */
const BUNDLES = {
	cli: { entry: 'src/cli/meshup.ts', folder: 'build/cli', file: 'meshup.js', sweep: true },
	hosting: {
		entry: 'src/cli/hosting/main.ts',
		folder: '.svelte-kit/hosting',
		file: 'main.js',
		sweep: true
	},
	server: { entry: 'src/cli/server.ts', folder: 'build', file: 'index.js', sweep: false }
};

/** @param {typeof BUNDLES[keyof typeof BUNDLES]} bundle */
async function write({ entry, folder, file, sweep }) {
	await build({
		configFile: false,
		root: ROOT,
		logLevel: 'error',
		publicDir: false,
		resolve: { alias: [{ find: '$lib', replacement: join(ROOT, 'src/lib') }, ...ALIASES] },
		// The rasteriser is native code: it stays where it was installed.
		ssr: { noExternal: true, external: ['@resvg/resvg-js'] },
		build: {
			ssr: entry,
			outDir: folder,
			emptyOutDir: sweep,
			target: 'node20',
			rolldownOptions: {
				output: { entryFileNames: file, chunkFileNames: `${file.replace(/\.js$/, '')}-[hash].js` }
			}
		}
	});
	chmodSync(join(ROOT, folder, file), 0o755);
}

const name = process.argv[2];
if (name !== 'cli' && name !== 'server' && name !== 'hosting') {
	throw new Error('Say which: cli, server or hosting.');
}
await write(BUNDLES[name]);
