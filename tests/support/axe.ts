import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Shadows at the edges of what scrolls: axe leaves out the contrast of all text above a gradient. */
function withoutGradients(): void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync('*, ::before, ::after { background-image: none !important }');
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

interface Where {
	/** Rules that do not hold here. */
	readonly except?: readonly string[];
	/** A selector, where a part of the page is all that is asked about. */
	readonly within?: string;
}

/** What axe finds wrong in a page and its frames, as `rule: elements`. */
export async function brokenRules(
	page: Page,
	{ except = [], within }: Where = {}
): Promise<readonly string[]> {
	await Promise.all(page.frames().map((frame) => frame.evaluate(withoutGradients)));
	// In one pass, and without the way to each of the thousands of elements that are in order: that
	// takes four times as long as the check itself.
	const axe = new AxeBuilder({ page }).setLegacyMode(true);
	if (within !== undefined) axe.include(within);
	const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
	axe.options({ runOnly: STANDARDS, resultTypes: ['violations'], rules });
	const { violations } = await axe.analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}
