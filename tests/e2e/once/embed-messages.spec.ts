import type { Page } from '@playwright/test';
import { readHeight } from '../../../src/lib/embed/protocol.ts';
import { expect, test } from '../../support/page.ts';

const HOST = `<!doctype html><meshup-estimate src="/embed/chart" title="Estimate" height="200"
	>link</meshup-estimate><script src="/embed.js"></script><script>
	window.heard = [];
	addEventListener('message', ({ data }) => heard.push(data));
	</script>`;

test.beforeEach(async ({ page }) => {
	await page.route('**/host', (route) => route.fulfill({ contentType: 'text/html', body: HOST }));
	await page.goto('/host');
	await expect.poll(() => heightOf(page)).toBeGreaterThan(400);
});

const heightOf = (page: Page): Promise<number> =>
	page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height);

test('the loader makes the frame as tall as its content, with nothing left to scroll', async ({
	page
}) => {
	const inside = await page
		.frameLocator('iframe')
		.locator('html')
		.evaluate((root) => [root.scrollHeight, root.clientHeight]);
	expect(inside[0]).toBe(inside[1]);
});

test('each message of the embed is a height to the letter, or one for AMP loaders', async ({
	page
}) => {
	const heard = await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
	expect(heard.length).toBeGreaterThan(1);
	for (const message of heard) {
		const isAmp = typeof message === 'object' && message !== null && 'sentinel' in message;
		if (!isAmp) expect(readHeight(message)?.height).toBeGreaterThan(400);
	}
});

test('200 hostile messages change nothing, neither in the host nor in the embed', async ({
	page
}) => {
	const before = await heightOf(page);
	await page.evaluate(() => {
		const frame = document.querySelector('iframe');
		for (let at = 0; at < 100; at++) {
			const message = [
				{ type: 'meshup:height', v: 1, id: 'meshup-1', height: 3000 + at },
				{ type: 'meshup:theme', v: 1, theme: `x${at}` },
				{ type: 'meshup:theme', v: 2, theme: 'dark' },
				{ type: 'meshup:theme', v: 1, theme: 'dark', extra: at },
				`meshup:ping ${at}`
			][at % 5];
			window.postMessage(message, '*');
			frame?.contentWindow?.postMessage(message, '*');
		}
	});
	// A ping is answered after all that came before it, so nothing is still under way.
	await page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				addEventListener('message', ({ data }) => {
					if (data?.type === 'meshup:height') resolve();
				});
				document
					.querySelector('iframe')
					?.contentWindow?.postMessage({ type: 'meshup:ping', v: 1 }, '*');
			})
	);
	expect(await heightOf(page)).toBe(before);
	const root = page.frameLocator('iframe').locator('html');
	expect(await root.getAttribute('data-theme')).toBeNull();
});

test('a theme of the host is taken on', async ({ page }) => {
	await page.evaluate(() =>
		document
			.querySelector('iframe')
			?.contentWindow?.postMessage({ type: 'meshup:theme', v: 1, theme: 'dark' }, '*')
	);
	await expect(page.frameLocator('iframe').locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('nothing grows in a minute of frames: no height is told that was not asked for', async ({
	page
}) => {
	const before = await heightOf(page);
	const heard = () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard.length);
	const messages = await heard();
	await page.clock.install();
	await page.clock.runFor(60_000);
	expect(await heard()).toBe(messages);
	expect(await heightOf(page)).toBe(before);
});
