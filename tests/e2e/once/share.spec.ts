import { expect, test } from '../../support/page.ts';

/** Fetching the model takes long where many tests share few cores. */
const slowly = expect.configure({ timeout: 30_000 });

test('shares the plan as a link, and takes it to the snippets of a wiki', async ({ page }) => {
	await page.goto('/', { waitUntil: 'networkidle' });
	const heading = page.getByRole('heading', { level: 1 });
	const before = (await heading.textContent()) ?? '';
	await page.locator('[name="workload.pods"]').fill('500');
	await slowly(heading).not.toHaveText(before);
	const told = (await heading.textContent()) ?? '';

	await page.getByRole('button', { name: 'Share' }).click();
	const link = page.getByRole('dialog').getByLabel('Link');
	await slowly(link).toHaveValue(/\/#s=\S+$/);
	const address = await link.inputValue();
	await page.getByRole('link', { name: 'make a snippet' }).click();

	await slowly(page).toHaveURL(/\/embed\/build#s=/);
	const state = address.slice(address.indexOf('#s=') + '#s='.length);
	await slowly.poll(() => page.getByLabel('Plain link').inputValue()).toContain(state);

	await page.goto(address, { waitUntil: 'networkidle' });
	await slowly(heading).toHaveText(told);
});

test('shows the preview of a snippet to whoever comes by the menu', async ({ page }) => {
	await page.goto('/evidence', { waitUntil: 'networkidle' });
	await page
		.getByRole('navigation', { name: 'Pages' })
		.getByRole('link', { name: 'Embed' })
		.click();
	await slowly(page).toHaveURL(/\/embed\/build$/);
	const preview = page.frameLocator('iframe');
	await slowly(preview.getByText(/costs least/).first()).toBeVisible();
});
