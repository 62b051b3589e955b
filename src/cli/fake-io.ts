import { failure, success } from '../lib/plan/parsed.ts';
import type { Io } from './io.ts';

export interface FakeIo extends Io {
	readonly files: Map<string, string>;
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
	return {
		files: kept,
		said,
		answer: () => outs.join(''),
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
		write(name, content) {
			kept.set(name, content);
			return Promise.resolve(success(undefined));
		},
		out: (text) => void outs.push(text),
		say: (line) => void said.push(line),
		isTyped: false,
		now: () => '2026-11-24T10:00:00.000Z'
	};
}
