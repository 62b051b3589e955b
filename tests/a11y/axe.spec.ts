import { brokenRules } from '../support/axe.ts';
import { PAGES, expect, test } from '../support/page.ts';

/** Both schemes take their colours from the same names at every width: dark is read at one. */
const SCHEMES = { desktop: ['light', 'dark'], tablet: ['light'], mobile: ['light'] } as const;
const isWidth = (name: string): name is keyof typeof SCHEMES => Object.hasOwn(SCHEMES, name);

for (const path of PAGES) {
	test(`${path} breaks no axe rule, in light and, at the desk, in dark`, async ({ page }, {
		project: { name }
	}) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto(path);
		// All of the page is laid out and alive, as for a reader who goes through it.
		await page.mouse.wheel(0, 10);
		await expect(page.locator('.far')).toHaveCount(0);
		for (const colorScheme of isWidth(name) ? SCHEMES[name] : SCHEMES.desktop) {
			await page.emulateMedia({ colorScheme });
			expect([colorScheme, ...(await brokenRules(page))]).toEqual([colorScheme]);
		}
	});
}
