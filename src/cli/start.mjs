// `npm start`: from a fresh clone to an address in the browser.
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, SetupError, say } from './setup/command.mjs';
import { ensureApp } from './setup/build.mjs';

const FIRST_PORT = 3000;
const PORTS_TRIED = 100;
const PARENT_CHECK_MS = 300;

/** Read at once: a shell that dies during a build has another number put in its place. */
const PARENT = process.ppid;

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function isFree(port, host) {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', () => resolve(false));
		probe.listen({ port, host }, () => probe.close(() => resolve(true)));
	});
}

/** @param {string} host */
async function firstFreePort(host) {
	for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port++) {
		if (await isFree(port, host)) return port;
	}
	throw new SetupError(`No free port from ${FIRST_PORT} on; name one with PORT=…`);
}

/**
 * Ends the server with the `npm start` that began it: npm hands a SIGTERM to a shell, which dies of
 * it and leaves its child to run on.
 */
function endWithNpm() {
	if (process.env['npm_lifecycle_event'] !== 'start') return;
	const look = () => process.ppid === PARENT || process.kill(process.pid, 'SIGTERM');
	setInterval(look, PARENT_CHECK_MS).unref();
}

try {
	ensureApp();
	// An empty setting counts as none.
	const host = (process.env['HOST'] ||= '127.0.0.1');
	process.env['PORT'] ||= String(await firstFreePort(host));
	endWithNpm();
	await import(pathToFileURL(join(ROOT, 'build/index.js')).href);
} catch (error) {
	if (!(error instanceof SetupError)) throw error;
	say(error.message);
	process.exitCode = 1;
}
