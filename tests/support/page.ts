import { expect, test as base } from '@playwright/test';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { ADDRESS } from './server.ts';

/** Every page of the app; a new one is added here and is then covered by all sweeps. */
export const PAGES = ['/', '/evidence', '/prices', '/method', '/embed/build'] as const;

const address = process.env[ADDRESS] ?? '';

/** Notes whatever a clean page never does. */
function watch(page: Page, faults: string[]): void {
	page.on('console', (message) => {
		// A blocked style, script or request is reported here too, as an error.
		if (message.type() === 'error') faults.push(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
}

/** Refuses and notes every request that would leave the server under test. */
async function stayHome(context: BrowserContext, home: string, faults: string[]): Promise<void> {
	await context.route(
		(url) => url.protocol.startsWith('http') && url.origin !== home,
		(route) => {
			faults.push(`request: ${route.request().url()}`);
			return route.abort();
		}
	);
}

/**
 * Playwright's test, failing on any console error, uncaught error, breach of the content policy or
 * request to another origin. `faults` is what was noted so far; a test that plants one empties it.
 */
export const test = base.extend<{ faults: string[] }>({
	// The server's port is known only once it runs, so it cannot stand in the configuration.
	// eslint-disable-next-line no-empty-pattern -- Playwright reads fixtures off this pattern
	baseURL: async ({}, use) => use(address),
	faults: [
		async ({ context, baseURL }, use) => {
			const faults: string[] = [];
			context.on('page', (page) => watch(page, faults));
			await stayHome(context, new URL(baseURL ?? address).origin, faults);
			await use(faults);
			if (faults.length > 0) throw new Error(`The page is not clean:\n${faults.join('\n')}`);
		},
		{ auto: true }
	]
});

/**
 * Presses a button until what it brings is there: before the page has its script a press says nothing,
 * and what it brings may cover the button before the next press.
 */
export async function press(button: Locator, brings: Locator): Promise<void> {
	await expect(async () => {
		if (await brings.isHidden()) await button.click({ timeout: 1000 });
		await expect(brings).toBeVisible({ timeout: 2000 });
	}).toPass();
}

export { expect };
