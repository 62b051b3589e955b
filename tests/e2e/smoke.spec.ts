import { PAGES, expect, test } from '../support/page.ts';

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
	});
}
