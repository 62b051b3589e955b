import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../../support/page.ts';

/** Tells when the page has its script: it begins to listen for paper. */
function tellStart(): void {
	window.addEventListener = new Proxy(window.addEventListener, {
		apply: (listen, self, given: Parameters<typeof window.addEventListener>) => {
			if (given[0] === 'beforeprint') document.documentElement.dataset['started'] = '';
			Reflect.apply(listen, self, given);
		}
	});
}

/** The planner as nobody has touched it yet, not even with a pointer. */
async function untouched(page: Page, path = '/'): Promise<void> {
	await page.addInitScript(tellStart);
	await page.goto(path);
	await expect(page.locator('html')).toHaveAttribute('data-started', '');
}

/** A press that no pointer goes before, such as that of a screen reader. */
const pressAlone = (button: Locator): Promise<void> =>
	button.evaluate((it) => {
		if (it instanceof HTMLElement) it.click();
	});

const sleeping = (page: Page): Locator => page.locator('.far');
const ledger = (page: Page): Locator =>
	page.getByRole('region', { name: 'Line items, as a table' });
const total = (page: Page): Locator => ledger(page).getByRole('row', { name: /Total spend/ });

test('leaves what lies below the screen asleep until a reader does anything', async ({ page }) => {
	await untouched(page);
	// What is in view wakes first, so what would wake by itself has had its turn.
	await page.waitForLoadState('networkidle');
	await expect(sleeping(page)).not.toHaveCount(0);
	await page.mouse.move(200, 200);
	await expect(sleeping(page)).toHaveCount(0);
});

test('hears a press on a number that sleeps', async ({ page }) => {
	await untouched(page);
	await pressAlone(ledger(page).getByRole('row', { name: /Nodes/ }).getByRole('button').nth(1));
	await expect(page.locator('[data-why]')).toHaveText('Nodes');
	await expect(page.locator('[data-why]')).toBeFocused();
});

test('shows another period in a ledger that slept when it was chosen', async ({ page }) => {
	await untouched(page);
	const heads = ledger(page).locator('thead th').first();
	await expect(heads).toContainText('36 months');
	await pressAlone(page.getByRole('radio', { name: 'Month', exact: true }));
	await expect(heads).toContainText('month 1');
	await expect(total(page).getByRole('button')).toHaveCount(6);
});

test('takes what is typed in a field that sleeps', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await untouched(page);
	const answer = page.getByRole('heading', { level: 1 });
	const before = (await answer.textContent()) ?? '';
	await pressAlone(page.getByRole('button', { name: 'Change inputs' }));
	await page.locator('[name="workload.pods"]').fill('500');
	await expect(answer).not.toHaveText(before);
});

test('shows the plan of a link in parts that nobody has scrolled to', async ({ page, context }) => {
	await untouched(page);
	const usual = (await total(page).textContent()) ?? '';
	await page.locator('[name="workload.pods"]').fill('500');
	await expect(page).toHaveURL(/#s=[\w-]{20,}$/);
	await expect(total(page)).not.toHaveText(usual);
	const told = (await total(page).textContent()) ?? '';
	const other = await context.newPage();
	await untouched(other, page.url());
	await expect(total(other)).toHaveText(told);
	await expect(sleeping(other)).toHaveCount(0);
});

test('puts every view on paper though nobody has touched the page', async ({ page }) => {
	await untouched(page);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('tabpanel')).toHaveCount(6);
	await expect(page.getByRole('heading', { name: 'Both ways of billing' })).toBeVisible();
	await expect(page.getByText('Cores for the mesh in month 1').first()).toBeVisible();
	await expect(page.getByText(/worked out \d{4}-\d{2}-\d{2} · http/)).toBeVisible();
});
