import { expect, test as base } from '../../support/page.ts';
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
});
