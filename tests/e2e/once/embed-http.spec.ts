import { expect, test } from '../../support/page.ts';

const EVERYWHERE = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'strict-transport-security': 'max-age=31536000; includeSubDomains',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'
};

for (const path of ['/embed', '/embed/chart/small', '/embed/sliders']) {
	test(`${path} may be framed by its own site only, and by isolated pages`, async ({ request }) => {
		const headers = (await request.get(path)).headers();
		expect(headers).toMatchObject({
			...EVERYWHERE,
			'cross-origin-embedder-policy': 'require-corp',
			'cross-origin-resource-policy': 'cross-origin',
			'cache-control': 'no-cache'
		});
		expect(headers['x-frame-options']).toBeUndefined();
		const policy = headers['content-security-policy'] ?? '';
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("require-trusted-types-for 'script'");
		expect(policy).toContain("frame-ancestors 'self'");
		expect(policy).not.toContain("frame-ancestors 'none'");
	});
}

test('the builder is framed by nobody and frames its own site', async ({ request }) => {
	const answer = await request.get('/embed/build');
	expect(answer.status()).toBe(200);
	const headers = answer.headers();
	expect(headers).toMatchObject({ ...EVERYWHERE, 'x-frame-options': 'DENY' });
	expect(headers['content-security-policy']).toContain("frame-src 'self'");
	expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
});

for (const path of [
	'/api/v1/chart.svg',
	'/schema/plan-1.json',
	'/api/v1/openapi.json',
	'/embed.js'
]) {
	test(`${path} can be read from everywhere`, async ({ request }) => {
		const headers = (await request.get(path)).headers();
		expect(headers).toMatchObject({ ...EVERYWHERE, 'access-control-allow-origin': '*' });
	});
}

test('a plan is answered, and only to its own site', async ({ request }) => {
	const answer = await request.post('/api/v1/estimate', { data: { name: 'Checkout' } });
	expect(answer.status()).toBe(200);
	expect(answer.headers()).toMatchObject({ ...EVERYWHERE, 'cache-control': 'no-store' });
	expect(answer.headers()['access-control-allow-origin']).toBeUndefined();
	expect(await answer.json()).toMatchObject({ version: 1, name: 'Checkout', currency: 'USD' });
});

test('the embed, the picture and the API give the same total', async ({ page, request }) => {
	const report = await (await request.post('/api/v1/estimate', { data: {} })).json();
	const { cheapest } = report.comparison;
	const best = report.options.find((option: { id: string }) => option.id === cheapest);
	await page.goto('/embed/chart');
	const [whole, cents] = String(best.totals.spend).split('.');
	const total = `${Number(whole).toLocaleString('en-US')}.${cents}`;
	await expect(page.locator('tr.best td').last()).toHaveText(total);
	const headline = await page.locator('h2').innerText();
	expect(await (await request.get('/api/v1/chart.svg')).text()).toContain(`>${headline}</title>`);
});

test('bad input is 400 with a path and a sentence, never a stack', async ({ request }) => {
	const answer = await request.post('/api/v1/estimate', { data: { workload: { podz: 3 } } });
	expect(answer.status()).toBe(400);
	const { errors } = await answer.json();
	expect(errors[0].path).toBe('workload.podz');
	expect(errors[0].message).toContain('pods');
	const deep = await request.post('/api/v1/estimate', {
		headers: { 'content-type': 'application/json' },
		data: Buffer.from('{"a":'.repeat(5000) + '1' + '}'.repeat(5000))
	});
	expect(deep.status()).toBe(400);
	const large = await request.post('/api/v1/model', {
		headers: { 'content-type': 'application/json' },
		data: Buffer.from(`"${'a'.repeat(300_000)}"`)
	});
	expect(large.status()).toBe(413);
});

test('200 malformed bodies get a clean answer', async ({ request }) => {
	for (let at = 0; at < 200; at++) {
		const body = '{"workload":{"pods":300},"options":["linkerd"]}'.slice(0, 1 + (at % 46));
		const answer = await request.post('/api/v1/estimate', {
			headers: { 'content-type': 'application/json' },
			data: Buffer.from(body + '\u0000'.repeat(at % 3))
		});
		expect(answer.status()).toBe(400);
		expect(await answer.text()).not.toMatch(/\bat .*\.js|node_modules/);
	}
});

test('addresses that are not there answer programs in JSON', async ({ request }) => {
	const answer = await request.get('/api/v2/nothing');
	expect(answer.status()).toBe(404);
	expect((await answer.json()).errors).toHaveLength(1);
	expect(await (await request.get('/healthz')).json()).toMatchObject({ status: 'ok' });
});

test('oEmbed describes an embed of this server and no other', async ({ request, baseURL }) => {
	const url = encodeURIComponent(`${new URL(baseURL ?? '').origin}/embed/chart`);
	const answer = await request.get(`/oembed?url=${url}&maxwidth=500`);
	expect(await answer.json()).toMatchObject({ type: 'rich', width: 500, thumbnail_width: 1200 });
	expect((await request.get('/oembed?url=https%3A%2F%2Fexample.com%2Fembed')).status()).toBe(404);
});

test('a card picture is a PNG', async ({ request }) => {
	const answer = await request.get('/api/v1/chart.png?preset=small');
	expect(answer.headers()['content-type']).toBe('image/png');
	expect((await answer.body()).subarray(1, 4).toString()).toBe('PNG');
});
