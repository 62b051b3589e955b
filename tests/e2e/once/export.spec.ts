import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, press, test } from '../../support/page.ts';

/** Opens the sheet of exports, once the page answers. */
async function sheet(page: Page): Promise<void> {
	await page.goto('/');
	await press(
		page.getByRole('button', { name: 'Export' }),
		page.getByRole('dialog', { name: 'Export' })
	);
}

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
	const [file] = await Promise.all([
		page.waitForEvent('download', { timeout: 60_000 }),
		page.getByRole('button', { name: button }).click()
	]);
	return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test('makes the same bytes as the command line: PDF, workbook, CSV, FOCUS, JSON, Markdown', async ({
	page
}) => {
	await sheet(page);
	// Both without an address: this page stands on the computer that looks at it.
	const fromTerminal = (format: string): Buffer =>
		execFileSync(process.execPath, ['build/cli/meshup.js', 'estimate', '--format', format], {
			maxBuffer: 64 * 1024 * 1024
		});
	const pairs = [
		['Save: PDF report', fromTerminal('pdf')],
		['Save: Workbook (XLSX)', fromTerminal('xlsx')],
		['Save: CSV for a spreadsheet', fromTerminal('csv')],
		['Save: CSV for programs', fromTerminal('data-csv')],
		['Save: FOCUS-shaped CSV', fromTerminal('focus')],
		['Save: Report (JSON)', fromTerminal('json')],
		['Save: Markdown', fromTerminal('md')],
		['SVG: Chart', fromTerminal('svg')]
	] as const;
	const names = new Set<string>();
	for (const [button, bytes] of pairs) {
		const file = await saved(page, button);
		expect(file.name).toMatch(/^mesh-cost_service-mesh-plan_\d{4}-\d{2}-\d{2}_USD\.[a-z.-]+$/);
		names.add(file.name);
		expect(`${button}: ${file.bytes.equals(bytes) ? 'same' : 'other'} bytes`).toBe(
			`${button}: same bytes`
		);
	}
	expect(names.size).toBe(pairs.length);
});

test('saves a chart as PNG, and copies Markdown by keyboard alone', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await sheet(page);
	const { name, bytes } = await saved(page, 'PNG: Chart');
	expect(name).toMatch(/\.cost\.png$/);
	expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
	await page.getByRole('button', { name: 'Copy: Markdown' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText(/^Copied: \d+ characters/)).toBeVisible({ timeout: 30_000 });
	const text = await page.evaluate(() => navigator.clipboard.readText());
	expect(text).toMatch(/^### Service mesh plan\n/);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Export' })).toBeFocused();
});

test('answers the keyboard while a PDF is made, and gives it up when asked', async ({ page }) => {
	await sheet(page);
	// The code of the worker never comes: what is made stays under way.
	await page.route('**/workers/**', () => undefined);
	await page.getByRole('button', { name: 'Save: PDF report' }).click();
	const cancel = page.getByRole('button', { name: 'Cancel' });
	await expect(cancel).toBeVisible();
	await expect(page.getByRole('progressbar')).toBeVisible();
	await cancel.click();
	await expect(cancel).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Save: PDF report' })).toBeEnabled();
});
