import { expect, test } from '../../support/page.ts';

// The watch that every other test relies on: each kind of fault is planted here and must be noted.

test('a request to another origin is refused and noted', async ({ page, faults }) => {
	await page.goto('/');
	await page.evaluate(() => {
		new Image().src = 'http://127.0.0.1:9/planted.png';
	});
	await expect.poll(() => faults.join()).toContain('planted.png');
	faults.length = 0;
});

test('a script address that is put in by hand is blocked and noted', async ({ page, faults }) => {
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

test('a console error, an uncaught error and a style attribute are noted', async ({
	page,
	faults
}) => {
	await page.goto('/');
	await page.evaluate(() => {
		console.error('planted message');
		queueMicrotask(() => {
			throw new Error('planted fault');
		});
		document.body.setAttribute('style', 'color: red');
	});
	await expect.poll(() => faults.join()).toContain('planted message');
	await expect.poll(() => faults.join()).toContain('planted fault');
	await expect.poll(() => faults.join()).toContain('inline style');
	faults.length = 0;
});
