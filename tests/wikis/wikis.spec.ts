import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embedAddress, pictureAddress } from '../../src/lib/embed/address.ts';
import { FRAMES } from '../../src/lib/embed/sizes.ts';
import { iframeSnippet, loaderSnippet, type SnippetParts } from '../../src/lib/embed/snippet.ts';
import { serveBuild, type Served } from '../support/serve-build.mjs';
import { startDokuWiki, startMediaWiki, type Wiki } from './wikis.ts';

const WIKIS = [
	['DokuWiki', startDokuWiki, 'http://127.0.0.1:4997'],
	['MediaWiki', startMediaWiki, 'http://127.0.0.1:4996']
] as const;

let served: Served;
test.beforeAll(async () => {
	const hosts = WIKIS.map(([, , origin]) => origin).join(' ');
	served = await serveBuild({ MESHUP_FRAME_ANCESTORS: hosts, MESHUP_LOG: 'off' });
});
test.afterAll(() => served.stop());

function partsOf(form: 'card' | 'chart'): SnippetParts {
	const ask = { form, theme: 'light', inputs: [] } as const;
	return {
		origin: served.origin,
		embed: embedAddress(ask),
		plan: '/',
		svg: pictureAddress(ask, 'svg'),
		png: pictureAddress(ask, 'png'),
		title: 'Service mesh cost estimate, default plan',
		height: FRAMES[form].height
	};
}

/** Opens a page of a wiki; `faults` is what it complained of. */
async function opened(page: Page, address: string): Promise<readonly string[]> {
	const faults: string[] = [];
	page.on('console', (it) => it.type() === 'error' && faults.push(it.text()));
	page.on('pageerror', ({ message }) => faults.push(message));
	await page.goto(address);
	await expect(page.frameLocator('iframe').locator('h2')).toHaveText(/ costs least: \$[\d.]+k/);
	return faults;
}

/** Height of the frame, of what is in it, and the room for that. */
async function heights(page: Page): Promise<readonly number[]> {
	const root = page.frameLocator('iframe').locator('html');
	const inside = await root.evaluate((it) => [it.scrollHeight, it.clientHeight]);
	return [await page.locator('iframe').evaluate((it) => it.clientHeight), ...inside];
}

const groundOf = (page: Page): Promise<string> =>
	page
		.frameLocator('iframe')
		.locator('html')
		.evaluate((it) => getComputedStyle(it).backgroundColor);

for (const [name, open, origin] of WIKIS) {
	test.describe(name, () => {
		let wiki: Wiki;
		let folder: string;
		test.beforeAll(async () => {
			folder = mkdtempSync(join(tmpdir(), 'meshup-wiki-'));
			wiki = await open(folder, origin);
		});
		test.afterAll(async () => {
			await wiki.stop();
			rmSync(folder, { recursive: true, force: true });
		});

		test('shows the card of an iframe, nothing to scroll, light as the wiki is', async ({
			page
		}, info) => {
			// The wiki is light for everybody, also for a reader who prefers dark.
			await page.emulateMedia({ colorScheme: 'dark' });
			const address = await wiki.write('Card', iframeSnippet(partsOf('card')));
			expect(await opened(page, address)).toEqual([]);
			expect(await heights(page)).toEqual([320, 320, 320]);
			expect(await groundOf(page)).toBe('rgb(255, 255, 255)');
			await page.screenshot({ path: info.outputPath('card.png'), fullPage: true });
		});

		test('shows the chart of the loader exactly as tall as it is', async ({ page }, info) => {
			const address = await wiki.write('Chart', loaderSnippet(partsOf('chart')));
			expect(await opened(page, address)).toEqual([]);
			await expect.poll(async () => (await heights(page))[0]).not.toBe(FRAMES.chart.height);
			const [frame, content, room] = await heights(page);
			expect([content, room]).toEqual([frame, frame]);
			await page.screenshot({ path: info.outputPath('chart.png'), fullPage: true });
		});
	});
}
