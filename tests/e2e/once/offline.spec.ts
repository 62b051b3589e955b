import { expect, test as base } from '../../support/page.ts';
import type { Page } from '@playwright/test';
import { frontOf, type Front } from '../../support/front.ts';
import { serveBuild, type Served } from '../../support/serve-build.mjs';

/** A server of the test's own, so that it can be taken away. */
const test = base.extend<{ served: Served }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads fixtures off this pattern
	served: async ({}, use) => {
		const served = await serveBuild();
		await use(served);
		await served.stop();
	},
	baseURL: async ({ served }, use) => use(served.origin)
});
test.use({ serviceWorkers: 'allow' });

const slowly = expect.configure({ timeout: 60_000 });

test('works without a network once it was loaded: answer, other pages, files', async ({
	page,
	served,
	faults
}) => {
	test.slow();
	await page.goto(served.origin, { waitUntil: 'networkidle' });
	await page.mouse.move(200, 200);
	await page.mouse.move(220, 220);
	await slowly(page.getByText('It works without a network from here on.')).toBeAttached();
	await served.stop();

	await page.reload();
	const heading = page.getByRole('heading', { level: 1 });
	const before = (await heading.textContent()) ?? '';
	const pods = page.locator('[name="workload.pods"]');
	// What is typed before the page has its script is not heard.
	await pods.focus();
	await slowly(page.locator('[data-model="ready"]')).toBeVisible();
	await pods.fill('500');
	await slowly(heading).not.toHaveText(before);
	await slowly(page.getByText(/5,000 futures/)).toBeVisible();

	await page.getByRole('button', { name: 'Export' }).click();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save: CSV for a spreadsheet' }).click();
	expect((await download).suggestedFilename()).toMatch(/\.csv$/);
	await page.keyboard.press('Escape');

	await page
		.getByRole('navigation', { name: 'Pages' })
		.getByRole('link', { name: 'Prices' })
		.click();
	await slowly(
		page.getByRole('heading', { name: 'Every figure, with its source and age' })
	).toBeVisible();
	// Nothing was missing: without a network a part that is not kept shows as an error.
	expect(faults).toEqual([]);

	// The builder is rendered by the server; of it all but the preview of an embed is kept.
	await page.goto(`${served.origin}/embed/build`);
	await slowly(page.getByLabel('Plain link')).toHaveValue(`${served.origin}/`);
	faults.length = 0;
});

const PART = '_app/immutable/chunks/second.js';
const KEPT = 'It works without a network from here on.';

/** Loads the page anew and lets it be kept: a reader moves the pointer over it. */
async function visit(page: Page, address: string): Promise<void> {
	await page.goto('about:blank');
	await page.goto(address, { waitUntil: 'networkidle' });
	await page.mouse.move(200, 200);
	await page.mouse.move(220, 220);
}

const keptPaths = (page: Page): Promise<readonly string[]> =>
	page.evaluate(async () => {
		const store = await caches.open('meshup');
		return (await store.keys()).map(({ url }) => new URL(url).pathname.slice(1));
	});

/** The pages come by way of a server that may give other answers than the build. */
const fronted = test.extend<{ front: Front }>({
	front: async ({ served }, use) => {
		const front = await frontOf(served.origin);
		await use(front);
		await front.stop();
	},
	baseURL: async ({ front }, use) => use(front.address)
});

fronted('keeps a second deployment whole, and the first until then', async ({ page, front }) => {
	fronted.slow();
	await visit(page, front.address);
	await slowly(page.getByText(KEPT)).toBeAttached();
	const answer = await fetch(`${front.address}/offline.json`);
	const first: readonly string[] = await answer.json();
	// What makes files: the page in use does not ask for it, which would put it back.
	const dropped = first.find((path) => /\/workers\/files\.worker-/.test(path)) ?? '';
	expect(await keptPaths(page)).toEqual(expect.arrayContaining([dropped, 'method']));

	// The second lists a part that is not there yet: it is not put in place.
	const second = [...first.filter((path) => path !== dropped), PART];
	front.own.set('/offline.json', JSON.stringify(second));
	front.own.set('/method', '<link rel="icon" href="data:,"><h1>The second method</h1>');
	await visit(page, front.address);
	await expect.poll(() => front.asked.includes(`/${PART}`), { timeout: 60_000 }).toBe(true);
	const method = (): Promise<string | undefined> =>
		page.evaluate(async () => (await (await caches.open('meshup')).match('/method'))?.text());
	expect(await method()).toContain('How every number is worked out');
	expect(await keptPaths(page)).toContain(dropped);

	// Now it is there: new pages and parts are kept, and what no list names is dropped.
	front.own.set(`/${PART}`, 'export {};');
	await visit(page, front.address);
	await slowly(page.getByText(KEPT)).toBeAttached();
	const paths = await keptPaths(page);
	expect(paths).toContain(PART);
	expect(paths).not.toContain(dropped);
	await front.stop();
	await page.goto(`${front.address}/method`);
	await expect(page.getByRole('heading', { name: 'The second method' })).toBeVisible();
});
