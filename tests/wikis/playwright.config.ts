import { defineConfig } from '@playwright/test';
import { launchOptions } from '../support/chromium.mjs';

/** `npm run test:wikis`: apart from all other tests, for it fetches two wikis from the Debian archive. */
export default defineConfig({
	testDir: '.',
	testMatch: '*.spec.ts',
	outputDir: '../../test-results/wikis',
	workers: 1,
	timeout: 300_000,
	expect: { timeout: 15_000 },
	reporter: [['list']],
	use: {
		browserName: 'chromium',
		viewport: { width: 1100, height: 800 },
		launchOptions: launchOptions()
	}
});
