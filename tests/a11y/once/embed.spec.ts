import { brokenRules } from '../../support/axe.ts';
import { expect, test } from '../../support/page.ts';

/** An embed begins at h2, for it stands in a page that has an h1. */
const NOT_IN_A_FRAME = ['page-has-heading-one'];
const NARROW = { width: 320, height: 900 };

for (const path of ['/embed', '/embed/chart', '/embed/sliders', '/embed?s=AAAA']) {
	test(`${path} breaks no axe rule at 320 px, light and dark, its sources open`, async ({
		page
	}) => {
		await page.setViewportSize(NARROW);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.goto(path);
			const sources = page.getByRole('button', { name: 'Sources' });
			for (const isOpen of (await sources.count()) === 0 ? [false] : [false, true]) {
				if (isOpen) await sources.click();
				const found = await brokenRules(page, { except: NOT_IN_A_FRAME });
				expect([colorScheme, isOpen, found]).toEqual([colorScheme, isOpen, []]);
			}
		}
	});
}
