import { download } from '../../export/download.ts';
import type { FileWish } from '../../export/file-kinds.ts';
import type { FileOut } from '../../export/file-out.ts';
import { isOwnComputer } from '../own-computer.ts';
import { openWorker } from '../open-worker.ts';
import { askFiles } from './ask-files.ts';
import type { FileQuestion } from './question.ts';
import { toPng } from './to-png.ts';

/** What is under way. */
export interface Making {
	readonly label: string;
	/** 0 to 1. */
	readonly share: number;
	/** It has taken half a second: the reader is told, and may give it up. */
	readonly isLong: boolean;
}

/** A file is made, or not. */
export interface Outcome {
	readonly message: string;
	readonly failed: boolean;
}

export interface Order {
	readonly label: string;
	readonly wish: FileWish;
	/** `about`: the description that comes with a CSV; `pixels`: the picture as PNG. */
	readonly part?: 'about' | 'pixels';
}

/** What files are made of. */
export type About = Pick<FileQuestion, 'plan' | 'decision'>;

const LONG_MS = 500;

/** Makes one file at a time, and says how far it is. */
export class Exporter {
	readonly #about: () => About;
	making: Making | undefined = $state.raw();
	outcome: Outcome | undefined = $state.raw();
	#stop: AbortController | undefined;

	constructor(about: () => About) {
		this.#about = about;
	}

	async save(order: Order): Promise<void> {
		const started = performance.now();
		const file = await this.make(order);
		if (file === undefined) return;
		download(file);
		const seconds = ((performance.now() - started) / 1000).toFixed(1);
		const message = `${file.name}, ${sizeOf(file)}, made in ${seconds} s.`;
		this.outcome = { message, failed: false };
	}

	/** The file, or nothing where it was given up or could not be made. */
	async make({ label, wish, part }: Order): Promise<FileOut | undefined> {
		this.cancel();
		const stop = new AbortController();
		this.#stop = stop;
		this.outcome = undefined;
		this.making = { label, share: 0, isLong: false };
		const update = (change: Partial<Making>): void => {
			if (this.#stop === stop && this.making) this.making = { ...this.making, ...change };
		};
		const timer = setTimeout(() => update({ isLong: true }), LONG_MS);
		try {
			const watch = { signal: stop.signal, onshare: (share: number) => update({ share }) };
			const question = { ...this.#about(), wish, day: today(), ...here() };
			const files = await askFiles(() => openWorker('files'), question, watch);
			const file = files[part === 'about' ? 1 : 0];
			return file !== undefined && part === 'pixels' ? await toPng(file) : file;
		} catch (cause) {
			if (!stop.signal.aborted) this.outcome = { message: faultOf(cause), failed: true };
			return undefined;
		} finally {
			clearTimeout(timer);
			if (this.#stop === stop) this.making = undefined;
		}
	}

	cancel(): void {
		this.#stop?.abort();
		this.making = undefined;
	}
}

const today = (): string => new Date().toISOString().slice(0, 10);
/** A link to this very computer is of no use in a file: it holds the part from `#` on instead. */
const here = (): Pick<FileQuestion, 'address'> =>
	isOwnComputer(location) ? {} : { address: `${location.origin}${location.pathname}` };

function faultOf(cause: unknown): string {
	const why = cause instanceof Error && cause.message !== '' ? ` ${cause.message}` : '';
	return `The file could not be made. Is the network there? Try again.${why}`;
}

function sizeOf({ content }: FileOut): string {
	const bytes = typeof content === 'string' ? new Blob([content]).size : content.length;
	return bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`;
}
