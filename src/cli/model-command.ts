import { model, type ModelAnswer } from '../lib/engine/model.ts';
import { readRecord } from '../lib/engine/read-record.ts';
import type { Parsed, Problem } from '../lib/plan/parsed.ts';
import { readRecords } from '../lib/plan/records.ts';
import { readArgs } from './args.ts';
import { EXIT, lineOf, tellProblems, type ExitCode } from './exit.ts';
import type { Io } from './io.ts';

/** About ten thousand records. */
const MOST_BYTES = 64 * 1024 * 1024;

/** `meshup model [FILE|-]`: input records to result records, JSON to JSON, in the same order. */
export async function modelCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
	const args = readArgs(argv, []);
	if (!args.ok) return tellProblems(io, args.errors);
	const [name = '-', ...more] = args.value.words;
	if (more.length > 0) return tellProblems(io, [{ path: '', message: 'Name one file.' }]);
	if (name === '-' && io.isTyped) io.say('Reading a record from standard input …');
	const text = await io.read(name, MOST_BYTES);
	if (!text.ok) return tellProblems(io, text.errors);
	const written = readRecords(text.value);
	if (!written.ok) {
		io.out(`${json(errorOf(written.errors))}\n`);
		return tellProblems(io, written.errors);
	}
	const { isList, records } = written.value;
	if (!isList) return one(records[0], io);
	io.out('[');
	let code: ExitCode = EXIT.done;
	records.forEach((record, at) => {
		const { answer, problems } = answered(record);
		for (const { path, message } of problems) {
			code = EXIT.input;
			io.say(`[${at}] ${lineOf(path, message)}`);
		}
		io.out(`${at === 0 ? '' : ','}\n${json(answer)}`);
	});
	io.out('\n]\n');
	return code;
}

function one(record: Parsed<unknown> | undefined, io: Io): ExitCode {
	if (record === undefined) return EXIT.done;
	const { answer, problems } = answered(record);
	io.out(`${json(answer)}\n`);
	return problems.length > 0 ? tellProblems(io, problems) : EXIT.done;
}

interface Answered {
	readonly answer: ModelAnswer;
	/** Every fault; the answer holds the first. */
	readonly problems: readonly Problem[];
}

function answered(record: Parsed<unknown>): Answered {
	if (!record.ok) return { answer: errorOf(record.errors), problems: record.errors };
	const answer = model(record.value);
	const fault = faultOf(answer);
	if (fault === undefined) return { answer, problems: [] };
	const read = readRecord(record.value);
	return { answer, problems: read.ok ? [fault] : read.errors };
}

function faultOf({ error }: ModelAnswer): Problem | undefined {
	if (typeof error !== 'object' || error === null) return undefined;
	if (!('path' in error && 'message' in error)) return undefined;
	return { path: String(error.path), message: String(error.message) };
}

function errorOf(problems: readonly Problem[]): ModelAnswer {
	const [{ path, message } = { path: '', message: 'It cannot be read.' }] = problems;
	return { error: { code: 'INPUT_INVALID', path, message } };
}

const json = (answer: ModelAnswer): string => JSON.stringify(answer, undefined, 2);
