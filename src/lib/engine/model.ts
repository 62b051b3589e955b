import { GuardFault } from './graph/exact.ts';
import { readRecord } from './read-record.ts';
import type { Fault } from './record.ts';
import { resultOf, type ResultRecord } from './result.ts';
import { runRecord } from './run.ts';

export { MODEL_VERSION } from './version.ts';

/** What takes a record's place when it cannot be answered. */
export interface ModelError {
	readonly error: Fault;
}

export type ModelAnswer = ResultRecord | ModelError;

/** The JSON-to-JSON door: one input record of `model.md` §2 gives one result record, or its error. */
export function model(record: unknown): ModelAnswer {
	const read = readRecord(record);
	if (!read.ok) {
		const [first] = read.errors;
		return { error: first ?? { code: 'INPUT_INVALID', path: '', message: 'not a record' } };
	}
	try {
		const run = runRecord(read.value);
		return run.fault === undefined ? resultOf(run) : { error: run.fault };
	} catch (cause) {
		// A guard that no check foresees still answers with its code, not with a stack.
		if (cause instanceof GuardFault) {
			const message = `the plan cannot be worked out: ${cause.code}`;
			return { error: { code: cause.code, path: '', message } };
		}
		throw cause;
	}
}
