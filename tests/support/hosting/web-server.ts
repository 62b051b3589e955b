import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ensure } from '../files/run.ts';

const BUILD = fileURLToPath(new URL('../../../build-static/', import.meta.url));
const SCRIPT = fileURLToPath(new URL('./static-build.mjs', import.meta.url));
const LIMIT_MS = 20_000;

/** Where the pages of a static build are. */
export const SITE = join(BUILD, 'site');

/** Makes the static build when its sources are newer than it. */
export async function buildStatic(): Promise<void> {
	await promisify(execFile)(process.execPath, [SCRIPT]);
}

export interface WebServer {
	readonly origin: string;
	readonly stop: () => Promise<void>;
}

/** A loopback port that is free now. */
async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('There is no free port.');
	return address.port;
}

/** The file that the build wrote, with this place in the stead of the one that an operator fills in. */
function configured(file: string, port: number): string {
	const text = readFileSync(join(BUILD, file), 'utf8');
	const listen = file === 'Caddyfile' ? ':8080 {' : 'listen 8080;';
	const here = file === 'Caddyfile' ? `http://127.0.0.1:${port} {` : `listen 127.0.0.1:${port};`;
	if (!text.includes(listen) || !text.includes('/srv/meshup')) throw new Error(`${file} changed.`);
	return text.replace(listen, here).replace('/srv/meshup', SITE);
}

async function answering(origin: string, server: ChildProcess): Promise<void> {
	const until = performance.now() + LIMIT_MS;
	while (server.exitCode === null && performance.now() < until) {
		const answer = await fetch(origin).catch(() => undefined);
		await answer?.body?.cancel();
		if (answer !== undefined) return;
	}
	throw new Error(`${server.spawnfile} does not answer at ${origin}.`);
}

async function started(program: string, argv: readonly string[], port: number): Promise<WebServer> {
	const server = spawn(program, argv, { stdio: ['ignore', 'ignore', 'ignore'] });
	const ended = once(server, 'exit');
	const origin = `http://127.0.0.1:${port}`;
	await answering(origin, server);
	return {
		origin,
		async stop() {
			server.kill('SIGTERM');
			await ended;
		}
	};
}

const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** nginx with the file that the build wrote; `more` is put beside its server block. */
export async function startNginx(more = ''): Promise<WebServer> {
	ensure('nginx');
	const folder = mkdtempSync(join(tmpdir(), 'meshup-nginx-'));
	const port = await freePort();
	writeFileSync(
		join(folder, 'nginx.conf'),
		[
			`pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1; daemon off;`,
			'user root; events { worker_connections 256; } http {',
			'include /etc/nginx/mime.types; access_log off;',
			...TEMPORARY.map((name) => `${name}_temp_path ${folder}/${name};`),
			configured('nginx.conf', port),
			more,
			'}'
		].join('\n')
	);
	const server = await started('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder], port);
	return {
		...server,
		async stop() {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Caddy with the file that the build wrote, and without its administration port. */
export async function startCaddy(): Promise<WebServer> {
	ensure('caddy');
	const folder = mkdtempSync(join(tmpdir(), 'meshup-caddy-'));
	const port = await freePort();
	const file = join(folder, 'Caddyfile');
	writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${configured('Caddyfile', port)}`);
	const argv = ['run', '--config', file, '--adapter', 'caddyfile'];
	const server = await started('caddy', argv, port);
	return {
		...server,
		async stop() {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
