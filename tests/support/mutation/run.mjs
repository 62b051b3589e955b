/*
 * `npm run test:mutation [-- PART…]`: flips one operator of the engine at a time, in files whose path
 * has one of the parts in it, and prints every flip that no fast test notices.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ROOT, say } from '../../../src/cli/setup/command.mjs';
import { applied, mutantsOf } from './mutants.mjs';

/** Random records a property runs on: what a flip needs many of to show is not well tested. */
process.env['MESHUP_RUNS'] ??= '30';

const ENGINE = join(ROOT, 'src/lib/engine');
const SUBJECTS = ['areas', 'after', 'checks.ts', 'option.ts', 'rows.ts', 'quantities.ts'];
const MORE = ['outcome.ts', 'path-figures.ts', 'run.ts'];
/** Written without the graph: plain numbers and decimals. */
const PLAIN = ['after/', ...MORE];
/** Sweeps over many records, and draws: too slow to be run for each flip. */
const SLOW = /(readings|invariants|oracles|units|read-record)\.test\.ts$|\/simulate\//;
/** An endless loop shows too. */
const PATIENCE_MICROSECONDS = 20_000_000;
const LOOK_EVERY_MS = 2000;

/** @type {readonly { file: string, line: string, label: string, reason: string }[]} */
const EQUIVALENT = JSON.parse(
	readFileSync(join(import.meta.dirname, 'equivalent.json'), 'utf8')
).mutants;

/** @param {string} folder @returns {readonly string[]} */
const filesIn = (folder) =>
	readdirSync(join(ENGINE, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
		.map((entry) => join(entry.parentPath, entry.name));

const isTest = (/** @type {string} */ file) => file.endsWith('.test.ts');

const parts = process.argv.slice(2);
/** Searches and series in after/ have flips that only cost them steps: they are run when asked for. */
const isAsked = (/** @type {string} */ file) =>
	parts.length === 0 ? !file.includes('/after/') : parts.some((part) => file.includes(part));
const subjects = [...SUBJECTS, ...MORE]
	.flatMap((name) => (name.endsWith('.ts') ? [join(ENGINE, name)] : filesIn(name)))
	.filter((file) => !isTest(file) && isAsked(file));
const tests = filesIn('.').filter((file) => isTest(file) && !SLOW.test(file));

/** A thread that runs tests, replaced when it does not come back. */
class Runner {
	/** @type {Worker | undefined} */
	#worker;

	#started() {
		this.#worker ??= new Worker(new URL('worker.mjs', import.meta.url));
		return this.#worker;
	}

	/**
	 * @param {{ files: readonly string[], text?: string, only: readonly string[] }} job
	 * @returns {Promise<{ failures: readonly string[], spent: ReadonlyMap<string, number> }>}
	 */
	run(job) {
		const worker = this.#started();
		/** @type {string[]} */
		const failures = [];
		/** @type {Map<string, number>} */
		const spent = new Map();
		return new Promise((resolve) => {
			const end = () => {
				signal.removeEventListener('abort', late);
				worker.off('message', hear).off('error', fall);
				resolve({ failures, spent });
			};
			const hear = (/** @type {any} */ told) => {
				if (told.done === true) return end();
				spent.set(told.test, told.spent);
				if (told.failure !== undefined) failures.push(`${told.test}: ${told.failure}`);
			};
			const fall = (/** @type {Error} */ cause) => {
				failures.push(cause.message);
				this.#worker = undefined;
				end();
			};
			// By the work of this process: on a busy machine the clock says little.
			const from = process.cpuUsage().user;
			const late = () => {
				if (process.cpuUsage().user - from < PATIENCE_MICROSECONDS) return wait();
				failures.push('does not end');
				void this.stop().then(end);
			};
			const wait = () => {
				signal = AbortSignal.timeout(LOOK_EVERY_MS);
				signal.addEventListener('abort', late, { once: true });
			};
			/** @type {AbortSignal} */
			let signal;
			wait();
			worker.on('message', hear).on('error', fall).postMessage(job);
		});
	}

	async stop() {
		await this.#worker?.terminate();
		this.#worker = undefined;
	}
}

const short = (/** @type {string} */ file) => file.slice(ENGINE.length + 1);

/** @param {import('./mutants.mjs').Mutant} mutant @param {string} text */
const reasonFor = ({ file, line, label }, text) => {
	const words = text.split('\n')[line - 1]?.trim() ?? '';
	return EQUIVALENT.find(
		(one) => one.file === short(file) && one.label === label && words.includes(one.line)
	)?.reason;
};

const runner = new Runner();
const green = await runner.run({ files: subjects, only: tests });
if (green.failures.length > 0) {
	say(`without a flip: ${green.failures.join('\n')}`);
	process.exit(1);
}

/** The test beside the file first, then random records, which find most, then the quickest. */
const inOrder = (/** @type {string} */ file) => {
	const beside = file.replace(/\.ts$/, '.test.ts');
	const rank = (/** @type {string} */ test) =>
		test === beside
			? -2
			: test.endsWith('differential.test.ts')
				? -1
				: (green.spent.get(test) ?? 0);
	return [...tests].sort((a, b) => rank(a) - rank(b));
};

let [caught, excused, left] = [0, 0, 0];
for (const file of subjects) {
	const text = readFileSync(file, 'utf8');
	const graph = !PLAIN.some((part) => short(file).startsWith(part));
	const mutants = mutantsOf({ file, text, graph });
	const only = inOrder(file);
	const started = performance.now();
	for (const mutant of mutants) {
		if (reasonFor(mutant, text) !== undefined) {
			excused++;
			continue;
		}
		const { failures } = await runner.run({ files: [file], text: applied(text, mutant), only });
		if (failures.length > 0) {
			caught++;
			continue;
		}
		left++;
		const words = text.split('\n')[mutant.line - 1]?.trim() ?? '';
		say(`survives: ${short(file)}:${mutant.line}:${mutant.column} ${mutant.label}   ${words}`);
	}
	const seconds = ((performance.now() - started) / 1000).toFixed(0);
	say(`${short(file)}: ${mutants.length} flips in ${seconds} s`);
}
await runner.stop();
say(`${caught} flips caught, ${excused} that change nothing, ${left} left`);
process.exitCode = left === 0 ? 0 : 1;
