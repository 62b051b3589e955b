import { describe, expect, it } from 'vitest';
import { framedBy, headersFor } from './headers.ts';

const POLICY = "default-src 'none'; script-src 'self'; frame-ancestors 'none'";

describe('framedBy', () => {
	it('lets nobody frame a page of the app, whatever the operator lists for embeds', () => {
		expect(framedBy('/', POLICY, '*')).toBe(POLICY);
		expect(framedBy('/embed/build', POLICY, '*')).toBe(POLICY);
		expect(framedBy('/embedded', POLICY, '*')).toBe(POLICY);
	});

	it("lets the operator's two origins frame an embed", () => {
		const listed = "'self' https://wiki.example.com";
		expect(framedBy('/embed', POLICY, listed)).toBe(
			"default-src 'none'; script-src 'self'; frame-ancestors 'self' https://wiki.example.com"
		);
	});

	it('adds frame-ancestors to a policy that a <meta> brought without one', () => {
		expect(framedBy('/method', "default-src 'none'", '*')).toBe(
			"default-src 'none'; frame-ancestors 'none'"
		);
	});

	it('takes no directive from the setting: a semicolon in it separates origins', () => {
		expect(framedBy('/embed', '', "'self'; script-src *")).toBe(
			"frame-ancestors 'self' script-src *"
		);
	});

	it('lets the snippet builder alone show a frame, of its own site', () => {
		const policy = "default-src 'none'; frame-src 'none'";
		expect(framedBy('/embed/build', policy, '*')).toBe(
			"default-src 'none'; frame-src 'self'; frame-ancestors 'none'"
		);
		expect(framedBy('/', policy, '*')).toContain("frame-src 'none'");
		expect(framedBy('/embed', policy, '*')).toContain("frame-src 'none'");
	});

	it('lets nobody frame an embed when the list is empty', () => {
		expect(framedBy('/embed', '', ' ')).toBe("frame-ancestors 'none'");
	});
});

describe('headersFor', () => {
	it.each(['/', '/evidence', '/embed/build', '/api/v1/estimate'])(
		'forbids old browsers to frame %s',
		(path) => expect(headersFor(path)['x-frame-options']).toBe('DENY')
	);

	it.each(['/embed', '/embed/small'])('leaves framing of %s to the content policy', (path) => {
		const headers = headersFor(path);
		expect(headers['x-frame-options']).toBeUndefined();
		expect(headers['cross-origin-embedder-policy']).toBe('require-corp');
		expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
	});

	it('keeps hashed files for 31536000 s, a year, and other files for no time at all', () => {
		expect(headersFor('/_app/immutable/entry/start.js')['cache-control']).toBe(
			'public, max-age=31536000, immutable'
		);
		expect(headersFor('/_app/version.json')['cache-control']).toBe('no-cache');
		expect(headersFor('/')['cache-control']).toBe('no-cache');
	});

	it('lets a sandboxed embed, whose origin is opaque, read scripts and the loader', () => {
		for (const path of ['/_app/immutable/chunks/a.js', '/embed.js', '/favicon.svg']) {
			expect(headersFor(path)['access-control-allow-origin']).toBe('*');
		}
	});

	it.each(['/', '/embed', '/embed.js', '/_app/immutable/a.css'])('says nosniff for %s', (path) => {
		expect(headersFor(path)['x-content-type-options']).toBe('nosniff');
	});
});
