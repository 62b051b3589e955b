import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteOf, type Site } from '../../src/cli/hosting/site.ts';
import type { Headers } from '../../src/headers.ts';
import {
	SITE,
	buildStatic,
	startCaddy,
	startNginx,
	type WebServer
} from '../support/hosting/web-server.ts';

/** Of building all pages, on a machine that does other things too. */
const BUILD_MS = 400_000;

const EMBEDS = ['', '/chart', '/sliders'].flatMap((form) =>
	['', '/small', '/medium', '/large'].map((preset) => `/embed${form}${preset}`)
);
const PAGES = ['/', '/evidence', '/prices', '/method', '/embed/build'];

let site: Site;
let hashed: string;
beforeAll(async () => {
	await buildStatic();
	site = siteOf(SITE, "'self'");
	const folder = '/_app/immutable/chunks/';
	hashed = folder + readdirSync(join(SITE, folder)).find((name) => name.endsWith('.js'));
}, BUILD_MS);

/** The headers of an answer that the configuration speaks of. */
function spokenOf(answer: Response, expected: Headers): Record<string, string | null> {
	return Object.fromEntries(Object.keys(expected).map((name) => [name, answer.headers.get(name)]));
}

describe('the static build', () => {
	it('holds all pages and the 12 embeds, and nothing that a server would have to answer', () => {
		expect(site.pages.map(({ path }) => path)).toEqual([...PAGES, ...EMBEDS].sort());
		expect(site.files).toContain('/embed.js');
		expect(site.files.filter((path) => /chart\.(svg|png)|openapi|oembed/.test(path))).toEqual([]);
	});

	it('lets nobody frame its pages, the own site frame its embeds, and the builder show a frame', () => {
		for (const { path, headers } of site.pages) {
			const policy = headers['content-security-policy'] ?? '';
			const isEmbed = EMBEDS.includes(path);
			expect(policy).toMatch(isEmbed ? /frame-ancestors 'self'$/ : /frame-ancestors 'none'$/);
			expect(policy).toContain(path === '/embed/build' ? "frame-src 'self'" : "frame-src 'none'");
			expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]+'/);
			expect(policy).not.toMatch(/unsafe-(inline|eval)/);
			expect(headers['x-frame-options']).toBe(isEmbed ? undefined : 'DENY');
		}
	});

	it('says the same in _headers, each path once', () => {
		const blocks = readFileSync(join(SITE, '_headers'), 'utf8').trim().split('\n\n').slice(1);
		const read = blocks.map((block) => {
			const [path = '', ...lines] = block.split('\n');
			const pairs = lines.map((line) => /^ {2}([\w-]+): (.+)$/.exec(line)?.slice(1) ?? []);
			return [
				path,
				Object.fromEntries(pairs.map(([name = '', value]) => [name.toLowerCase(), value]))
			];
		});
		expect(new Set(read.map(([path]) => path)).size).toBe(read.length);
		expect(Object.fromEntries(read)).toEqual(
			Object.fromEntries([
				...site.pages.map(({ path, headers }) => [path, headers]),
				['/_app/immutable/*', site.hashed],
				...site.files.map((path) => [path, site.plain])
			])
		);
	});
});

describe.each([
	['nginx', startNginx],
	['Caddy', startCaddy]
])('%s', (_, start) => {
	let server: WebServer;
	beforeAll(async () => {
		server = await start();
	}, BUILD_MS);
	afterAll(() => server.stop());

	const get = (path: string) => fetch(server.origin + path, { redirect: 'manual' });

	it('sends each page as HTML with every header of its own, once', async () => {
		for (const { path, headers } of site.pages) {
			const answer = await get(path);
			expect([path, answer.status]).toEqual([path, 200]);
			expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
			expect(spokenOf(answer, headers)).toEqual(headers);
			expect(await answer.text()).toContain('</html>');
		}
		expect((await get('/embed')).headers.get('x-frame-options')).toBeNull();
	});

	it('keeps hashed files for a year, asks for others each time, and shares both', async () => {
		for (const [path, headers] of [
			[hashed, site.hashed],
			['/embed.js', site.plain],
			['/favicon.svg', site.plain]
		] as const) {
			const answer = await get(path);
			expect(answer.status).toBe(200);
			expect(spokenOf(answer, headers)).toEqual(headers);
			expect((await answer.text()).length).toBeGreaterThan(100);
		}
	});

	it('packs what the browser can unpack', async () => {
		const answer = await fetch(`${server.origin}/embed`, {
			headers: { 'accept-encoding': 'gzip' }
		});
		expect(answer.headers.get('content-encoding')).toBe('gzip');
		expect(await answer.text()).toContain('costs least');
	});

	it('has no page under its file name, where it would lack its policy, nor any above its folder', async () => {
		for (const path of [
			'/index.html',
			'/embed.html',
			'/nothing',
			'/api/v1/estimate',
			'/%2e%2e/nginx.conf'
		]) {
			const answer = await get(path);
			expect([path, answer.status]).toEqual([path, answer.status === 400 ? 400 : 404]);
			expect(await answer.text()).not.toContain('costs least');
		}
		const missing = await get('/nothing');
		expect(spokenOf(missing, site.missing)).toEqual(site.missing);
	});
});
