// `node tests/bench/api-load.mjs [--seconds 60] [--rate 200] [--plans 10]`: holds the built server to
// its answer times under an even load, half pictures, half estimates (points), on loopback.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ROOT } from '../../src/cli/setup/command.mjs';

/** p99 of an answer, ms, and how far memory may lie above that of the first third. */
const LIMITS = { chart: 100, estimate: 250, growth: 1.3 };

const { values } = parseArgs({
	options: {
		seconds: { type: 'string', default: '10' },
		rate: { type: 'string', default: '200' },
		plans: { type: 'string', default: '10' }
	}
});
const [seconds, rate, plans] = [values.seconds, values.rate, values.plans].map(Number);

/** @returns {Promise<{ origin: string, pid: number, stop: () => void }>} */
async function serve() {
	const server = spawn(process.execPath, ['build/index.js'], {
		cwd: ROOT,
		env: { ...process.env, HOST: '127.0.0.1', PORT: '0', MESHUP_LOG: 'off' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	for await (const line of createInterface({ input: server.stdout })) {
		const origin = /http:\/\/[\d.:]+/.exec(line)?.[0];
		if (origin !== undefined) {
			return { origin, pid: server.pid ?? 0, stop: () => server.kill('SIGTERM') };
		}
	}
	throw new Error('The server ended without an address. Is it built?');
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/**
 * @param {string} url
 * @param {string} [body]
 * @returns {Promise<{ ms: number, status: number }>}
 */
function ask(url, body) {
	const began = performance.now();
	const method = body === undefined ? 'GET' : 'POST';
	const headers = body === undefined ? {} : { 'content-type': 'application/json' };
	return new Promise((resolve, reject) => {
		const sent = request(url, { agent, method, headers }, (answer) => {
			answer.resume();
			answer.once('end', () =>
				resolve({ ms: performance.now() - began, status: answer.statusCode ?? 0 })
			);
		});
		sent.once('error', reject);
		sent.end(body);
	});
}

/** Resident memory of a process, MB. @param {number} pid */
const memoryOf = (pid) =>
	Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) / 1000;

/** @param {readonly number[]} sorted @param {number} share */
const quantile = (sorted, share) => sorted[Math.ceil(sorted.length * share) - 1] ?? NaN;

/** @param {string} name @param {readonly { ms: number, status: number }[]} answers */
function tell(name, answers) {
	const sorted = answers.map(({ ms }) => ms).sort((a, b) => a - b);
	const [p50, p99, most] = [0.5, 0.99, 1].map((share) => quantile(sorted, share).toFixed(1));
	const refused = answers.filter(({ status }) => status !== 200).length;
	process.stdout.write(
		`${name}: ${answers.length} answers, p50 ${p50} ms, p99 ${p99} ms, most ${most} ms, ${refused} refused\n`
	);
	return { p99: Number(p99), refused };
}

const server = await serve();
const pictures = Array.from({ length: plans ?? 0 }, (_, day) => {
	const pinned = new Date(Date.UTC(2026, 9, 1 + day)).toISOString().slice(0, 10);
	return `${server.origin}/api/v1/chart.svg?p=${pinned}`;
});
const bodies = Array.from({ length: plans ?? 0 }, (_, at) =>
	JSON.stringify({ workload: { pods: 100 + 10 * at } })
);
const estimate = `${server.origin}/api/v1/estimate?points`;
const [coldPictures, coldEstimates] = [
	[await ask(`${server.origin}/healthz`)],
	[await ask(estimate, '{}')]
];
for (const url of pictures) coldPictures.push(await ask(url));
for (const body of bodies) coldEstimates.push(await ask(estimate, body));
tell('chart.svg, each plan for the first time', coldPictures.slice(1));
tell('estimate, each plan for the first time', coldEstimates);

/** @type {Promise<{ kind: 'chart' | 'estimate', ms: number, status: number }>[]} */
const asked = [];
const memory = [];
const began = performance.now();
for (let at = 0; at < (seconds ?? 0) * (rate ?? 0); at++) {
	const wait = began + (at * 1000) / (rate ?? 1) - performance.now();
	if (wait > 0) await pause(wait);
	const nth = Math.floor(at / 2) % (plans ?? 1);
	const kind = at % 2 === 0 ? 'chart' : 'estimate';
	const answer = kind === 'chart' ? ask(pictures[nth] ?? '') : ask(estimate, bodies[nth]);
	asked.push(answer.then((it) => ({ kind, ...it })));
	if (at % (rate ?? 1) === 0) memory.push(memoryOf(server.pid));
}
const answers = await Promise.all(asked);
server.stop();
agent.destroy();

const chart = tell(
	'chart.svg',
	answers.filter(({ kind }) => kind === 'chart')
);
const points = tell(
	'estimate',
	answers.filter(({ kind }) => kind === 'estimate')
);
const early = Math.max(...memory.slice(0, Math.ceil(memory.length / 3)));
const late = Math.max(...memory.slice(-Math.ceil(memory.length / 3)));
process.stdout.write(`memory: ${early.toFixed(0)} MB at first, ${late.toFixed(0)} MB at the end\n`);
const isHeld =
	chart.p99 <= LIMITS.chart &&
	points.p99 <= LIMITS.estimate &&
	chart.refused + points.refused === 0 &&
	late <= early * LIMITS.growth;
process.stdout.write(isHeld ? 'held\n' : 'NOT held\n');
process.exitCode = isHeld ? 0 : 1;
