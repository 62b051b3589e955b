import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapterNode from '@sveltejs/adapter-node';
import adapterStatic from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

const isStatic = process.env.ADAPTER === 'static';

/** The script that stands in every page, as the layout writes it. */
const theme = createHash('sha256')
	.update(readFileSync(new URL('src/theme.js', import.meta.url)))
	.digest('base64');

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		// Apart from that of the server, whose chunks `npm run size` looks up.
		outDir: isStatic ? '.svelte-kit/static' : '.svelte-kit',
		adapter: isStatic
			? adapterStatic({
					pages: 'build-static/site',
					assets: 'build-static/site',
					strict: false,
					precompress: true
				})
			: adapterNode({ out: 'build', precompress: true }),
		// All styles of a page stand in its HTML: nothing that it waits for before it is painted.
		inlineStyleThreshold: 40_000,
		csp: {
			// Prerendered pages cannot carry nonces.
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', `sha256-${theme}`],
				'style-src': ['self'],
				// The one style attribute allowed is that of SvelteKit's own route announcer.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'object-src': ['none'],
				// A static build has one policy for all pages, and the snippet builder previews an embed.
				'frame-src': [isStatic ? 'self' : 'none'],
				'frame-ancestors': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'meshup-worker']
			}
		},
		// Registered by the pages themselves: an embed in a sandbox may not, and needs nothing kept.
		serviceWorker: { register: false },
		typescript: {
			config: (config) => ({
				...config,
				include: [...config.include, '../*.config.ts', '../src/**/*.mjs', '../tests/**/*.mjs']
			})
		}
	}
};
