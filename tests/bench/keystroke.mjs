// `npm run bench:page`: from a stroke in a field, a step of a slider or another region to the repainted
// answer, and every block of the main thread while ranges are drawn (`design.md` §5: 16 ms each).
//
// Where it goes, on two cores without a graphics card: a third is script (model and report, then the parts
// of the page that differ), a sixth style and layout, half painting. Draws and decimals run in workers and
// block nothing; what is left over 16 ms are frames that lay out and paint. What was tried: one frame for
// stroke and answer where the model is quick (kept: the painted frame comes in half the time), workers that
// wait for that frame (kept), lists that a stroke does not change kept apart (kept), cards below the screen
// left out of layout (not kept: a picture of the whole page showed them blank).
import { chromium } from 'playwright';
import { launchOptions } from '../support/chromium.mjs';
import { serveBuild } from '../support/serve-build.mjs';

const FRAME_MS = 16;
const STEPS = 24;
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'];

/** @typedef {{ name: string, field: string, event: string, values: readonly string[] }} Kind */
/** @type {readonly Kind[]} */
const KINDS = [
	{ name: 'typing', field: 'workload.pods', event: 'input', values: ['310', '320', '330', '340'] },
	{ name: 'slider', field: 'slider', event: 'input', values: ['210', '220', '230', '240'] },
	{
		// Each with other prices than the one before it, so that the line items change.
		name: 'region',
		field: 'platform.region',
		event: 'change',
		values: ['us-east-1', 'eu-west-1', 'us-east-1', 'eu-central-1']
	}
];

const { origin, stop } = await serveBuild({ MESHUP_LOG: 'off' });
const browser = await chromium.launch(launchOptions());
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const session = await page.context().newCDPSession(page);
await session.send('Performance.enable', { timeDomain: 'threadTicks' });

/** Processor time of the main thread so far, ms. */
async function spent() {
	const { metrics } = await session.send('Performance.getMetrics');
	/** @param {string} name */
	const ms = (name) => 1000 * (metrics.find((one) => one.name === name)?.value ?? NaN);
	const [all, script, style] = [
		ms('TaskDuration'),
		ms('ScriptDuration'),
		ms('RecalcStyleDuration')
	];
	return { all, script, layout: style + ms('LayoutDuration') };
}

/** A loop that only the machine decides on, ms: what figures of two machines are divided by. */
const calibration = () =>
	page.evaluate(() => {
		const start = performance.now();
		let sum = 0;
		for (let i = 1; i <= 2e6; i++) sum += Math.sqrt(i) / (i + sum);
		return sum > 0 ? performance.now() - start : NaN;
	});

/**
 * Changes a field and waits for what follows, ms from the event: the first change of the line items,
 * and the frame that shows it.
 *
 * @param {Kind} kind @param {string} value
 */
const stroke = ({ field, event }, value) =>
	page.evaluate(
		async ({ field, event, value }) => {
			const name = field === 'slider' ? 'workload.pods' : field;
			const row = document.getElementById(`in-${name}`)?.closest('.row');
			const control = row?.querySelector(field === 'slider' ? '[type="range"]' : '[name]');
			const answer = document.querySelector('[aria-label="Line items, as a table"]');
			if (!control || !answer) throw new Error(`no ${field} here`);
			const changed = new Promise((done, fail) => {
				const none = () => fail(new Error(`no other answer for ${value}`));
				AbortSignal.timeout(10_000).addEventListener('abort', none);
				const watch = new MutationObserver(() => {
					watch.disconnect();
					done(performance.now());
				});
				watch.observe(answer, { subtree: true, childList: true, characterData: true });
			});
			const start = performance.now();
			Object.assign(control, { value });
			control.dispatchEvent(new Event(event, { bubbles: true }));
			const inPage = Number(await changed) - start;
			await new Promise((done) => {
				requestAnimationFrame(() => {
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = done;
					port2.postMessage(undefined);
				});
			});
			return { inPage, painted: performance.now() - start };
		},
		{ field, event, value }
	);

/** @param {readonly number[]} values @param {number} share */
const quantile = (values, share) => {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
};
/** @param {string} name @param {readonly number[]} values @param {number} unit */
function tell(name, values, unit) {
	const [median, high] = [quantile(values, 0.5), quantile(values, 0.95)];
	const least = Math.min(...values);
	process.stdout.write(
		`  ${name.padEnd(26)} least ${least.toFixed(1)}  median ${median.toFixed(1)}  p95 ${high.toFixed(1)} ms` +
			`  median ${(median / unit).toFixed(2)} × the plain loop\n`
	);
}

/**
 * Tasks of the page's main thread with more work than a frame has time for, the longest first, with
 * what took most of each. By processor time: others on the machine take none of it.
 *
 * @param {Buffer} trace
 */
function blocks(trace) {
	/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args?: { name?: string } }} TraceEvent */
	/** @type {readonly TraceEvent[]} */
	const events = JSON.parse(trace.toString()).traceEvents;
	const painted = events.findLast(({ name }) => name === 'Layout');
	const mine = events.filter(
		({ ph, pid, tid }) => ph === 'X' && pid === painted?.pid && tid === painted.tid
	);
	return mine
		.filter(({ name, dur = 0, tdur = dur }) => name === 'RunTask' && tdur > FRAME_MS * 1000)
		.map(({ ts, dur = 0, tdur = dur }) => {
			const inside = mine.filter(
				(it) => it.name !== 'RunTask' && it.ts >= ts && it.ts < ts + dur && !it.name.includes('::')
			);
			const main = inside.toSorted((a, b) => (b.dur ?? 0) - (a.dur ?? 0))[0]?.name ?? '?';
			return { wall: dur / 1000, cpu: tdur / 1000, main };
		})
		.toSorted((a, b) => b.cpu - a.cpu);
}

/** @param {RegExp} words how many futures the ranges on the page are made of */
const drawn = (words) => page.locator('[data-doubt]').getByText(words).first().waitFor();
const PREVIEW = /\b(500|5,000) futures/;
const SETTLED = /\b5,000 futures/;

await page.goto(origin, { waitUntil: 'networkidle' });
await page.locator('[name="workload.pods"]').focus();
await page.locator('[data-model="ready"]').waitFor();
for (const kind of KINDS) for (const value of kind.values) await stroke(kind, value);
await drawn(SETTLED);

const loops = [];
for (let i = 0; i < 9; i++) loops.push(await calibration());
const unit = quantile(loops, 0.5);
process.stdout.write(`plain loop: ${unit.toFixed(1)} ms\n`);

for (const kind of KINDS) {
	/** @type {Readonly<Record<'inPage' | 'painted' | 'script' | 'layout' | 'other', number[]>>} */
	const seen = { inPage: [], painted: [], script: [], layout: [], other: [] };
	for (let step = 0; step < STEPS; step++) {
		const before = await spent();
		const { inPage, painted } = await stroke(kind, kind.values[step % kind.values.length] ?? '');
		const after = await spent();
		const [script, layout] = [after.script - before.script, after.layout - before.layout];
		seen.inPage.push(inPage);
		seen.painted.push(painted);
		seen.script.push(script);
		seen.layout.push(layout);
		seen.other.push(after.all - before.all - script - layout);
		await drawn(PREVIEW);
	}
	process.stdout.write(`${kind.name}, ${STEPS} steps:\n`);
	tell('to the changed page', seen.inPage, unit);
	tell('to the painted frame', seen.painted, unit);
	tell('  script (processor)', seen.script, unit);
	tell('  style and layout', seen.layout, unit);
	tell('  paint and the rest', seen.other, unit);
	await drawn(SETTLED);
}

await browser.startTracing(page, { categories: CATEGORIES });
for (const kind of KINDS) {
	for (const value of kind.values) {
		await stroke(kind, value);
		await drawn(SETTLED);
	}
}
const found = blocks(await browser.stopTracing());
process.stdout.write(
	`tasks over ${FRAME_MS} ms in ${KINDS.length * 4} strokes, each with its preview and its settled run: ${found.length}\n`
);
for (const { wall, cpu, main } of found.slice(0, 12)) {
	process.stdout.write(
		`  ${cpu.toFixed(1)} ms (${wall.toFixed(1)} by the clock), most of it ${main}\n`
	);
}
await browser.close();
await stop();
