import { expect, press, test } from '../../support/page.ts';

test('finds the price of a node by its name among more than 20,000 figures', async ({ page }) => {
	await page.goto('/prices', { waitUntil: 'networkidle' });
	await page.getByLabel('Search').fill('m7i.2xlarge on demand');
	const rows = page.getByRole('region', { name: 'Figures', exact: true }).locator('tbody tr');
	await expect(rows).toHaveCount(1);
	await expect(rows.first()).toContainText('USD per node-hour');
	await expect(rows.first().getByRole('link')).toHaveAttribute('href', /^https:/);
});

test('shows the table of the article with what speaks against it', async ({ page }) => {
	await page.goto('/evidence#article');
	const article = page.locator('#article');
	await expect(article).toContainText('1000 requests/s');
	await expect(article.getByRole('listitem').first()).toBeVisible();
});

test('prints the formula of every spend row of the ledger on the method page', async ({ page }) => {
	await page.goto('/method');
	for (const row of ['infra.compute', 'infra.network.overhead', 'support.run', 'support.licence']) {
		await expect(page.locator(`[id="step-${row}"] pre`).first()).not.toBeEmpty();
	}
});

test('prints on the method page what one cloud or runtime alone has, and whose it is', async ({
	page
}) => {
	await page.goto('/method');
	const step = (id: string) => page.locator(`[id="step-${id}"]`);
	await expect(step('taskProxy.cpuReserved')).toContainText('Amazon ECS Service Connect');
	await expect(step('taskProxy.step1').locator('pre')).toContainText('aboveReceivedRps');
	await expect(step('infra.meshFee')).toContainText('Google Cloud Service Mesh');
});

test('keeps the dark theme chosen on one page on the next', async ({ page }) => {
	await page.goto('/prices');
	const theme = (name: string) => page.getByRole('button', { name: new RegExp(`^${name} theme`) });
	await press(theme('System'), theme('Light'));
	await press(theme('Light'), theme('Dark'));
	await page.goto('/method');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
