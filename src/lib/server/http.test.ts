import { describe, expect, it } from 'vitest';
import type { Plan } from '../plan/plan.ts';
import type { Report } from '../report/types.ts';
import { reportJson } from './estimate.ts';
import { modelAnswers } from './model-answers.ts';
import { oEmbed } from './oembed.ts';
import { picture } from './picture.ts';
import { readBody } from './read-body.ts';
import { WORKS } from './work.ts';

const HERE = 'https://mesh.example.com';
const post = (body: BodyInit, type = 'application/json'): Request =>
	new Request(`${HERE}/api/v1/estimate`, {
		method: 'POST',
		body,
		headers: { 'content-type': type }
	});

async function statusOf(body: Promise<string | Response>): Promise<number> {
	const read = await body;
	return typeof read === 'string' ? 200 : read.status;
}

describe('readBody', () => {
	it('reads 262,144 bytes and refuses one more', async () => {
		expect(await statusOf(readBody(post('a'.repeat(262_144))))).toBe(200);
		expect(await statusOf(readBody(post('a'.repeat(262_145))))).toBe(413);
	});

	it('refuses a form with 415 and bytes that are no UTF-8 with 400', async () => {
		expect(await statusOf(readBody(post('a=1', 'application/x-www-form-urlencoded')))).toBe(415);
		expect(await statusOf(readBody(post(new Uint8Array([0xff, 0xfe, 0x80]))))).toBe(400);
	});
});

describe('modelAnswers', () => {
	it('answers a list in its order and puts an error in the place of the second record', async () => {
		const answers = await modelAnswers('[{}, {"workload":{"groups":[{"pods":-5}]}}]');
		const list = answers.ok ? answers.value : undefined;
		expect(list).toHaveLength(2);
		expect(JSON.stringify(list)).toContain('"path":"workload.groups[0].pods"');
	});

	it('refuses 51 records at once, and tells the field of a single bad one', async () => {
		const many = await modelAnswers(JSON.stringify(Array.from({ length: 51 }, () => ({}))));
		expect(many.ok ? '' : many.errors[0]?.message).toContain('at most 50');
		const one = await modelAnswers('{"workload":{"podz":1}}');
		expect(one.ok ? '' : one.errors[0]?.path).toBe('workload.podz');
	});

	it.each(['', '{', '[[[[', '{"a":'.repeat(40), 'null', '7', '"x"', '{"__proto__":{"x":1}}'])(
		'says what is wrong with %j and never throws',
		async (text) => {
			const answers = await modelAnswers(text);
			expect(answers.ok ? '' : (answers.errors[0]?.message ?? '')).not.toBe('');
		}
	);
});

describe('reportJson', () => {
	const asked = { plan: { options: ['linkerd', 'consul'] }, now: '2026-11-24T10:00:00Z' } as const;

	it('gives each total its range, and the same total without one where points are asked for', async () => {
		const [full, points] = await Promise.all(
			[false, true].map(async (points) => {
				const json = await reportJson({ ...asked, points });
				return JSON.parse(json.ok ? new TextDecoder().decode(json.value) : '{}') as Report;
			})
		);
		const totals = (report?: Report) => report?.options.map(({ totals }) => totals.spend);
		expect(totals(full)).toEqual(totals(points));
		expect(full?.options.every(({ range }) => Number(range?.p10) < Number(range?.p90))).toBe(true);
		expect(points?.options.some(({ range }) => range !== undefined)).toBe(false);
		expect(points?.comparison.probabilityCheapest).toBeUndefined();
	});

	it('gives a plan asked for again, its fields in another order, the bytes of the first time', async () => {
		const plan = {
			name: 'Checkout',
			options: ['linkerd'],
			workload: { pods: 40, services: 5 }
		} as const;
		const turned = {
			workload: { services: 5, pods: 40 },
			options: ['linkerd'],
			name: 'Checkout'
		} as const;
		const ask = (plan: Plan) => reportJson({ plan, now: asked.now, points: true });
		const first = await ask(plan);
		expect(first).toEqual(await WORKS.points({ plan, at: asked.now }));
		expect(await ask(turned)).toBe(first);
		expect(await ask({ ...plan, name: 'Basket' })).not.toEqual(first);
	});
});

describe('picture', () => {
	it('draws an SVG that is sealed, below 100 kB, and 304 for its own ETag', async () => {
		const url = `${HERE}/api/v1/chart.svg?theme=dark`;
		const first = await picture(new Request(url), 'svg');
		const svg = await first.text();
		expect(first.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
		expect(first.headers.get('content-security-policy')).toContain('sandbox');
		expect(svg.length).toBeLessThan(100_000);
		expect(svg).not.toMatch(/<script|foreignObject|href=|url\(/i);
		const etag = first.headers.get('etag') ?? '';
		const again = await picture(new Request(url, { headers: { 'if-none-match': etag } }), 'svg');
		expect(again.status).toBe(304);
	});

	it('draws the reason, and no amount, for a state that cannot be read', async () => {
		const answer = await picture(new Request(`${HERE}/api/v1/chart.svg?s=<svg onload=x>`), 'svg');
		const svg = await answer.text();
		expect(answer.status).toBe(400);
		expect(svg).toContain('This estimate cannot be shown');
		expect(svg).not.toContain('$');
		expect(svg).not.toContain('onload');
	});
});

describe('oEmbed', () => {
	const asked = (query: string) => oEmbed(new URL(`${HERE}/oembed?${query}`));

	it('describes an embed of ours as rich content no wider than 400 px', async () => {
		const url = encodeURIComponent(`${HERE}/embed/chart/small?theme=dark`);
		const answer = await asked(`url=${url}&maxwidth=400`);
		const body = await answer.json();
		expect(body).toMatchObject({ version: '1.0', type: 'rich', width: 400, height: 910 });
		expect(body.html).toContain(`src="${HERE}/embed/chart/small?theme=dark"`);
		expect(answer.headers.get('access-control-allow-origin')).toBe('*');
	});

	it.each([
		['', 404],
		['url=https://evil.example.com/embed', 404],
		[`url=${HERE}/method`, 404],
		[`url=${HERE}/embed?s=AAAA`, 404],
		[`url=javascript:alert(1)`, 404],
		[`url=${HERE}/embed&format=xml`, 501]
	])('answers %j with %i', async (query, status) => {
		expect((await asked(query)).status).toBe(status);
	});
});
