import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Front {
	readonly address: string;
	/** What stands in place of the answer behind: path → body. */
	readonly own: Map<string, string>;
	/** Paths that were asked for. */
	readonly asked: readonly string[];
	readonly stop: () => Promise<void>;
}

/** Of a body that is given again in plain, these no longer hold. */
const OF_THE_WAY = ['content-encoding', 'content-length', 'transfer-encoding', 'connection'];

const typeOf = (path: string): string => {
	if (path.endsWith('.js')) return 'text/javascript';
	return path.endsWith('.json') ? 'application/json' : 'text/html; charset=utf-8';
};

/** A server before another that gives some answers of its own, as a later deployment would. */
export async function frontOf(behind: string): Promise<Front> {
	const own = new Map<string, string>();
	const asked: string[] = [];

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const path = request.url ?? '/';
		asked.push(path);
		const body = own.get(path);
		if (body !== undefined) {
			response.writeHead(200, { 'content-type': typeOf(path) });
			response.end(body);
			return;
		}
		const found = await fetch(new URL(path, behind), { redirect: 'manual' });
		const headers = [...found.headers].filter(([name]) => !OF_THE_WAY.includes(name));
		response.writeHead(found.status, Object.fromEntries(headers));
		response.end(Buffer.from(await found.arrayBuffer()));
	}

	const server = createServer((request, response) => {
		answer(request, response).catch(() => response.destroy());
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const place = server.address();
	if (place === null || typeof place === 'string') throw new Error('The front has no port.');
	const stop = (): Promise<void> =>
		new Promise((done) => {
			server.close(() => done());
			server.closeAllConnections();
		});
	return { address: `http://127.0.0.1:${place.port}`, own, asked, stop };
}
