import type { Page } from '@playwright/test';
import { PAGES, expect, test } from '../support/page.ts';

/** Tables that are cut off: by the region that scrolls them, and whether it says so at its edge. */
const cutTables = (page: Page): Promise<readonly { name: string; isSigned: boolean }[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll('table')].flatMap((table) => {
			const region = table.closest('[role="region"][tabindex="0"][aria-label]');
			const room = region?.clientWidth ?? table.parentElement?.clientWidth ?? 0;
			if (table.offsetParent === null || table.offsetWidth <= room + 1) return [];
			const sign = region?.parentElement;
			const isSigned = sign ? getComputedStyle(sign, '::after').content.includes('›') : false;
			return [{ name: region?.ariaLabel ?? 'a table that nothing scrolls', isSigned }];
		})
	);

for (const path of PAGES) {
	test(`${path} answers 200 with one heading of the first level and never scrolls sideways`, async ({
		page
	}) => {
		const response = await page.goto(path);
		expect(response?.status()).toBe(200);
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
		const overflowPx = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(overflowPx).toBe(0);
		await expect
			.poll(async () => (await cutTables(page)).filter(({ isSigned }) => !isSigned))
			.toEqual([]);
	});

	test(`${path} moves nothing that is painted while its script comes`, async ({ page }) => {
		await page.addInitScript(() => {
			const watch = new PerformanceObserver((list) => {
				const moved = list
					.getEntries()
					.map((entry) => ('value' in entry ? Number(entry.value) : 0));
				const before = Number(document.documentElement.dataset['moved'] ?? 0);
				document.documentElement.dataset['moved'] = String(Math.max(before, ...moved));
			});
			watch.observe({ type: 'layout-shift', buffered: true });
		});
		await page.goto(path, { waitUntil: 'networkidle' });
		// What counts as good; a header whose style comes late moves everything by 0.2 and more.
		const moved = await page.evaluate(() => document.documentElement.dataset['moved'] ?? '0');
		expect(Number(moved)).toBeLessThan(0.1);
	});
}

test('a table that is cut off scrolls by the keyboard and says which edge hides columns', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/prices');
	await expect
		.poll(() => cutTables(page))
		.toEqual([
			{ name: 'Figures by file', isSigned: true },
			{ name: 'Figures', isSigned: true }
		]);
	const region = page.getByRole('region', { name: 'Figures by file' });
	const file = region.getByRole('rowheader').first();
	const before = await file.boundingBox();
	await region.focus();
	for (let press = 0; press < 12; press++) await page.keyboard.press('ArrowRight');
	await expect
		.poll(() => region.evaluate((it) => it.scrollWidth - it.clientWidth - it.scrollLeft))
		.toBeLessThanOrEqual(1);
	await expect
		.poll(async () => (await cutTables(page)).find(({ name }) => name === 'Figures by file'))
		.toEqual({ name: 'Figures by file', isSigned: false });
	expect((await file.boundingBox())?.x).toBe(before?.x);
});
