import { model, type ModelAnswer } from '../engine/model.ts';
import { readRecord } from '../engine/read-record.ts';
import { failure, success, type Parsed, type Problem } from '../plan/parsed.ts';
import { readRecords } from '../plan/records.ts';
import { inTurn } from './guarded.ts';
import { MOST } from './limits.ts';

/**
 * Input records (`model.md` §2) to result records. One record is answered alone and its faults are
 * told all at once; of a list each is answered in its place, as on the command line.
 */
export async function modelAnswers(text: string): Promise<Parsed<unknown>> {
	const written = readRecords(text);
	if (!written.ok) return written;
	const { isList, records } = written.value;
	const [first] = records;
	if (!isList) return first === undefined || !first.ok ? (first ?? NOTHING) : one(first.value);
	if (records.length > MOST.records) {
		return failure(
			'',
			`${records.length} records; at most ${MOST.records} are answered at a time.`
		);
	}
	const until = performance.now() + MOST.workMs;
	const answers: ModelAnswer[] = [];
	for (const record of records) {
		if (performance.now() > until) return failure(`[${answers.length}]`, TOO_LONG);
		const answer = record.ok ? await inTurn(() => model(record.value)) : errorOf(record.errors);
		answers.push(answer);
	}
	return success(answers);
}

const NOTHING = failure('', 'There is nothing in it; a record is an object.');
const TOO_LONG = 'These records take longer than two seconds together; send fewer at a time.';

async function one(record: unknown): Promise<Parsed<ModelAnswer>> {
	const answer = await inTurn(() => model(record));
	if (!('error' in answer)) return success(answer);
	const read = readRecord(record);
	return read.ok ? { ok: false, errors: [problemOf(answer)] } : { ok: false, errors: read.errors };
}

function problemOf({ error }: ModelAnswer): Problem {
	if (typeof error === 'object' && error !== null && 'path' in error && 'message' in error) {
		return { path: String(error.path), message: String(error.message) };
	}
	return { path: '', message: 'It cannot be worked out.' };
}

function errorOf(problems: readonly Problem[]): ModelAnswer {
	const [{ path, message } = { path: '', message: 'It cannot be read.' }] = problems;
	return { error: { code: 'INPUT_INVALID', path, message } };
}
