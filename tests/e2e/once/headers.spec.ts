import { PAGES, expect, test } from '../../support/page.ts';

for (const path of PAGES) {
	test(`${path} is sent with its content policy and can be framed by nobody`, async ({
		request
	}) => {
		const headers = (await request.get(path)).headers();
		const policy = headers['content-security-policy'] ?? '';
		expect(policy).toContain("default-src 'none'");
		expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]+'/);
		expect(policy).toContain("style-src 'self'");
		expect(policy).not.toMatch(/unsafe-(inline|eval)/);
		expect(policy).toContain("require-trusted-types-for 'script'");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(headers).toMatchObject({
			'x-frame-options': 'DENY',
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'no-referrer',
			'cache-control': 'no-cache',
			'cross-origin-opener-policy': 'same-origin-allow-popups'
		});
	});
}

test('scripts are kept for a year and can be read by a sandboxed embed', async ({
	page,
	request
}) => {
	await page.goto('/');
	const script = await page.locator('link[rel="modulepreload"]').first().getAttribute('href');
	const headers = (await request.get(script ?? '')).headers();
	expect(headers).toMatchObject({
		'cache-control': expect.stringMatching(/^public, ?max-age=31536000, ?immutable$/),
		'access-control-allow-origin': '*',
		'cross-origin-resource-policy': 'cross-origin',
		'x-content-type-options': 'nosniff'
	});
});
