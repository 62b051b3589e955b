import { randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { access, stat, writeFile } from 'node:fs/promises';
import type { Beside } from './beside.ts';
import { failure, success, type Parsed } from '../lib/plan/parsed.ts';

/** Text, or bytes of a file that is no text. */
export type Content = string | Uint8Array;

/** What a command may touch: handed in, so that tests see all of it. */
export interface Io {
	/** A file, or standard input for `-`; at most so many bytes of it. */
	readonly read: (name: string, mostBytes: number) => Promise<Parsed<string>>;
	/** The same in pieces, of any length; its bytes, where known. */
	readonly open: (name: string) => Promise<Parsed<OpenFile>>;
	readonly write: (name: string, content: Content) => Promise<Parsed<void>>;
	/** Answers, and nothing else; bytes are refused where a person would see them. */
	readonly out: (content: Content) => Parsed<void>;
	/** One line for a person. */
	readonly say: (line: string) => void;
	/** Standard input is a person who waits. */
	readonly isTyped: boolean;
	/** ISO date-time. */
	readonly now: () => string;
	/** A text that nobody can foresee. */
	readonly chance: () => string;
	/** Starts a process that draws, where there is a core for it. */
	readonly beside?: () => Beside | undefined;
}

export interface OpenFile {
	readonly size?: number | undefined;
	readonly chunks: () => AsyncIterable<Uint8Array>;
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

async function openFile(name: string): Promise<Parsed<OpenFile>> {
	if (name === '-') return success({ chunks: () => process.stdin });
	try {
		const found = await stat(name);
		if (found.isDirectory()) return failure('', `${shown(name)}: ${REASONS['EISDIR'] ?? ''}.`);
		await access(name, constants.R_OK);
		return success({ size: found.size, chunks: () => createReadStream(name) });
	} catch (cause) {
		return failure('', `${shown(name)}: ${reasonOf(cause)}.`);
	}
}

async function write(name: string, content: Content): Promise<Parsed<void>> {
	try {
		await writeFile(name, content);
		return success(undefined);
	} catch (cause) {
		return failure('', `${shown(name)}: ${reasonOf(cause)}.`);
	}
}

function out(content: Content): Parsed<void> {
	if (typeof content !== 'string' && process.stdout.isTTY) {
		return failure('--out', 'This format is not text: name a file for it.');
	}
	process.stdout.write(content);
	return success(undefined);
}

export const processIo: Io = {
	read,
	open: openFile,
	write,
	out,
	say: (line) => void process.stderr.write(`${line}\n`),
	isTyped: process.stdin.isTTY,
	now: () => new Date().toISOString(),
	chance: () => randomUUID()
};
