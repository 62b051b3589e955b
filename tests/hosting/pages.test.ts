import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodePlan } from '../../src/lib/plan/link.ts';
import { launchOptions } from '../support/chromium.mjs';
import { buildStatic, startNginx, type WebServer } from '../support/hosting/web-server.ts';

const BUILD_MS = 400_000;
/** Of patience: the model is fetched, and two cores may be busy elsewhere. */
const SLOW_MS = 60_000;

let server: WebServer;
let browser: Browser;
beforeAll(async () => {
	await buildStatic();
	server = await startNginx();
	browser = await chromium.launch(launchOptions());
}, BUILD_MS);
afterAll(async () => {
	await browser.close();
	await server.stop();
});

/** Opens a page and gives what a clean one never has: errors, breaches of policy, foreign requests. */
async function opened<T>(
	path: string,
	look: (page: Page) => Promise<T>,
	options: BrowserContextOptions = {}
): Promise<{ readonly seen: T; readonly faults: readonly string[] }> {
	const faults: string[] = [];
	const page = await browser.newPage(options);
	page.on('console', (it) => it.type() === 'error' && faults.push(it.text()));
	page.on('pageerror', ({ message }) => faults.push(message));
	page.on('request', (it) => it.url().startsWith(server.origin) || faults.push(it.url()));
	await page.goto(server.origin + path, { waitUntil: 'networkidle' });
	const seen = await look(page);
	await page.close();
	return { seen, faults };
}

const headline = (page: Page): Promise<string> => page.locator('h2').first().innerText();

describe('the static build behind nginx', () => {
	it.each(['/', '/evidence', '/prices', '/method', '/embed/build', '/embed/chart/small'])(
		'shows %s without a fault',
		async (path) => {
			const { seen, faults } = await opened(path, (page) => page.locator('main').innerText());
			expect(faults).toEqual([]);
			expect(seen.length).toBeGreaterThan(100);
		},
		SLOW_MS
	);

	it(
		'reads the plan in the fragment of an embed, which no server sees',
		async () => {
			const state = await encodePlan({ name: 'Checkout', finance: { months: 12 } });
			const { seen, faults } = await opened(`/embed#s=${state}`, async (page) => {
				await page.getByText('Checkout').waitFor();
				return headline(page);
			});
			expect(seen).toMatch(/ costs least: \$[\d.]+k over 12 months$/);
			expect(faults).toEqual([]);
		},
		SLOW_MS
	);

	it.each(['?s=AAAA', '#s=%3Cimg%20src=x%20onerror=alert(1)%3E'])(
		'shows no amount for %s, and why',
		async (state) => {
			const { seen, faults } = await opened(`/embed${state}`, async (page) => {
				await page.getByText('This estimate cannot be shown').waitFor();
				return page.locator('main').innerText();
			});
			expect(seen).not.toContain('$');
			expect(faults).toEqual([]);
		},
		SLOW_MS
	);

	it('tells the figures it was made with to a reader without script, and that they are those', async () => {
		const { seen } = await opened('/embed?s=AAAA', (page) => page.locator('body').innerText(), {
			javaScriptEnabled: false
		});
		expect(seen).toMatch(/costs least: \$[\d.]+k over 36 months/);
		expect(seen).toContain('without script they show the plan they were made with');
	});
});
