// `npm run size`: holds the build to the budgets of `conventions.md` §6, in bytes after brotli.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { ROOT } from '../../src/cli/setup/command.mjs';

const KB = 1000;
const FIRST_LOAD = 160 * KB;
const PROVIDER = 60 * KB;
/** Fetched when a file of the kind is asked for, by the word that its chunk alone holds. */
const ON_CLICK = [
	{ what: 'code of the PDF', mark: 'FontDescriptor', budget: 250 * KB },
	{ what: 'code of the workbook', mark: 'worksheets/sheet', budget: 60 * KB }
];

const CLIENT = join(ROOT, 'build/client');
const PAGE = join(ROOT, 'build/prerendered/index.html');
const CLOUDS = 'pricing-data/clouds';
const MANIFEST = join(ROOT, '.svelte-kit/output/client/.vite/manifest.json');

/** @param {string} file as the server sends it: compressed by the build where that was done */
function sentBytes(file) {
	if (existsSync(`${file}.br`)) return statSync(`${file}.br`).size;
	return brotliCompressSync(readFileSync(file)).length;
}

/**
 * What the first page asks for before its script runs. What the script fetches on top of it is
 * counted in a browser, by `tests/e2e/once/first-load.spec.ts`.
 */
function firstLoad() {
	const html = readFileSync(PAGE, 'utf8');
	const links = [...html.matchAll(/(?:href|src)="\.?(\/[^"]+)"/g)].map(([, path]) => path ?? '');
	const files = [...new Set(links)].map((path) => join(CLIENT, path)).filter(existsSync);
	return [PAGE, ...files.filter((file) => statSync(file).isFile())]
		.map(sentBytes)
		.reduce((total, bytes) => total + bytes, 0);
}

/**
 * The chunk that the build made of a provider's figures. A provider without one stands in a bundle
 * that everybody loads.
 *
 * @param {string} name
 */
function providerBytes(name) {
	const chunk = JSON.parse(readFileSync(MANIFEST, 'utf8'))[`${CLOUDS}/${name}`]?.file;
	if (chunk === undefined) throw new Error(`${CLOUDS}/${name} is not a chunk of its own.`);
	return sentBytes(join(CLIENT, chunk));
}

/**
 * Bytes of the chunks in workers that hold a word.
 *
 * @param {string} mark
 */
function onClickBytes(mark) {
	const folder = join(CLIENT, '_app/immutable/workers/chunks');
	const files = readdirSync(folder)
		.filter((name) => name.endsWith('.js'))
		.map((name) => join(folder, name))
		.filter((file) => readFileSync(file, 'utf8').includes(mark));
	if (files.length === 0) throw new Error(`No chunk of a worker holds ${mark}.`);
	return files.map(sentBytes).reduce((total, bytes) => total + bytes, 0);
}

const rows = [
	...ON_CLICK.map(({ what, mark, budget }) => ({ what, bytes: onClickBytes(mark), budget })),
	{ what: 'first load of /', bytes: firstLoad(), budget: FIRST_LOAD },
	...readdirSync(join(ROOT, CLOUDS))
		.filter((name) => name.endsWith('.json'))
		.map((name) => ({ what: `figures of ${name}`, bytes: providerBytes(name), budget: PROVIDER }))
];

for (const { what, bytes, budget } of rows) {
	const verdict = bytes > budget ? 'TOO LARGE' : 'fine';
	process.stdout.write(`${what}: ${bytes} of ${budget} bytes, ${verdict}\n`);
}
process.exitCode = rows.some(({ bytes, budget }) => bytes > budget) ? 1 : 0;
