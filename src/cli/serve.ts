// The server of the Node build. It differs from the adapter's own in
// three ways: prerendered pages and files get the headers of `headers.ts`, requests are taken as
// plain http unless a proxy says otherwise, and it listens on this machine only unless told to.
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { frameAncestors, framedBy, headersFor } from '../headers.ts';
import { logLine, tellFault } from '../lib/server/log.ts';
import { WORKER_SCRIPT } from '../lib/server/worker-script.ts';
import { policiesIn } from './prerendered.ts';
import { Outliving, type Handler } from './replaced.ts';

const SHUTDOWN_MS = 5000;
/** Time to send a head, and a whole request: a slow sender gets 408 and is cut off. */
const HEAD_MS = 5000;
const REQUEST_MS = 15_000;
/** How often the two above are looked at. */
const LOOK_MS = 1000;
/** Room for a state of 16 KiB in the address. */
const HEAD_BYTES = 32 * 1024;
const MOST_CONNECTIONS = 1000;
const HIGHEST_PORT = 65_535;
const PROTOCOL_HEADER = 'x-meshup-protocol';

const { env } = process;
const host = env['HOST'] || '127.0.0.1';
const port = Number(env['PORT'] || '3000');
const ancestors = frameAncestors(env);
// A terminal is a person's: requests are logged where something gathers them, or when asked for.
const isLogged = (env['MESHUP_LOG'] ?? (process.stdout.isTTY ? 'off' : 'requests')) !== 'off';
const isBehindProxy = env['ORIGIN'] !== undefined || env['PROTOCOL_HEADER'] !== undefined;
if (!isBehindProxy) env['PROTOCOL_HEADER'] = PROTOCOL_HEADER;

const built = (file: string): string => new URL(file, import.meta.url).href;
const pages = fileURLToPath(built('./prerendered'));
const policies = existsSync(pages) ? policiesIn(pages) : new Map<string, string>();
// Threads for long work run the same bundle.
env[WORKER_SCRIPT] = built('./index.js');
const { handler }: { handler: Handler } = await import(/* @vite-ignore */ built('./handler.js'));
const warn = (sentence: string): boolean => process.stderr.write(`${sentence}\n`);
const outliving = new Outliving(handler, { tell: tellFault, warn });
process.on('unhandledRejection', (fault) => {
	if (!outliving.hear(fault)) throw fault;
});

/** The path of a request as the routes know it; nonsense is left for the handler to refuse. */
function pathOf(request: IncomingMessage): string {
	const path = (request.url ?? '/').replace(/[?#].*$/s, '');
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

function fail(sentence: string): void {
	process.stderr.write(`${sentence}\n`);
	process.exit(1);
}

if (!Number.isInteger(port) || port < 0 || port > HIGHEST_PORT) {
	fail(`PORT is "${env['PORT']}"; it must be a whole number from 0 to ${HIGHEST_PORT}.`);
}

/** One line a request when it is answered, without its query: a plan may stand there. */
function logged(request: IncomingMessage, response: ServerResponse): void {
	const began = performance.now();
	response.once('close', () => {
		const served = {
			method: request.method ?? '',
			path: request.url ?? '',
			status: response.writableFinished ? response.statusCode : 499,
			ms: Math.round(performance.now() - began),
			bytes: Number(response.getHeader('content-length') ?? 0)
		};
		process.stdout.write(`${logLine(new Date().toISOString(), served)}\n`);
	});
}

const limits = {
	headersTimeout: HEAD_MS,
	requestTimeout: REQUEST_MS,
	connectionsCheckingInterval: LOOK_MS,
	maxHeaderSize: HEAD_BYTES
};

const server = createServer(limits, (request, response) => {
	if (isLogged) logged(request, response);
	const path = pathOf(request);
	if (!isBehindProxy) request.headers[PROTOCOL_HEADER] = 'http';
	for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value);
	const policy = policies.get(path);
	if (policy !== undefined) {
		response.setHeader('content-security-policy', framedBy(path, policy, ancestors));
	}
	void outliving.answer(request, response, () => {
		response.statusCode = 404;
		response.end('Not found');
	});
});

function stop(): void {
	// Answers under way are finished; what hangs on after that is cut.
	server.close(() => process.exit(0));
	server.closeIdleConnections();
	setTimeout(() => server.closeAllConnections(), SHUTDOWN_MS).unref();
}

server.maxConnections = MOST_CONNECTIONS;
server.once('error', ({ message, code }: NodeJS.ErrnoException) => {
	const why =
		code === 'EADDRINUSE' ? 'something else listens there; name another port with PORT=…' : message;
	fail(`MeshUp cannot listen on ${host}:${port}: ${why}`);
});
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
server.listen({ port, host }, () => {
	const address = server.address();
	const bound = typeof address === 'object' && address !== null ? address.port : port;
	const name = host.includes(':') ? `[${host}]` : host;
	process.stdout.write(`MeshUp is ready at http://${name}:${bound}/\n`);
});
