import { brokenRules } from '../../support/axe.ts';
import { expect, test } from '../../support/page.ts';

// What the sweeps rely on: each kind of fault is planted here and must be found.

test('a picture without a name is found in a page and in its frame', async ({ page }) => {
	await page.goto('/embed/build');
	const planted = 'planted.png';
	await page.route(`**/${planted}`, (route) => route.fulfill({ contentType: 'image/png' }));
	await expect.poll(() => page.frames().length).toBe(2);
	for (const frame of page.frames()) {
		await frame.locator('main').first().waitFor();
		await frame.evaluate((src) => {
			const image = new Image();
			image.src = src;
			document.querySelector('main')?.append(image);
		}, planted);
	}
	const [found = '', ...others] = await brokenRules(page);
	expect(found.split(planted)).toHaveLength(3);
	expect(found).toMatch(/^image-alt: /);
	expect(others).toEqual([]);
});

test('a pale figure in a table that scrolls is found', async ({ page }) => {
	await page.goto('/');
	const table = page.getByRole('region', { name: 'Line items, as a table' });
	const cell = table.locator('tbody td').first();
	await cell.evaluate((it: HTMLElement) => it.style.setProperty('color', '#ddd'));
	const found = await brokenRules(page, { within: '[aria-label="Line items, as a table"]' });
	expect(found.map((fault) => fault.split(':')[0])).toEqual(['color-contrast']);
});
