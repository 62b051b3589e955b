import AxeBuilder from '@axe-core/playwright';
import { PAGES, expect, test } from '../support/page.ts';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Both schemes take their colours from the same names at every width: dark is read at one. */
const SCHEMES = { desktop: ['light', 'dark'], tablet: ['light'], mobile: ['light'] } as const;
const isWidth = (name: string): name is keyof typeof SCHEMES => Object.hasOwn(SCHEMES, name);

for (const path of PAGES) {
	test(`${path} breaks no axe rule, in light and, at the desk, in dark`, async ({ page }, {
		project: { name }
	}) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto(path);
		for (const colorScheme of isWidth(name) ? SCHEMES[name] : SCHEMES.desktop) {
			await page.emulateMedia({ colorScheme });
			const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
			const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join()}`);
			expect([colorScheme, ...found]).toEqual([colorScheme]);
		}
	});
}
