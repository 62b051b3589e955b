// The server of the Node build, bundled to build/index.js. It differs from the adapter's own in
// three ways: prerendered pages and files get the headers of `headers.ts`, requests are taken as
// plain http unless a proxy says otherwise, and it listens on this machine only unless told to.
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { framedBy, headersFor } from '../headers.ts';
import { policiesIn } from './prerendered.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const SHUTDOWN_MS = 5000;
const HIGHEST_PORT = 65_535;
const PROTOCOL_HEADER = 'x-meshup-protocol';

const { env } = process;
const host = env['HOST'] || '127.0.0.1';
const port = Number(env['PORT'] || '3000');
const ancestors = env['EMBED_ANCESTORS'] ?? "'self'";
const isBehindProxy = env['ORIGIN'] !== undefined || env['PROTOCOL_HEADER'] !== undefined;
if (!isBehindProxy) env['PROTOCOL_HEADER'] = PROTOCOL_HEADER;

const built = (file: string): string => new URL(file, import.meta.url).href;
const pages = fileURLToPath(built('./prerendered'));
const policies = existsSync(pages) ? policiesIn(pages) : new Map<string, string>();
const { handler }: { handler: Handler } = await import(/* @vite-ignore */ built('./handler.js'));

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

const server = createServer((request, response) => {
	const path = pathOf(request);
	if (!isBehindProxy) request.headers[PROTOCOL_HEADER] = 'http';
	for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value);
	const policy = policies.get(path);
	if (policy !== undefined) {
		response.setHeader('content-security-policy', framedBy(path, policy, ancestors));
	}
	handler(request, response, () => {
		response.statusCode = 404;
		response.end('Not found');
	});
});

function stop(): void {
	server.close(() => process.exit(0));
	server.closeIdleConnections();
	setTimeout(() => server.closeAllConnections(), SHUTDOWN_MS).unref();
}

server.once('error', ({ message }) => fail(`MeshUp cannot listen on ${host}:${port}: ${message}`));
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
server.listen({ port, host }, () => {
	const address = server.address();
	const bound = typeof address === 'object' && address !== null ? address.port : port;
	const name = host.includes(':') ? `[${host}]` : host;
	process.stdout.write(`MeshUp is ready at http://${name}:${bound}/\n`);
});
