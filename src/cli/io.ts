import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { failure, success, type Parsed } from '../lib/plan/parsed.ts';

/** What a command may touch: handed in, so that tests see all of it. */
export interface Io {
	/** A file, or standard input for `-`; at most so many bytes of it. */
	readonly read: (name: string, mostBytes: number) => Promise<Parsed<string>>;
	readonly write: (name: string, content: string) => Promise<Parsed<void>>;
	/** Answers, and nothing else. */
	readonly out: (text: string) => void;
	/** One line for a person. */
	readonly say: (line: string) => void;
	/** Standard input is a person who waits. */
	readonly isTyped: boolean;
	/** ISO date-time. */
	readonly now: () => string;
}

const REASONS: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file',
	EISDIR: 'it is a folder',
	EACCES: 'it may not be read or written',
	ENOTDIR: 'part of its path is not a folder',
	ENAMETOOLONG: 'its name is too long'
};

function reasonOf(cause: unknown): string {
	const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
	return REASONS[code] ?? (code === '' ? 'it cannot be used' : `it cannot be used (${code})`);
}

const shown = (name: string): string => (name === '-' ? 'standard input' : name.slice(0, 200));

async function read(name: string, mostBytes: number): Promise<Parsed<string>> {
	try {
		const chunks: Buffer[] = [];
		let length = 0;
		const stream = name === '-' ? process.stdin : createReadStream(name);
		for await (const chunk of stream) {
			const bytes = Buffer.from(chunk);
			length += bytes.length;
			if (length > mostBytes) {
				stream.destroy();
				return failure('', `${shown(name)}: more than ${mostBytes} bytes are not read.`);
			}
			chunks.push(bytes);
		}
		return success(Buffer.concat(chunks).toString('utf8'));
	} catch (cause) {
		return failure('', `${shown(name)}: ${reasonOf(cause)}.`);
	}
}

async function write(name: string, content: string): Promise<Parsed<void>> {
	try {
		await writeFile(name, content);
		return success(undefined);
	} catch (cause) {
		return failure('', `${shown(name)}: ${reasonOf(cause)}.`);
	}
}

export const processIo: Io = {
	read,
	write,
	out: (text) => void process.stdout.write(text),
	say: (line) => void process.stderr.write(`${line}\n`),
	isTyped: process.stdin.isTTY,
	now: () => new Date().toISOString()
};
