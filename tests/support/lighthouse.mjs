// `npm run lighthouse`: the mobile audit of the built pages, each of four categories at 95 or more.
// It is not part of `npm test`, for its performance score moves with whatever else the machine does.
import { launch } from 'chrome-launcher';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { ROOT } from '../../src/cli/setup/command.mjs';
import { ensureApp } from '../../src/cli/setup/build.mjs';
import { CHROMIUM_ARGS, ensureChromium } from './chromium.mjs';
import { serveBuild } from './serve-build.mjs';

const LEAST = 95;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
/** What the performance score is made of. */
const METRICS = [
	'first-contentful-paint',
	'largest-contentful-paint',
	'speed-index',
	'total-blocking-time',
	'cumulative-layout-shift'
];

/**
 * @param {string} url
 * @param {number} port of the browser's debugger
 */
async function audit(url, port) {
	const options = { port, output: /** @type {const} */ ('html'), onlyCategories: CATEGORIES };
	const result = await lighthouse(url, options);
	if (result === undefined) throw new Error(`Lighthouse said nothing about ${url}.`);
	const { lhr, report } = result;
	const name = new URL(url).pathname.replaceAll('/', '-');
	writeFileSync(join(ROOT, `reports/lighthouse${name}.html`), String(report));
	const faults = Object.values(lhr.audits).filter(
		({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === 'binary'
	);
	const scores = CATEGORIES.map((id) => Math.round((lhr.categories[id]?.score ?? 0) * 100));
	process.stdout.write(`${url}: ${CATEGORIES.map((id, at) => `${id} ${scores[at]}`).join(', ')}\n`);
	for (const id of METRICS)
		process.stdout.write(`  ${id}: ${lhr.audits[id]?.displayValue ?? ''}\n`);
	for (const { id, title } of faults) process.stdout.write(`  ${id}: ${title}\n`);
	return scores.every((score) => score >= LEAST);
}

ensureApp();
mkdirSync(join(ROOT, 'reports'), { recursive: true });
const paths = process.argv.length > 2 ? process.argv.slice(2) : ['/'];
const chromePath = await ensureChromium();
const browser = await launch({ chromePath, chromeFlags: ['--headless=new', ...CHROMIUM_ARGS] });
const { origin, stop } = await serveBuild();
try {
	for (const path of paths) {
		if (!(await audit(new URL(path, origin).href, browser.port))) process.exitCode = 1;
	}
} finally {
	await stop();
	browser.kill();
}
