import type { BrowserContext, Frame, Page } from '@playwright/test';
import { launchOptions } from '../../support/chromium.mjs';
import { expect, test } from '../../support/page.ts';
import { serveBuild, type Served } from '../../support/serve-build.mjs';
import { WIKI_HOSTS, type WikiHost } from '../../support/wiki-hosts.ts';

/** Of patience: two cores may be busy elsewhere. */
const SLOW_MS = 30_000;
const FOREIGN = ['https://evil.test', 'https://outline.test.evil.test', 'http://outline.test:8443'];

// The wikis stand for public ones, which Chromium lets show nothing of a private network unasked.
const { args, ...browser } = launchOptions();
test.use({
	launchOptions: { ...browser, args: [...args, '--disable-features=LocalNetworkAccessChecks'] }
});

// One server lists the wikis, as an operator would; that of all other tests lists nobody.
let listing: Served;
test.beforeAll(async () => {
	const list = ["'self'", ...WIKI_HOSTS.map(({ origin }) => origin)].join(' ');
	listing = await serveBuild({ MESHUP_FRAME_ANCESTORS: list });
});
test.afterAll(() => listing.stop());

/** Answers for a wiki that is nowhere, and lets requests to the listing server through. */
async function stage(context: BrowserContext, host: WikiHost, src: string): Promise<void> {
	const home = listing.origin;
	await context.route(`${home}/**`, (route) => route.continue());
	await context.route(`${host.origin}/**`, (route) => {
		const inner = host.inner?.[new URL(route.request().url()).pathname];
		const body = (inner ?? host.page)(src);
		return route.fulfill({ contentType: 'text/html', headers: host.headers ?? {}, body });
	});
}

/** The frame of the embed, however deep it lies. */
async function embedIn(page: Page, path: string): Promise<Frame> {
	const find = () => page.frames().find((frame) => frame.url().includes(`${path}?`));
	await expect.poll(() => find() !== undefined, { timeout: SLOW_MS }).toBe(true);
	const frame = find();
	if (frame === undefined) throw new Error('There is no embed.');
	return frame;
}

for (const host of WIKI_HOSTS) {
	test(`is read in ${host.name}`, async ({ page, context }) => {
		await stage(context, host, new URL('/embed/chart?frame=wiki', listing.origin).href);
		await page.goto(`${host.origin}/page`);
		const embed = await embedIn(page, '/embed/chart');
		await expect(embed.locator('h2')).toHaveText(/costs least: \$[\d.]+k over 36 months/, {
			timeout: SLOW_MS
		});
		await expect(embed.locator('tr.best td').last()).toHaveText(/^[\d,]+\.\d\d$/);
		const [across, room, ground] = await embed.evaluate(() => [
			document.documentElement.scrollWidth,
			document.documentElement.clientWidth,
			getComputedStyle(document.documentElement).backgroundColor
		]);
		expect(room).toBeGreaterThanOrEqual(host.width - 20);
		expect(across).toBe(room);
		// Its own ground: a browser paints one of its choice where the schemes of page and frame differ.
		const isDark = host.origin === 'https://dark.test';
		await expect
			.poll(() => embed.evaluate(() => getComputedStyle(document.documentElement).backgroundColor))
			.toBe(isDark ? 'rgb(24, 28, 32)' : String(ground));
		expect(ground).toMatch(/^rgb\(/);
		// What a sandbox blocks without a word, the text beside it replaces.
		await embed.getByRole('button', { name: 'Sources' }).click();
		await expect(embed.getByRole('textbox')).toHaveValue(`${listing.origin}/`);
	});
}

/** What became of a frame: the text in it, or nothing where the browser refused to show it. */
async function shownIn(page: Page, origin: string, src: string): Promise<string | undefined> {
	const body = `<!doctype html><iframe src="${src}"></iframe>`;
	await page
		.context()
		.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body }));
	await page.goto(`${origin}/page`);
	const [, frame] = page.frames();
	if (frame === undefined) throw new Error('There is no frame.');
	// Asked of the frame itself: what it was to show is told before it is refused.
	const place = await frame.evaluate(() => location.href);
	if (place.startsWith('chrome-error:')) return undefined;
	return frame.locator('body').innerText();
}

for (const origin of FOREIGN) {
	test(`shows neither pages nor embeds in ${origin}`, async ({ page, context, faults }) => {
		const home = listing.origin;
		await context.route(`${home}/**`, (route) => route.continue());
		for (const path of ['/', '/prices', '/embed/build', '/embed', '/embed/chart']) {
			expect([path, await shownIn(page, origin, home + path)]).toEqual([path, undefined]);
		}
		expect(faults.every((fault) => fault.includes('frame-ancestors'))).toBe(true);
		expect(faults.length).toBeGreaterThan(0);
		faults.length = 0;
	});
}

test('shows no page but an embed in a listed wiki, and no embed where none is listed', async ({
	page,
	context,
	baseURL,
	faults
}) => {
	const home = listing.origin;
	await context.route(`${home}/**`, (route) => route.continue());
	const listed = 'https://outline.test';
	expect(await shownIn(page, listed, `${home}/`)).toBeUndefined();
	expect(await shownIn(page, listed, `${home}/embed`)).toContain('costs least');
	expect(await shownIn(page, listed, new URL('/embed', baseURL).href)).toBeUndefined();
	faults.length = 0;
});
