// `node tests/bench/api-load.mjs [--seconds 60] [--rate 200] [--plans 20] [--new 2]`: holds the built
// server to its answer times under an even load, half pictures, half estimates (points), on loopback.
// A wiki asks for the same plans again and again; of a thousand requests of a kind, `--new` bring a plan
// that nobody asked for before. Their times are in the quantiles, and told by themselves beside them.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { crc32, deflateRawSync } from 'node:zlib';
import { serveBuild } from '../support/serve-build.mjs';

/** p99 of an answer, ms, and how far memory may lie above that of the first third. */
const LIMITS = { chart: 100, estimate: 250, growth: 1.3 };
/** Clock ticks of `/proc`, a second. */
const TICKS = 100;

const { values } = parseArgs({
	options: {
		seconds: { type: 'string', default: '10' },
		rate: { type: 'string', default: '200' },
		plans: { type: 'string', default: '20' },
		new: { type: 'string', default: '2' }
	}
});
const [seconds = 0, rate = 1, plans = 1, fresh = 0] = [
	values.seconds,
	values.rate,
	values.plans,
	values.new
].map(Number);

/** @typedef {'chart' | 'estimate'} Kind */
/** @typedef {{ kind: Kind, isNew: boolean, ms: number, status: number }} Answered */

const { origin, server, stop } = await serveBuild({ MESHUP_LOG: 'off' });
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** A plan by its number, as JSON with sorted keys. @param {number} at */
const planOf = (at) => JSON.stringify({ workload: { pods: 100 + at } });

/** The same as the state of a link (`src/lib/plan/link.ts`). @param {number} at */
function stateOf(at) {
	const packed = deflateRawSync(planOf(at));
	const head = Buffer.alloc(7);
	head.writeUInt8(1, 0);
	head.writeUInt16BE(packed.length, 1);
	head.writeUInt32BE(crc32(packed), 3);
	return Buffer.concat([head, packed]).toString('base64url');
}

/**
 * @param {Kind} kind
 * @param {number} at number of the plan
 * @returns {Promise<Answered>}
 */
function ask(kind, at) {
	const began = performance.now();
	const isChart = kind === 'chart';
	const path = isChart ? `chart.svg?s=${stateOf(at)}` : 'estimate?points';
	const headers = isChart ? {} : { 'content-type': 'application/json' };
	const how = { agent, method: isChart ? 'GET' : 'POST', headers };
	return new Promise((resolve, reject) => {
		const sent = request(`${origin}/api/v1/${path}`, how, (answer) => {
			answer.resume();
			answer.once('end', () =>
				resolve({
					kind,
					isNew: at >= plans,
					ms: performance.now() - began,
					status: answer.statusCode ?? 0
				})
			);
		});
		sent.once('error', reject);
		sent.end(isChart ? undefined : planOf(at));
	});
}

/** Resident memory of the server, MB. */
const memory = () =>
	Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1000;

/** Processor time of the server so far, ms. */
function processor() {
	const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8')
		.replace(/^.*\) /, '')
		.split(' ');
	return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
}

/** @param {readonly number[]} sorted @param {number} share */
const quantile = (sorted, share) => sorted[Math.ceil(sorted.length * share) - 1] ?? NaN;

/** @param {string} name @param {readonly Answered[]} answers */
function tell(name, answers) {
	const sorted = answers.map(({ ms }) => ms).sort((a, b) => a - b);
	const [p50, p99, most] = [0.5, 0.99, 1].map((share) => quantile(sorted, share).toFixed(1));
	const refused = answers.filter(({ status }) => status !== 200).length;
	process.stdout.write(
		`${name}: ${answers.length} answers, p50 ${p50} ms, p99 ${p99} ms, most ${most} ms, ${refused} refused\n`
	);
	return { p99: Number(p99), refused };
}

/** All of a kind, then known and new plans by themselves. @param {Kind} kind @param {readonly Answered[]} all */
function tellKind(kind, all) {
	const answers = all.filter((answer) => answer.kind === kind);
	const told = tell(kind, answers);
	const [known, unknown] = [false, true].map((isNew) => answers.filter((it) => it.isNew === isNew));
	if (known?.length) tell('  a known plan', known);
	if (unknown?.length) tell('  a new plan', unknown);
	return told;
}

/** Plans of the load: every so many requests of a kind one that is new, in turn from `plans` on. */
const numbers = { chart: plans, estimate: plans };
/** @param {Kind} kind @param {number} nth of its kind */
function numberOf(kind, nth) {
	const isNew = Math.floor((nth * fresh) / 1000) !== Math.floor(((nth - 1) * fresh) / 1000);
	return isNew && nth > 0 ? numbers[kind]++ : nth % plans;
}

const cold = [];
for (let at = 0; at < plans; at++) cold.push(await ask('estimate', at), await ask('chart', at));
process.stdout.write('Each of the known plans for the first time, one after the other:\n');
tell(
	'  chart',
	cold.filter(({ kind }) => kind === 'chart')
);
tell(
	'  estimate',
	cold.filter(({ kind }) => kind === 'estimate')
);

process.stdout.write(
	`${rate} requests/s for ${seconds} s, of ${plans} known plans; ${fresh} in 1000 of a new one:\n`
);
/** @type {Promise<Answered>[]} */
const asked = [];
const memories = [];
const [began, work] = [performance.now(), processor()];
for (let at = 0; at < seconds * rate; at++) {
	const wait = began + (at * 1000) / rate - performance.now();
	if (wait > 0) await pause(wait);
	const kind = at % 2 === 0 ? 'chart' : 'estimate';
	asked.push(ask(kind, numberOf(kind, Math.floor(at / 2))));
	if (at % rate === 0) memories.push(memory());
}
const answers = await Promise.all(asked);
const each = (processor() - work) / answers.length;
await stop();
agent.destroy();

const chart = tellKind('chart', answers);
const points = tellKind('estimate', answers);
const third = Math.ceil(memories.length / 3);
const [early, late] = [memories.slice(0, third), memories.slice(-third)].map((it) =>
	Math.max(...it)
);
process.stdout.write(`processor: ${each.toFixed(2)} ms of the server an answer\n`);
process.stdout.write(
	`memory: ${early?.toFixed(0)} MB at first, ${late?.toFixed(0)} MB at the end\n`
);
const isHeld =
	chart.p99 <= LIMITS.chart &&
	points.p99 <= LIMITS.estimate &&
	chart.refused + points.refused === 0 &&
	(late ?? Infinity) <= (early ?? 0) * LIMITS.growth;
process.stdout.write(isHeld ? 'held\n' : 'NOT held\n');
process.exitCode = isHeld ? 0 : 1;
