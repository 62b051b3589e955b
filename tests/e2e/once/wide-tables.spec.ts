import { cutTables } from '../../support/cut-tables.ts';
import { expect, test } from '../../support/page.ts';

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
