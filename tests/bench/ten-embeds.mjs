// `node tests/bench/ten-embeds.mjs`: main-thread time that ten embeds add to a page (≤ 500 ms together).
import { chromium } from 'playwright';
import { launchOptions } from '../support/chromium.mjs';
import { serveBuild } from '../support/serve-build.mjs';

const LIMIT_MS = 500;
const RUNS = 5;
const EMBEDS = [
	...Array.from({ length: 5 }, (_, at) => `/embed?p=2026-11-${10 + at}&frame=c${at}`),
	...Array.from({ length: 5 }, (_, at) => `/embed/chart?p=2026-11-${10 + at}&frame=d${at}`)
];

const { origin, stop } = await serveBuild({ MESHUP_LOG: 'off' });
const browser = await chromium.launch(launchOptions());

/** Time that the main thread of the page and its frames worked, ms. @param {readonly string[]} embeds */
async function worked(embeds) {
	const page = await browser.newPage();
	const body = `<!doctype html>${embeds.map((src) => `<iframe src="${src}" width="600" height="320"></iframe>`).join('')}`;
	await page.route('**/host', (route) => route.fulfill({ contentType: 'text/html', body }));
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	await page.goto(`${origin}/host`, { waitUntil: 'networkidle' });
	const { metrics } = await session.send('Performance.getMetrics');
	await page.close();
	return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}

await worked(EMBEDS);
const gaps = [];
for (let run = 0; run < RUNS; run++) gaps.push((await worked(EMBEDS)) - (await worked([])));
gaps.sort((a, b) => a - b);
const median = gaps[Math.floor(RUNS / 2)] ?? NaN;
const all = gaps.map((ms) => ms.toFixed(0)).join(', ');
process.stdout.write(
	`ten embeds: ${median.toFixed(0)} ms of main thread (${all}); at most ${LIMIT_MS}\n`
);
process.exitCode = median <= LIMIT_MS ? 0 : 1;
await browser.close();
await stop();
