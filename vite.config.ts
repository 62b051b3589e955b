import { availableParallelism } from 'node:os';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { ALIASES } from './src/cli/setup/aliases.mjs';
import { launchOptions } from './tests/support/chromium.mjs';

const BROWSER_TESTS = 'src/**/*.svelte.test.ts';
const SSR_TESTS = 'src/**/*.ssr.test.ts';

/**
 * What every page loads, and what pages have in common, as one file each: of its own accord the build
 * makes some thirty files of it, and a phone waits for each.
 */
const SHARED_CHUNKS = [
	{ name: 'framework', test: /node_modules[\\/](svelte|@sveltejs|esm-env|clsx|devalue)[\\/]/ },
	{
		name: 'parts',
		test: /src[\\/]lib[\\/](format|charts[\\/]specs|components[\\/](ui|fields|(Mark|Key|ChartFigure|ChartTable)\.svelte))/,
		minShareCount: 2
	}
];

export default defineConfig({
	plugins: [sveltekit()],
	environments: {
		client: {
			build: { rolldownOptions: { output: { codeSplitting: { groups: SHARED_CHUNKS } } } }
		}
	},
	resolve: { alias: ALIASES },
	// Chunks in workers too: the code of a file is fetched when that file is asked for.
	worker: { format: 'es' },
	test: {
		// All cores: the main process waits for its workers, and on two cores one would run alone.
		maxWorkers: availableParallelism(),
		testTimeout: 120_000, // of patience, not of work: two cores may be busy elsewhere
		hookTimeout: 120_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					// Modules are loaded once a worker: no test changes what another reads in them.
					isolate: false,
					include: [
						'src/**/*.test.ts',
						'tests/{data,support,cli,report,agreement,hosting}/**/*.test.ts'
					],
					exclude: [BROWSER_TESTS, SSR_TESTS]
				}
			},
			{
				extends: true,
				test: { name: 'ssr', environment: 'node', include: [SSR_TESTS] }
			},
			{
				extends: true,
				// Known from the start, so that no test is reloaded when one of them turns up.
				optimizeDeps: { include: ['chart.js', 'decimal.js', 'zod'] },
				test: {
					name: 'browser',
					include: [BROWSER_TESTS],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions: launchOptions() }),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
