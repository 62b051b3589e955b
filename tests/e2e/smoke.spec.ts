import { PAGES, expect, test } from '../support/page.ts';

for (const path of PAGES) {
	test(`${path} answers 200 with one heading of the first level`, async ({ page }) => {
		const response = await page.goto(path);
		expect(response?.status()).toBe(200);
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
	});

	test(`${path} never scrolls sideways`, async ({ page }) => {
		await page.goto(path);
		const overflowPx = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(overflowPx).toBe(0);
	});
}

test('a request to another origin is refused and noted', async ({ page, faults }) => {
	await page.goto('/');
	await page.evaluate(() => {
		new Image().src = 'http://127.0.0.1:9/planted.png';
	});
	await expect.poll(() => faults.join()).toContain('planted.png');
	faults.length = 0;
});

test('an inline script that the build did not write is blocked and noted', async ({
	page,
	faults
}) => {
	await page.goto('/');
	await page
		.evaluate(() => {
			const script = document.createElement('script');
			script.setAttribute('src', 'data:text/javascript,planted');
			document.head.append(script);
		})
		.catch((error: unknown) => faults.push(String(error)));
	await expect.poll(() => faults.join()).toMatch(/TrustedScriptURL|Content Security Policy/);
	faults.length = 0;
});
