import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/support/chromium.mjs';

/** Widths that the pages are checked at, px. */
const DESKTOP = { width: 1440, height: 900 };
const TABLET = { width: 768, height: 1024 };
const MOBILE = { width: 390, height: 844 };

/** Tests that would say the same at every width run at one only. */
const WIDTH_IS_NOTHING_TO = '**/once/**';

export default defineConfig({
	testDir: 'tests',
	testMatch: '{e2e,a11y}/**/*.spec.ts',
	outputDir: 'test-results',
	globalSetup: './tests/support/server.ts',
	fullyParallel: true,
	forbidOnly: true,
	workers: 2,
	timeout: 240_000, // a long page under axe, on a machine that does other things too
	expect: { timeout: 15_000 },
	reporter: [['line'], ['json', { outputFile: 'reports/playwright.json' }]],
	use: {
		browserName: 'chromium',
		// What pages keep for use without a network would stand between tests and the server.
		serviceWorkers: 'block',
		locale: 'en-GB',
		timezoneId: 'UTC',
		launchOptions: launchOptions()
	},
	projects: [
		{ name: 'desktop', use: { viewport: DESKTOP } },
		{ name: 'tablet', testIgnore: WIDTH_IS_NOTHING_TO, use: { viewport: TABLET } },
		{
			name: 'mobile',
			testIgnore: WIDTH_IS_NOTHING_TO,
			use: { viewport: MOBILE, hasTouch: true }
		}
	]
});
