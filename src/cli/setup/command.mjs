import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A step that could not be done; its message is meant for the person at the terminal. */
export class SetupError extends Error {}

/**
 * Says something to the person waiting. On stderr, since stdout is for answers alone.
 *
 * @param {string} sentence
 */
export function say(sentence) {
	process.stderr.write(`${sentence}\n`);
}

/**
 * Runs a program in the project's folder. Its output is held back and shown only when it fails.
 *
 * @param {string} program
 * @param {readonly string[]} argv
 * @param {NodeJS.ProcessEnv} [env] added to the surroundings of this process
 */
export function run(program, argv, env = {}) {
	const done = spawnSync(program, argv, {
		cwd: ROOT,
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024
	});
	if (done.status === 0) return;
	process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
	const ended = done.error?.message ?? `it ended with ${done.signal ?? `code ${done.status}`}`;
	throw new SetupError(`"${[program, ...argv].join(' ')}" failed: ${ended}`);
}

/**
 * Runs a script with the Node.js that runs this one.
 *
 * @param {readonly string[]} argv
 */
export function runNode(argv) {
	run(process.execPath, argv);
}
