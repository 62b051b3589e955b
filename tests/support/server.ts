import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LIMIT_MS = 20_000;

/** The environment variable that tells tests where the built pages are served. */
export const ADDRESS = 'MESHUP_ADDRESS';

/** Waits for the one line in which the server says where it listens. */
async function addressOf(server: ChildProcess): Promise<string> {
	if (server.stdout === null) throw new Error('The server has no output to read.');
	const lines = createInterface({ input: server.stdout });
	const [line] = await Promise.race([
		once(lines, 'line', { signal: AbortSignal.timeout(LIMIT_MS) }),
		once(server, 'exit').then(() => [''])
	]);
	const address = /http:\/\/\S+/.exec(String(line))?.[0];
	if (address === undefined) throw new Error('The server ended without an address. Is it built?');
	return address;
}

export interface Served {
	readonly address: string;
	readonly server: ChildProcess;
	readonly stop: () => Promise<void>;
}

/** Serves the build on a free loopback port. */
export async function start(env: Readonly<Record<string, string>> = {}): Promise<Served> {
	const server = spawn(process.execPath, ['build/index.js'], {
		cwd: ROOT,
		env: { ...process.env, HOST: '127.0.0.1', PORT: '0', ...env },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const address = await addressOf(server);
	const stop = async (): Promise<void> => {
		if (server.exitCode !== null || server.signalCode !== null) return;
		const ended = once(server, 'exit');
		server.kill('SIGTERM');
		await ended;
	};
	return { address, server, stop };
}

/** Playwright calls this before all tests, and what it returns after them. */
export default async function serve(): Promise<() => Promise<void>> {
	const { address, stop } = await start();
	process.env[ADDRESS] = address;
	return stop;
}
