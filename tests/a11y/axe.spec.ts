import AxeBuilder from '@axe-core/playwright';
import { PAGES, expect, test } from '../support/page.ts';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const path of PAGES) {
	for (const colorScheme of ['light', 'dark'] as const) {
		test(`${path} breaks no axe rule in ${colorScheme}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.goto(path);
			const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
			const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join()}`);
			expect(found).toEqual([]);
		});
	}
}
