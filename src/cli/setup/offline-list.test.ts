import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { pathsOf } from '../../lib/state/offline/rules.ts';
import { offlinePaths } from './offline-list.mjs';

const folder = mkdtempSync(join(tmpdir(), 'meshup-offline-'));
afterAll(() => {
	rmSync(folder, { recursive: true });
});

function made(...names: readonly string[]): string {
	for (const name of names) {
		const path = join(folder, name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, '');
	}
	return folder;
}

it('names pages as browsers ask for them, parts by their file, and nothing twice', () => {
	const paths = offlinePaths([
		made(
			'index.html',
			'index.html.br',
			'prices.html',
			'prices/__data.json',
			'_app/immutable/chunks/a.js',
			'_app/immutable/chunks/a.js.gz',
			'_app/version.json',
			'embed.html',
			'embed/chart.html',
			'embed/build.html',
			'embed.js',
			'schema/plan-1.json',
			'service-worker.js',
			'screenshot.png',
			'favicon.svg'
		)
	]);
	expect(paths).toEqual([
		'',
		'_app/immutable/chunks/a.js',
		'embed/build',
		'favicon.svg',
		'prices',
		'prices/__data.json'
	]);
	expect(pathsOf(paths)).toEqual(paths);
});

it('names pages that a server renders beside those that are files, each once', () => {
	const folder = made('index.html', 'embed/build.html');
	expect(offlinePaths([folder], ['embed/build', 'prices'])).toContain('prices');
	expect(offlinePaths([folder], ['embed/build']).filter((path) => /build/.test(path))).toEqual([
		'embed/build'
	]);
});
