import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { EventEmitter, once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { Outliving, type Handler } from './replaced.ts';

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** A server around a handler, what it told, and the status and words that a path is answered with. */
async function serving(handler: Handler) {
	const told: unknown[] = [];
	const warned: string[] = [];
	const outliving = new Outliving(handler, {
		tell: (fault) => told.push(fault),
		warn: (sentence) => warned.push(sentence)
	});
	const server = createServer((request, response) => {
		void outliving.answer(request, response, () => undefined);
	}).listen(0, '127.0.0.1');
	stops.push(() => server.close());
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	const ask = async (path: string): Promise<readonly [number, string]> => {
		const answered = await fetch(`http://127.0.0.1:${address.port}${path}`);
		return [answered.status, await answered.text()];
	};
	return { ask, told, warned, outliving };
}

/** As the static handler does it: the head first, then the file. */
const sendsFiles: Handler = ({ url }, response) => {
	if (url === '/page') response.end('page');
	else createReadStream(`/nowhere${url}`).pipe(response.writeHead(200, { 'content-length': 1000 }));
};

const REPLACED = [503, expect.stringContaining('were replaced while it ran')];

describe('a server whose files are replaced beneath it', () => {
	it('answers 503 for a file that is gone, and from then on for all', async () => {
		const { ask, told, warned } = await serving(sendsFiles);
		expect(await ask('/page')).toEqual([200, 'page']);
		expect(await ask('/chunk.js')).toEqual(REPLACED);
		expect(await ask('/page')).toEqual(REPLACED);
		expect(warned).toEqual([expect.stringContaining('It must be restarted.')]);
		expect(told).toEqual([]);
	});

	it('answers 503 where a module of its own is gone', async () => {
		const { ask, warned } = await serving(
			({ url }) => import(/* @vite-ignore */ `file:///nowhere${url}`)
		);
		expect(await ask('/route.js')).toEqual(REPLACED);
		expect(warned).toHaveLength(1);
	});

	it('answers what is owed where an import fails that no request is blamed for', async () => {
		const arrivals = new EventEmitter();
		const { ask, warned, outliving } = await serving(() => arrivals.emit('arrived'));
		const arrived = once(arrivals, 'arrived');
		const owed = ask('/never');
		await arrived;
		expect(outliving.hear(new Error('of something else'))).toBe(false);
		const gone = Object.assign(new Error('gone'), { code: 'ERR_MODULE_NOT_FOUND' });
		expect(outliving.hear(gone)).toBe(true);
		expect(await owed).toEqual(REPLACED);
		expect(warned).toHaveLength(1);
	});
});

it('answers another fault with 500 and goes on', async () => {
	const { ask, told } = await serving(({ url }, response) => {
		if (url === '/bad') throw new Error('broken');
		response.end('good');
	});
	expect(await ask('/bad')).toEqual([500, 'Internal error\n']);
	expect(await ask('/')).toEqual([200, 'good']);
	expect(told).toMatchObject([{ message: 'broken' }]);
});
