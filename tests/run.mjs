// `npm test`: everything that a change must pass, from a fresh clone, with one closing line.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { ROOT, say } from '../src/cli/setup/command.mjs';
import { ensureInstalled } from '../src/cli/setup/install.mjs';
import { withLock } from '../src/cli/setup/lock.mjs';
import { ensureChromium } from './support/chromium.mjs';
import { countPlaywrightFile, countVitestFile } from './support/counts.mjs';

const VITEST_REPORT = 'reports/vitest.json';
const PLAYWRIGHT_REPORT = 'reports/playwright.json';

/**
 * @typedef {import('./support/counts.mjs').Counts} Counts
 * @typedef {{
 *   name: string,
 *   argv: readonly string[],
 *   isLive?: boolean,
 *   count?: (exitCode: number) => Counts
 * }} Step `argv` is for Node; a live step prints as it goes, another only when it fails.
 */

const packages = 'node_modules';

/** @type {Step} */
const types = {
	name: 'types',
	argv: [`${packages}/svelte-check/bin/svelte-check`, '--fail-on-warnings', '--output', 'human']
};

/** @type {Step} */
const lint = {
	name: 'lint',
	argv: [`${packages}/eslint/bin/eslint.js`, '.', '--max-warnings', '0']
};

/** @type {Step} */
const format = {
	name: 'format',
	argv: [`${packages}/prettier/bin/prettier.cjs`, '--check', '--log-level', 'warn', '.']
};

/** @type {Step} */
const build = { name: 'build', argv: ['src/cli/build.mjs'] };

/** @type {Step} */
const size = { name: 'size', argv: ['tests/support/size.mjs'] };

/** @type {Step} */
const vitest = {
	name: 'unit, data and browser tests',
	argv: [
		`${packages}/vitest/vitest.mjs`,
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${VITEST_REPORT}`
	],
	isLive: true,
	count: (exitCode) => countVitestFile(VITEST_REPORT, exitCode)
};

/** @type {Step} */
const playwright = {
	name: 'end-to-end tests',
	argv: [`${packages}/@playwright/test/cli.js`, 'test'],
	isLive: true,
	count: (exitCode) => countPlaywrightFile(PLAYWRIGHT_REPORT, exitCode)
};

/**
 * @param {Step} step
 * @returns {Promise<{ exitCode: number, output: string }>}
 */
function runStep({ argv, isLive }) {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, argv, {
			cwd: ROOT,
			stdio: ['ignore', isLive ? 'inherit' : 'pipe', isLive ? 'inherit' : 'pipe']
		});
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
		}
		child.once('close', (code) => resolve({ exitCode: code ?? 1, output }));
	});
}

/**
 * @param {Step} step
 * @returns {Promise<Counts>}
 */
async function perform(step) {
	const started = performance.now();
	const { exitCode, output } = await runStep(step);
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	if (exitCode !== 0) process.stdout.write(output);
	process.stdout.write(`[${seconds} s] ${step.name}: ${exitCode === 0 ? 'done' : 'FAILED'}\n`);
	return (
		step.count?.(exitCode) ?? (exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
	);
}

/**
 * @param {readonly Counts[]} counts
 * @returns {Counts}
 */
function sum(counts) {
	return {
		passed: counts.reduce((total, { passed }) => total + passed, 0),
		failed: counts.reduce((total, { failed }) => total + failed, 0)
	};
}

/**
 * @param {readonly Step[]} steps
 * @returns {Promise<readonly Counts[]>}
 */
async function inTurn(steps) {
	const counts = [];
	for (const step of steps) counts.push(await perform(step));
	return counts;
}

/** @returns {Promise<Counts>} */
async function performAll() {
	rmSync(`${ROOT}/reports`, { recursive: true, force: true });
	mkdirSync(`${ROOT}/reports`, { recursive: true });
	process.env['CHROMIUM_PATH'] = await ensureChromium();
	await runStep({
		name: 'types of routes',
		argv: [`${packages}/@sveltejs/kit/svelte-kit.js`, 'sync']
	});
	// The build uses one core: what reads the sources alone runs beside it.
	const counts = (await Promise.all([inTurn([build, size, format]), inTurn([types, lint])])).flat();
	// After the build: some of these run the command line or open the pages from it.
	counts.push(...(await inTurn([vitest, playwright])));
	return sum(counts);
}

/** @type {Counts} */
let result = { passed: 0, failed: 1 };
try {
	withLock(ensureInstalled);
	result = await performAll();
} catch (error) {
	say(error instanceof Error ? error.message : String(error));
}
process.exitCode = result.failed > 0 || result.passed === 0 ? 1 : 0;
process.stdout.write(`${result.passed} passed, ${result.failed} failed\n`);
