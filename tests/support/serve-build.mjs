// The built server on a free loopback port: for end-to-end tests, benchmarks and the audit.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ROOT } from '../../src/cli/setup/command.mjs';

const LIMIT_MS = 20_000;

/**
 * @typedef {{
 *   origin: string,
 *   server: import('node:child_process').ChildProcess,
 *   stop: () => Promise<void>
 * }} Served
 */

/**
 * Waits for the one line in which the server says where it listens.
 *
 * @param {import('node:stream').Readable} output
 * @param {Promise<unknown>} ended
 */
async function originIn(output, ended) {
	const lines = createInterface({ input: output });
	const [line] = await Promise.race([
		once(lines, 'line', { signal: AbortSignal.timeout(LIMIT_MS) }),
		ended.then(() => [''])
	]);
	const origin = /http:\/\/[^\s/]+/.exec(String(line))?.[0];
	if (origin === undefined) throw new Error('The server ended without an address. Is it built?');
	return origin;
}

/**
 * @param {Readonly<Record<string, string>>} env
 * @returns {Promise<Served>}
 */
export async function serveBuild(env = {}) {
	const server = spawn(process.execPath, ['build/index.js'], {
		cwd: ROOT,
		env: { ...process.env, HOST: '127.0.0.1', PORT: '0', ...env },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const ended = once(server, 'exit');
	const origin = await originIn(server.stdout, ended);
	const stop = async () => {
		if (server.exitCode === null && server.signalCode === null) server.kill('SIGTERM');
		await ended;
	};
	return { origin, server, stop };
}
