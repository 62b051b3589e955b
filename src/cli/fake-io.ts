import { textFile } from '../lib/intake/source-file.ts';
import { failure, success } from '../lib/plan/parsed.ts';
import type { Content, Io } from './io.ts';

export interface FakeIo extends Io {
	readonly files: Map<string, string>;
	/** Bytes that went into files or to standard output, the last of them. */
	readonly bytes: () => Uint8Array | undefined;
	/** All that went to standard output. */
	readonly answer: () => string;
	/** Lines for the person. */
	readonly said: readonly string[];
}

/** Files and streams in memory, and a clock that stands still. For tests. */
export function fakeIo(files: Readonly<Record<string, string>> = {}): FakeIo {
	const kept = new Map(Object.entries(files));
	const outs: string[] = [];
	const said: string[] = [];
	let last: Uint8Array | undefined;
	const textOf = (content: Content): string => {
		if (typeof content === 'string') return content;
		last = content;
		return `${content.length} bytes`;
	};
	return {
		files: kept,
		said,
		answer: () => outs.join(''),
		bytes: () => last,
		read(name, most) {
			const text = kept.get(name);
			if (text === undefined) {
				return Promise.resolve(failure('', `${name}: there is no such file.`));
			}
			return Promise.resolve(
				text.length > most
					? failure('', `${name}: more than ${most} bytes are not read.`)
					: success(text)
			);
		},
		open(name) {
			const text = kept.get(name);
			if (text === undefined) {
				return Promise.resolve(failure('', `${name}: there is no such file.`));
			}
			return Promise.resolve(success(textFile(name, text)));
		},
		write(name, content) {
			kept.set(name, textOf(content));
			return Promise.resolve(success(undefined));
		},
		out(content) {
			outs.push(textOf(content));
			return success(undefined);
		},
		say: (line) => void said.push(line),
		isTyped: false,
		now: () => '2026-11-24T10:00:00.000Z',
		chance: () => 'salt'
	};
}
