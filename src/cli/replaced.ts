import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';

export type Handler = (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void
) => unknown;

/** The files of a build are read as they are asked for, and other files lie in their place. */
const GONE: ReadonlySet<unknown> = new Set(['ENOENT', 'ERR_MODULE_NOT_FOUND']);

const isGone = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && GONE.has(error.code);

const WORDS = 'The files of this server were replaced while it ran. It must be restarted.\n';
const HEAD: Readonly<Record<string, string>> = {
	'content-type': 'text/plain; charset=utf-8',
	'content-length': String(Buffer.byteLength(WORDS)),
	'retry-after': '10',
	'cache-control': 'no-store',
	connection: 'close'
};

interface Voice {
	/** A fault of ours, for the log. */
	readonly tell: (fault: unknown) => void;
	/** A sentence for whoever runs the server. */
	readonly warn: (sentence: string) => void;
}

/**
 * A handler that outlives its files. The first that is gone ends all answers but one: 503, so that no
 * page is put together from two builds, and whoever watches the server starts it anew. Other faults are
 * told and answered 500.
 */
export class Outliving {
	readonly #handler: Handler;
	readonly #voice: Voice;
	/** Answers that are still owed. */
	readonly #owed = new Set<ServerResponse>();
	#isReplaced = false;

	constructor(handler: Handler, voice: Voice) {
		this.#handler = handler;
		this.#voice = voice;
	}

	async answer(...[request, response, next]: Parameters<Handler>): Promise<void> {
		if (this.#isReplaced) {
			unavailable(response);
			return;
		}
		this.#owed.add(response);
		response.once('close', () => this.#owed.delete(response));
		const sentBefore = response.socket?.bytesWritten;
		// A file is sent by a stream that says nothing to the handler when it cannot be opened.
		response.once('pipe', (file: Readable) =>
			file.once('error', (error) => {
				if (isGone(error) && response.socket?.bytesWritten === sentBefore) instead(response);
				this.#fail(response, error);
			})
		);
		try {
			await this.#handler(request, response, next);
		} catch (error) {
			this.#fail(response, error);
		}
	}

	/** What no request is blamed for: an import that nobody waits for. Tells whether it is outlived. */
	hear(error: unknown): boolean {
		if (!isGone(error)) return false;
		this.#replaced();
		for (const response of this.#owed) if (!response.headersSent) unavailable(response);
		return true;
	}

	#fail(response: ServerResponse, error: unknown): void {
		if (isGone(error)) this.#replaced();
		else this.#voice.tell(error);
		if (this.#isReplaced) unavailable(response);
		else if (response.headersSent) response.destroy();
		else response.writeHead(500, { 'content-type': 'text/plain' }).end('Internal error\n');
	}

	#replaced(): void {
		if (this.#isReplaced) return;
		this.#isReplaced = true;
		this.#voice.warn(`${WORDS}Until then everything is answered 503.`);
	}
}

function unavailable(response: ServerResponse): void {
	if (response.headersSent) response.destroy();
	else response.writeHead(503, HEAD).end(WORDS);
}

/** In place of a head that was written but did not leave yet. */
function instead({ socket }: ServerResponse): void {
	const head = Object.entries(HEAD).map(([name, value]) => `${name}: ${value}`);
	socket?.end(['HTTP/1.1 503 Service Unavailable', ...head, '', WORDS].join('\r\n'));
}
