import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { policiesIn } from './prerendered.ts';

const page = (policy: string): string =>
	`<head><meta http-equiv="content-security-policy" content="${policy}"></head>`;

describe('policiesIn', () => {
	let folder = '';
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'meshup-'));
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	it('finds the policy of each of 3 pages by the path that it is asked for', () => {
		mkdirSync(join(folder, 'embed'));
		writeFileSync(join(folder, 'index.html'), page("script-src 'sha256-a'"));
		writeFileSync(join(folder, 'method.html'), page("script-src 'sha256-b'"));
		writeFileSync(join(folder, 'embed/small.html'), page("script-src 'sha256-c'"));
		expect(Object.fromEntries(policiesIn(folder))).toEqual({
			'/': "script-src 'sha256-a'",
			'/method': "script-src 'sha256-b'",
			'/embed/small': "script-src 'sha256-c'"
		});
	});

	it('undoes the escapes of the attribute and leaves out pages without a policy', () => {
		writeFileSync(join(folder, 'index.html'), page('img-src &quot;a&amp;b&quot;'));
		writeFileSync(join(folder, 'bare.html'), '<head></head>');
		expect([...policiesIn(folder)]).toEqual([['/', 'img-src "a&b"']]);
	});
});
