import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { expect, test } from '../../support/page.ts';
import { serveBuild, type Served } from '../../support/serve-build.mjs';

/** A connection of its own, spoken by hand, and all that came back on it. */
async function dial(address: string): Promise<{ socket: Socket; heard: () => string }> {
	const { hostname, port } = new URL(address);
	const socket = connect(Number(port), hostname);
	let text = '';
	socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
	socket.on('error', () => undefined);
	await once(socket, 'connect');
	return { socket, heard: () => text };
}

const head = (length: number): string =>
	'POST /api/v1/estimate?points HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n' +
	`content-length: ${length}\r\nconnection: close\r\n\r\n`;

function linesOf({ server }: Served): string[] {
	const lines: string[] = [];
	if (server.stdout !== null)
		createInterface({ input: server.stdout }).on('line', (it) => lines.push(it));
	return lines;
}

test('each request is one line of JSON, without the plan in its query or body', async ({
	request
}) => {
	const served = await serveBuild({ MESHUP_LOG: 'requests' });
	const lines = linesOf(served);
	await request.get(new URL('/embed?s=SECRETSTATE', served.origin).href);
	await request.post(new URL('/api/v1/estimate?points', served.origin).href, {
		data: { name: 'SECRETNAME', workload: { podz: 1 } }
	});
	await expect.poll(() => lines.length).toBeGreaterThanOrEqual(2);
	await served.stop();
	expect(lines.map((line) => JSON.parse(line))).toMatchObject([
		{ event: 'request', method: 'GET', path: '/embed', status: 200 },
		{ event: 'request', method: 'POST', path: '/api/v1/estimate', status: 400 }
	]);
	expect(lines.join()).not.toContain('SECRET');
});

test('what is under way when the server is told to stop is still answered, and nothing new', async () => {
	const served = await serveBuild({ MESHUP_LOG: 'off' });
	// Worked out once before, so that a busy machine is not what takes longer than a stop may.
	const asked = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
	expect((await fetch(new URL('/api/v1/estimate', served.origin), asked)).status).toBe(200);
	const { socket, heard } = await dial(served.origin);
	socket.write(head(2) + '{');
	// An answer on another connection says that the first one was taken by then.
	await fetch(new URL('/healthz', served.origin));
	const ended = once(served.server, 'exit');
	served.server.kill('SIGTERM');
	await expect
		.poll(() => fetch(new URL('/healthz', served.origin)).then(String, () => 'refused'))
		.toBe('refused');
	socket.write('}');
	await once(socket, 'close');
	expect(heard()).toMatch(/^HTTP\/1\.1 200 /);
	expect(heard()).toContain('"comparison"');
	expect(await ended).toEqual([0, null]);
});

test('a health check is answered while a plan of five years is worked out', async () => {
	const served = await serveBuild({ MESHUP_LOG: 'off' });
	const answered: string[] = [];
	const asked = async (what: string, init?: RequestInit): Promise<number> => {
		const { status } = await fetch(new URL(what, served.origin), init);
		answered.push(what);
		return status;
	};
	const estimate = asked('/api/v1/estimate?points', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: '{"finance":{"months":60}}'
	});
	expect(await asked('/healthz')).toBe(200);
	expect(await estimate).toBe(200);
	expect(answered).toEqual(['/healthz', '/api/v1/estimate?points']);
	await served.stop();
});

test('a sender that never ends its head is told 408 and cut off; others are answered meanwhile', async () => {
	const served = await serveBuild({ MESHUP_LOG: 'off' });
	const { socket, heard } = await dial(served.origin);
	socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\nx-slow: ');
	expect((await fetch(new URL('/healthz', served.origin))).status).toBe(200);
	await once(socket, 'close');
	expect(heard()).toMatch(/^HTTP\/1\.1 408 /);
	await served.stop();
});

test('a body that turns out longer than the limit is told 413', async () => {
	const served = await serveBuild({ MESHUP_LOG: 'off' });
	const { socket, heard } = await dial(served.origin);
	socket.write(
		'POST /api/v1/estimate HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n' +
			'transfer-encoding: chunked\r\n\r\n'
	);
	const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
	for (let at = 0; at < 6; at++) socket.write(chunk);
	await expect.poll(heard).toMatch(/^HTTP\/1\.1 413 /);
	socket.destroy();
	await served.stop();
});
