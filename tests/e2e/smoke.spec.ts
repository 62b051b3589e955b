import { cutTables } from '../support/cut-tables.ts';
import { PAGES, expect, test } from '../support/page.ts';

/** Notes the largest shift of the layout, from the first paint on. */
function watchShifts(): void {
	const watch = new PerformanceObserver((list) => {
		const moved = list.getEntries().map((entry) => ('value' in entry ? Number(entry.value) : 0));
		const before = Number(document.documentElement.dataset['moved'] ?? 0);
		document.documentElement.dataset['moved'] = String(Math.max(before, ...moved));
	});
	watch.observe({ type: 'layout-shift', buffered: true });
}

for (const path of PAGES) {
	test(`${path} answers 200 with one main heading, keeps to its width and moves nothing painted`, async ({
		page
	}) => {
		await page.addInitScript(watchShifts);
		const response = await page.goto(path, { waitUntil: 'networkidle' });
		expect(response?.status()).toBe(200);
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
		const overflowPx = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(overflowPx).toBe(0);
		// Tables below the first screen get their signs once a reader sets out for them.
		await page.mouse.wheel(0, 10);
		await expect
			.poll(async () => (await cutTables(page)).filter(({ isSigned }) => !isSigned))
			.toEqual([]);
		// What counts as good; a header whose style comes late moves everything by 0.2 and more.
		const moved = await page.evaluate(() => document.documentElement.dataset['moved'] ?? '0');
		expect(Number(moved)).toBeLessThan(0.1);
	});
}
