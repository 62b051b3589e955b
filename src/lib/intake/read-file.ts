import type { Reading } from './content.ts';
import { detect, HEAD_CHARS } from './detect.ts';
import type { Detection } from './detection.ts';
import type { InventoryBuilder } from './inventory/builder.ts';
import { LISTS, SMALL } from './limits.ts';
import type { Sink } from './list-sink.ts';
import { cleaned, quoted } from './parsed.ts';
import { readSmall, refused } from './read-small.ts';
import { Sha256 } from './sha256.ts';
import { streamSink } from './sinks.ts';
import { asUtf8, type SourceFile } from './source-file.ts';

export interface Progress {
	readonly file: string;
	readonly bytes: number;
	readonly size?: number | undefined;
}

export interface ReadOptions {
	readonly builder: InventoryBuilder;
	readonly onProgress?: ((progress: Progress) => void) | undefined;
	readonly signal?: AbortSignal | undefined;
}

/** One file, what it is, what it held, and its SHA-256 (of the bytes read). */
export interface FileReading extends Reading {
	readonly file: string;
	readonly bytes: number;
	readonly sha256: string;
	readonly detection: Detection;
	readonly cancelled: boolean;
}

/**
 * Reads one file while it streams: its beginning decides what it is, then its own reader takes the
 * bytes. Never throws for what a file holds; a file that breaks off yields what came before.
 */
export async function readFile(source: SourceFile, options: ReadOptions): Promise<FileReading> {
	const file = cleaned(source.name).slice(0, 200);
	const state = new FileState(file, options.builder);
	const hash = new Sha256();
	let bytes = 0;
	let stopped = false;
	try {
		for await (const chunk of asUtf8(source.chunks())) {
			stopped = options.signal?.aborted === true;
			if (stopped) break;
			bytes += chunk.length;
			hash.update(chunk);
			if (!(await state.push(chunk))) break;
			options.onProgress?.({ file, bytes, size: source.size });
		}
	} catch {
		state.fault = `The file could not be read to its end (${bytes} bytes were).`;
	}
	const reading = stopped ? refused('Reading was stopped.') : await state.end();
	const { detection } = state;
	return { ...reading, file, bytes, sha256: hash.hex(), detection, cancelled: stopped };
}

/** Gathers the beginning of a file, then passes all on to the sink of its kind. */
class FileState {
	readonly #file: string;
	readonly #builder: InventoryBuilder;
	readonly #decoder = new TextDecoder();
	#held: Uint8Array[] = [];
	#heldBytes = 0;
	#total = 0;
	#text = '';
	#sink: Sink<Reading> | undefined;
	detection: Detection = { kind: 'unknown', confidence: 'none', reasons: [] };
	#decided = false;
	fault: string | undefined;

	constructor(file: string, builder: InventoryBuilder) {
		this.#file = file;
		this.#builder = builder;
	}

	/** False when no more bytes are wanted. */
	async push(chunk: Uint8Array): Promise<boolean> {
		this.#total += chunk.length;
		if (this.#decided) {
			this.#sink?.push(chunk);
			if (this.#total <= LISTS.bytes) return this.#sink !== undefined;
			this.fault = `Reading stopped at ${LISTS.bytes} bytes, the most that is read.`;
			return false;
		}
		this.#held.push(chunk.slice());
		this.#heldBytes += chunk.length;
		this.#text += this.#decoder.decode(chunk, { stream: true });
		return this.#heldBytes <= HEAD_CHARS || (await this.#decide());
	}

	/** True when the file is one that is read while it streams. */
	async #decide(): Promise<boolean> {
		this.#decided = true;
		this.detection = detect(this.#text);
		const { kind } = this.detection;
		const context = { kind, file: this.#file, head: this.#text, builder: this.#builder };
		this.#sink = await streamSink(context);
		for (const chunk of this.#held) this.#sink?.push(chunk);
		this.#held = [];
		return this.#sink !== undefined;
	}

	async end(): Promise<Reading> {
		if (!this.#decided) {
			this.#text += this.#decoder.decode();
			await this.#decide();
		}
		const reading = await this.#finish();
		if (this.fault === undefined) return reading;
		return { ...reading, errors: [...reading.errors, { path: '', message: this.fault }] };
	}

	/** What there is instead, so that a wrong file is known at a glance. */
	#beginning(): string {
		const first = this.#text.trimStart().split('\n', 1)[0]?.trim() ?? '';
		return first === '' ? '' : `It begins with ${quoted(first)}.`;
	}

	async #finish(): Promise<Reading> {
		const { kind, advice, reasons } = this.detection;
		if (this.#sink) return this.#sink.end();
		if (kind === 'unknown' || kind === 'unreadable' || kind.startsWith('meshup-'))
			return refused(`This file ${reasons.join(', ')}. ${advice ?? this.#beginning()}`.trim());
		if (this.#total > SMALL.bytes)
			return refused(`This ${kind} file has more than ${SMALL.bytes} bytes, the most read.`);
		return { ...(await readSmall(kind, this.#text, this.#file)) };
	}
}
