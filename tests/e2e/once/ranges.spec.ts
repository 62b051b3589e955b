import type { Page } from '@playwright/test';
import { expect, test } from '../../support/page.ts';

/** Fetching the model and drawing take long where many tests share few cores. */
const slowly = expect.configure({ timeout: 60_000 });

const pods = (page: Page) => page.locator('[name="workload.pods"]');
const doubt = (page: Page) => page.locator('[data-doubt]');
/** What was said before stands there unseen while new ranges are drawn. */
const settled = (page: Page) => doubt(page).getByText('5,000 futures').filter({ visible: true });

async function open(page: Page, path = '/'): Promise<void> {
	await page.goto(path);
	await pods(page).focus();
	await slowly(page.locator('[data-model="ready"]')).toBeVisible();
}

test('says how sure the answer is in the first HTML, without script', async ({
	browser,
	baseURL
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(baseURL ?? '');
	await expect(doubt(page)).toHaveText(/costs least in [\w ]*\d+ of 100 futures/);
	await expect(doubt(page)).toContainText(/P10–P90: \$[\d.]+k – \$[\d.]+k/);
	const table = page.getByRole('region', { name: 'Ranges and chances, as a table' });
	await expect(table.getByRole('row')).toHaveCount(7);
	await context.close();
});

test('draws new ranges for another plan, and none while points alone are wanted', async ({
	page
}) => {
	await open(page);
	const before = (await doubt(page).textContent()) ?? '';
	await pods(page).fill('900');
	await slowly(doubt(page)).toContainText('Drawing the ranges…');
	await slowly(doubt(page)).not.toContainText('Drawing');
	await slowly(settled(page)).toBeVisible();
	await slowly(doubt(page)).not.toHaveText(before);
	await slowly(page).toHaveURL(/#s=/);
	const earlier = page.url();
	await page.getByLabel('Points only').check();
	await slowly(doubt(page)).toContainText('no ranges are drawn');
	await slowly(page).not.toHaveURL(earlier);
	const shared = page.url();
	await page.goto('about:blank');
	await page.goto(shared);
	await slowly(page.getByLabel('Points only')).toBeChecked();
	await expect(page.getByText('P10–P90:')).toBeHidden();
});

test('keeps the room of what it said while new ranges are drawn: the chart stays where it was', async ({
	page
}) => {
	let release = (): void => undefined;
	const held = new Promise<void>((done) => (release = done));
	await page.route('**/workers/ranges*', async (route) => {
		await held;
		await route.continue();
	});
	await open(page);
	const views = page.getByRole('tablist', { name: 'Views' });
	const before = await views.boundingBox();
	await pods(page).fill('310');
	await slowly(doubt(page).getByText('Drawing the ranges…')).toBeVisible();
	expect(await views.boundingBox()).toEqual(before);
	release();
	await slowly(doubt(page).getByText('Drawing the ranges…')).toBeHidden();
});

test('is three lines on a phone, and all of it on request', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/');
	const more = doubt(page).getByRole('button', { name: 'More on how sure this is' });
	const points = page.getByLabel('Points only');
	await expect(points).toBeHidden();
	const folded = (await doubt(page).boundingBox())?.height ?? 0;
	await slowly(async () => {
		await more.click();
		await expect(points).toBeVisible({ timeout: 500 });
	}).toPass();
	const whole = (await doubt(page).boundingBox())?.height ?? 0;
	expect(folded).toBeLessThan(whole - 80);
	for (const name of ['Cost', 'What moves it', 'Break-even']) {
		const box = await page.getByRole('tab', { name, exact: true }).boundingBox();
		expect((box?.x ?? 400) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
	}
});

test('draws 10,000 futures on request and lets 50,000 be called off', async ({ page }) => {
	await open(page);
	await slowly(settled(page)).toBeVisible();
	await page.getByRole('button', { name: 'Draw 50,000' }).click();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(doubt(page)).toContainText('5,000 futures');
	await page.getByRole('button', { name: 'Draw 10,000' }).click();
	await slowly(doubt(page)).toContainText('10,000 futures, seed 1');
});

test('leads by keyboard from the widest bar to its input, its source and its change', async ({
	page
}) => {
	await open(page);
	await page.getByRole('tab', { name: 'Cost' }).focus();
	await page.keyboard.press('End');
	await page.keyboard.press('ArrowLeft');
	await expect(page.getByRole('tab', { name: 'What moves it' })).toBeFocused();
	const figure = page.getByRole('figure', { name: 'What moves it' });
	await slowly(figure).toContainText(/People lead: “.+” alone moves it from \$[\d.]+k to/);
	await figure.getByRole('button', { name: 'Show as a table' }).click();
	await expect(figure.getByRole('table').getByRole('row')).toHaveCount(13);
	const bar = figure.getByRole('listitem').first().getByRole('button');
	await bar.focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-why]').last()).toBeFocused();
	await page.getByRole('button', { name: 'Change it or its range' }).last().click();
	await page
		.getByLabel(/^Low end of/)
		.last()
		.fill('0.2');
	await page
		.getByLabel(/^High end of/)
		.last()
		.fill('0.3');
	await page.getByRole('button', { name: 'Apply' }).last().click();
	await slowly(page.getByText('(0.2 to 0.3)')).toBeVisible();
});

test('finds where two options cost the same, over one thing and then another', async ({ page }) => {
	await open(page);
	await page.getByRole('tab', { name: 'Break-even' }).click();
	const figure = page.getByRole('figure');
	await slowly(figure).toContainText(/Below [\d,]+ pods \w.* is cheaper, above it /);
	await page.getByLabel('over', { exact: true }).selectOption({ label: 'Cost of an hour of work' });
	await slowly(figure).toContainText(/USD per hour|\$[\d.]+ per hour/);
	await figure.getByRole('button', { name: 'Show as a table' }).click();
	await expect(figure.getByRole('table').getByRole('row')).toHaveCount(65);
});

test('shades where eight of ten futures of an option lie, with the months in which it changes', async ({
	page
}) => {
	await open(page);
	await page.getByRole('tab', { name: 'Over time' }).click();
	const figure = page.getByRole('figure');
	await slowly(figure).toContainText(/eight of ten futures/);
	await figure.getByRole('button', { name: 'Show as a table' }).click();
	await expect(figure.getByRole('columnheader', { name: /P10–P90, low/ })).toBeVisible();
	const changes = page.getByRole('region', { name: 'What changes when, as a table' });
	await expect(changes.getByRole('row')).toHaveCount(6);
});

test('takes a range of one’s own beside a number, names a bad end and keeps it in the link', async ({
	page
}) => {
	await open(page);
	await page.locator('[name="workload.growthPodsMonthly"]').fill('3');
	await page.getByRole('button', { name: 'own range for Growth in pods' }).click();
	const high = page.getByLabel('High end of Growth in pods');
	await expect(page.getByLabel('Low end of Growth in pods')).toBeFocused();
	await expect(high).toHaveValue('');
	await slowly(page).toHaveURL(/#s=/);
	const begun = page.url();
	await page
		.getByRole('button', { name: 'A fifth less to a fifth more for Growth in pods' })
		.click();
	await expect(high).toHaveValue('3.6');
	await slowly(page).not.toHaveURL(begun);
	const earlier = page.url();
	await high.fill('1');
	await slowly(page.getByText('The high end lies at or above the value')).toBeVisible();
	await high.fill('8');
	await slowly(page).not.toHaveURL(earlier);
	const shared = page.url();
	await page.goto('about:blank');
	await page.goto(shared);
	await slowly(high).toHaveValue('8');
});

test('closes ends that were begun in a plan when another takes its place', async ({ page }) => {
	await open(page);
	await pods(page).focus();
	await page.getByRole('button', { name: 'own range for Pods in the mesh' }).click();
	const low = page.getByLabel('Low end of Pods in the mesh');
	await expect(low).toBeFocused();
	await page.getByText('Large', { exact: true }).click();
	await slowly(pods(page)).not.toHaveValue('300');
	await expect(low).toBeHidden();
});

test('leaves no stale range after a thousand steps of a slider, and the heap within 5 MB', async ({
	page
}) => {
	await open(page);
	await slowly(settled(page)).toBeVisible();
	const heap = async (): Promise<number> => {
		const session = await page.context().newCDPSession(page);
		await session.send('HeapProfiler.collectGarbage');
		const { usedSize } = await session.send('Runtime.getHeapUsage');
		await session.detach();
		return usedSize;
	};
	const slide = (steps: number) =>
		page.getByLabel('Pods in the mesh, slider').evaluate(async (slider, count) => {
			if (!(slider instanceof HTMLInputElement)) throw new Error('no slider');
			for (let step = 1; step <= count; step++) {
				// No step is of the plan before it.
				slider.value = String(100 + (step % 211));
				slider.dispatchEvent(new Event('input', { bubbles: true }));
				await new Promise(requestAnimationFrame);
			}
		}, steps);
	await slide(50);
	await slowly(settled(page)).toBeVisible();
	const before = await heap();
	await slide(1000);
	await slowly(settled(page)).toBeVisible();
	const shown = await doubt(page).innerText();
	const answer = await page.getByRole('heading', { level: 1 }).innerText();
	// Answers that come late, to each of a thousand plans, are in state/ranges/ranges.test.ts.
	expect(Math.abs((await heap()) - before)).toBeLessThan(5e6);
	await slowly(page).toHaveURL(/#s=/);
	const shared = page.url();
	await page.goto('about:blank');
	await page.goto(shared);
	await slowly(page.getByRole('heading', { level: 1 })).toHaveText(answer, { useInnerText: true });
	await slowly(doubt(page)).toHaveText(shown, { useInnerText: true });
});
