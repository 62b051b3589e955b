import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../../support/page.ts';

/** Fetching the model takes long where many tests share few cores. */
const slowly = expect.configure({ timeout: 30_000 });

const headingOf = (page: Page): Locator => page.getByRole('heading', { level: 1 });

async function withPods(page: Page, pods: string): Promise<string> {
	const before = (await headingOf(page).textContent()) ?? '';
	await page.locator('[name="workload.pods"]').fill(pods);
	await slowly(headingOf(page)).not.toHaveText(before);
	return (await headingOf(page).textContent()) ?? '';
}

async function plansOf(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: 'Plans', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Plans' });
	await slowly(dialog).toBeVisible();
	return dialog;
}

const file = (name: string, text: string) => ({
	name,
	mimeType: 'application/json',
	buffer: Buffer.from(text)
});

test('keeps a plan by name, renames it, opens it after a reload and deletes it', async ({
	page
}) => {
	await page.goto('/', { waitUntil: 'networkidle' });
	const large = await withPods(page, '900');
	let plans = await plansOf(page);
	await plans.getByLabel('Keep this plan in this browser as').fill('Large');
	await plans.getByRole('button', { name: 'Keep', exact: true }).click();
	await expect(plans.getByText('Kept in this browser: Large.')).toBeVisible();

	await plans.getByRole('button', { name: 'Rename: Large' }).click();
	await plans.getByLabel('New name').fill('Nine hundred');
	await plans.getByRole('button', { name: 'Save name' }).click();
	await expect(plans.getByText('Renamed: Nine hundred.')).toBeVisible();

	await page.goto('/', { waitUntil: 'networkidle' });
	await slowly(headingOf(page)).not.toHaveText(large);
	plans = await plansOf(page);
	await plans.getByRole('button', { name: 'Open: Nine hundred' }).click();
	await slowly(headingOf(page)).toHaveText(large);
	await expect(page.locator('[name="workload.pods"]')).toHaveValue('900');

	plans = await plansOf(page);
	await plans.getByRole('button', { name: 'Delete: Nine hundred' }).click();
	await expect(plans.getByText('Deleted: Nine hundred.')).toBeVisible();
	await expect(plans.getByText('Nothing yet.')).toBeVisible();
});

test('compares two plans line by line and names the cause', async ({ page }) => {
	await page.goto('/', { waitUntil: 'networkidle' });
	let plans = await plansOf(page);
	await plans.getByLabel('Keep this plan in this browser as').fill('Before');
	await plans.getByRole('button', { name: 'Keep', exact: true }).click();
	await page.keyboard.press('Escape');
	await withPods(page, '600');

	plans = await plansOf(page);
	await plans.getByRole('button', { name: 'Compare: Before' }).click();
	const table = plans.getByRole('region', { name: 'Rows that differ' });
	await slowly(table).toBeVisible();
	const nodes = table.getByRole('row').filter({ hasText: 'Nodes' }).first();
	// Pods went from the 300 of the default plan to 600.
	await expect(nodes).toContainText(/300/);
	await expect(nodes).toContainText(/600/);
	await expect(nodes).toContainText('+');

	await page.keyboard.press('Escape');
	await page.locator('[name="workload.pods"]').fill('ten');
	plans = await plansOf(page);
	await expect(plans).toContainText(
		/compared here is the last good plan\.\s.*"ten" is not a number/
	);
});

test('saves a plan as a file and opens it again; a bad file is refused and nothing is lost', async ({
	page
}) => {
	await page.goto('/', { waitUntil: 'networkidle' });
	const told = await withPods(page, '450');
	let plans = await plansOf(page);
	const saved = page.waitForEvent('download');
	await plans.getByRole('button', { name: 'Save as file' }).click();
	const download = await saved;
	expect(download.suggestedFilename()).toMatch(/\.plan\.json$/);
	const text = await readFile(await download.path(), 'utf8');
	expect(JSON.parse(text)).toMatchObject({ workload: { pods: 450 } });

	const opening = plans.getByLabel('Open a file', { exact: true });
	await opening.setInputFiles(file('bad.json', '{"workload":{"pods":-1}}'));
	const alert = plans.getByRole('alert');
	await expect(alert).toContainText('workload.pods');
	await expect(alert).toContainText('-1');
	await page.keyboard.press('Escape');
	await expect(headingOf(page)).toHaveText(told);
	await expect(page.locator('[name="workload.pods"]')).toHaveValue('450');

	await page.goto('/', { waitUntil: 'networkidle' });
	await slowly(headingOf(page)).not.toHaveText(told);
	plans = await plansOf(page);
	await plans.getByLabel('Open a file', { exact: true }).setInputFiles(file('mine.json', text));
	await slowly(headingOf(page)).toHaveText(told);
});

test('takes a rate of exchange from a file, and refuses one without a source', async ({ page }) => {
	await page.goto('/', { waitUntil: 'networkidle' });
	const plans = await plansOf(page);
	const rates = {
		base: 'USD',
		date: '2026-11-20',
		source: 'Bank of Examples',
		rates: { JPY: '150' }
	};
	const opening = plans.getByLabel('Open a file of rates');
	await opening.setInputFiles(file('none.json', JSON.stringify({ ...rates, source: '' })));
	await expect(plans.getByRole('alert')).toContainText('source: It is empty');

	await opening.setInputFiles(file('rates.json', JSON.stringify(rates)));
	await expect(plans.getByText('Bank of Examples, 2026-11-20:')).toBeVisible();
	await plans.getByRole('button', { name: 'Use this rate' }).click();
	await slowly(plans.getByText('1 USD = 150 JPY on 2026-11-20 (Bank of Examples)')).toBeVisible();
	await page.keyboard.press('Escape');
	await slowly(headingOf(page)).toContainText('¥');
});
