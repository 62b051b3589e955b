import { expect, test } from '../../support/page.ts';

/** Fetching the model takes long where many tests share few cores. */
const SLOW_MS = 20_000;

const TOKENS = [
	'allow-same-origin',
	'allow-popups',
	'allow-popups-to-escape-sandbox',
	'allow-forms',
	'allow-downloads',
	'allow-modals',
	'allow-storage-access-by-user-activation'
] as const;

/** Each subset of the seven tokens beside `allow-scripts`: 2⁷ = 128. */
const COMBINATIONS = Array.from({ length: 2 ** TOKENS.length }, (_, bits) =>
	['allow-scripts', ...TOKENS.filter((_token, at) => (bits >> at) % 2 === 1)].join(' ')
);

const frames = (sandboxes: readonly string[], src: string): string =>
	sandboxes
		.map((sandbox) => `<iframe sandbox="${sandbox}" src="${src}" height="240"></iframe>`)
		.join('');

test('the total is read under all 128 sandboxes, and in one without scripts', async ({
	page,
	faults
}) => {
	// 129 frames load at once: a minute on two busy cores.
	test.setTimeout(300_000);
	const body = frames([...COMBINATIONS, ''], '/embed');
	await page.route('**/host', (route) => route.fulfill({ contentType: 'text/html', body }));
	await page.goto('/host');
	const shown = page.frames().filter((frame) => frame.url().endsWith('/embed'));
	expect(shown).toHaveLength(129);
	for (const frame of shown) {
		await expect(frame.locator('h2')).toHaveText(/costs least: \$[\d.]+k over 36 months/, {
			timeout: SLOW_MS
		});
	}
	// The one frame without scripts says that its script did not run, and nothing else is wrong.
	expect(faults.filter((fault) => !fault.includes('frame is sandboxed'))).toEqual([]);
	faults.length = 0;
});

test('sliders answer in a frame of opaque origin', async ({ page }) => {
	const body = frames(['allow-scripts'], '/embed/sliders');
	await page.route('**/host', (route) => route.fulfill({ contentType: 'text/html', body }));
	await page.goto('/host');
	const frame = page.frameLocator('iframe');
	const before = await frame.locator('h2').innerText();
	await frame.getByRole('textbox', { name: 'Pods in the mesh' }).fill('3000');
	await expect(frame.locator('h2')).not.toHaveText(before, { timeout: SLOW_MS });
	await expect(frame.getByText('with your changes')).toBeVisible();
});

for (const path of ['/embed', '/embed/chart', '/embed/sliders']) {
	test(`${path} fits 320, 600 and 900 px without a scroll bar across`, async ({ page }) => {
		for (const width of [320, 600, 900]) {
			await page.setViewportSize({ width, height: 400 });
			await page.goto(path);
			const [content = 0, room = 0] = await page.evaluate(() => [
				document.documentElement.scrollWidth,
				document.documentElement.clientWidth
			]);
			expect(content, `at ${width} px`).toBeLessThanOrEqual(room);
		}
	});
}

for (const path of ['/embed?p=2026-10-01', '/embed/chart?p=2026-10-01']) {
	test(`${path} weighs at most 15 kB`, async ({ page }) => {
		const network = await page.context().newCDPSession(page);
		await network.send('Network.enable');
		let bytes = 0;
		network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
		await page.goto(path, { waitUntil: 'networkidle' });
		expect(bytes).toBeGreaterThan(1000);
		expect(bytes).toBeLessThanOrEqual(15_000);
	});
}

test('the sliders weigh at most 90 kB on the first visit', async ({ page }) => {
	const network = await page.context().newCDPSession(page);
	await network.send('Network.enable');
	let bytes = 0;
	network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
	await page.goto('/embed/sliders', { waitUntil: 'networkidle' });
	expect(bytes).toBeLessThanOrEqual(90_000);
});

const HOSTILE = [
	'AAAA',
	'"><script>alert(1)</script>',
	'<svg onload=alert(1)>',
	'../../etc',
	'%00'
];
for (const state of HOSTILE) {
	test(`s=${state} injects nothing and shows no amount, after ? and #`, async ({ page }) => {
		for (const place of ['?', '#']) {
			await page.goto('about:blank');
			await page.goto(`/embed${place}s=${encodeURIComponent(state)}`);
			await expect(page.locator('h2'), `after ${place}`).toHaveText(
				'This estimate cannot be shown'
			);
			expect(await page.locator('#app').innerText(), `after ${place}`).not.toContain('$');
			expect(await page.locator('#app script').count(), `after ${place}`).toBe(0);
		}
	});
}

test('a state in the query brings no script at all', async ({ request }) => {
	const html = await (await request.get('/embed?s=AAAA')).text();
	expect(html).not.toContain('<script');
});

test('a theme in the address colours the page from its first paint on', async ({ page }) => {
	await page.goto('/embed?theme=dark');
	const colour = () =>
		page.locator('html').evaluate((root) => getComputedStyle(root).backgroundColor);
	expect(await colour()).toBe('rgb(24, 28, 32)');
	await page.goto('/embed?theme=light');
	expect(await colour()).toBe('rgb(255, 255, 255)');
});

test('the sources open and close by keyboard', async ({ page }) => {
	await page.goto('/embed?p=2026-10-01');
	await page.getByRole('button', { name: 'Sources' }).press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Where the figures come from' });
	await expect(dialog).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
});
