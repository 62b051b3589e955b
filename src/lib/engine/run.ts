import { compile, type Compiled } from './compile.ts';
import { Decimal } from './decimal.ts';
import { ExactReading, Gap, type Exact } from './graph/exact.ts';
import { readLanes } from './graph/lanes.ts';
import type { Tape } from './graph/tape.ts';
import type { Fault, ModelRecord } from './record.ts';
import { ROW_KEYS, SOURCE_APPLICATION, TODAY_BILL, type RowKey } from './rows.ts';

/** Answers of one option, whichever way its formulas were read. */
export interface Answers {
	/** A quantity, row or named step in month k + 1. */
	of(key: string, k?: number): Exact;
	series(key: string): readonly Exact[];
}

export interface Run {
	readonly record: ModelRecord;
	readonly compiled: Compiled;
	readonly answers: Answers;
	/** Values used, with those that come from the run of the mesh being left. */
	readonly values: ReadonlyMap<string, Decimal>;
	readonly fault: Fault | undefined;
}

export type ReadingKind = 'exact' | 'doubles';

/** Runs one record. A fault says which check failed; the answers are then not to be read. */
export function runRecord(record: ModelRecord, reading: ReadingKind = 'exact'): Run {
	const compiled = compile(record.choices);
	const values = withSource(record, reading);
	const answers =
		reading === 'exact'
			? new ExactReading(compiled.tape, values, record.choices.months)
			: new DoubleAnswers(compiled.tape, values, record.choices.months);
	return { record, compiled, answers, values, fault: firstFault(compiled, answers) };
}

/** Adds the bill and application of the mesh being left, as its own run gives them. */
function withSource(record: ModelRecord, reading: ReadingKind): ReadonlyMap<string, Decimal> {
	if (record.source === undefined) return record.values;
	const source = runRecord(record.source, reading);
	const values = new Map(record.values);
	if (source.fault !== undefined) return values;
	const bill = billOf(source);
	if (bill instanceof Decimal) values.set(TODAY_BILL, bill);
	const application = source.answers.of('application');
	if (application instanceof Decimal) values.set(SOURCE_APPLICATION, application);
	return values;
}

/** Σ infra rows and licence of month 1 (`model.md` §12). */
export function billOf(run: Run): Exact {
	const keys = ROW_KEYS.filter((key) => key.startsWith('infra.') || key === 'support.licence');
	return addUp(keys.map((key) => run.answers.of(key)));
}

export function addUp(amounts: readonly Exact[]): Exact {
	let total: Exact = new Decimal(0);
	for (const amount of amounts) {
		total =
			total instanceof Gap || amount instanceof Gap
				? new Gap([total, amount].flatMap((part) => (part instanceof Gap ? part.paths : [])))
				: total.plus(amount);
	}
	return total;
}

/** Cash of a row, months 0 to N. */
export function cashOf(run: Run, key: RowKey): readonly Exact[] {
	const once = run.compiled.rows.once[key];
	const first = once === undefined ? new Decimal(0) : run.answers.of(`once.${key}`);
	return [first, ...run.answers.series(key)];
}

const WORDS: Readonly<Record<string, string>> = {
	REQUEST_UNSET: 'no request is set, so what is reserved is not known; set it or size by usage',
	REPLICA_TOO_SMALL: 'a replica requests no more CPU than it uses when idle',
	NODE_TOO_SMALL: 'daemons and agents leave no room on a node',
	POD_TOO_LARGE: 'not one pod of the group fits on an empty node',
	FARGATE_TOO_LARGE: 'no task size is large enough'
};

function firstFault(compiled: Compiled, answers: Answers): Fault | undefined {
	const { checks, choices, tape } = compiled;
	for (const [at, { code, path }] of checks.entries()) {
		const step = tape.roots.get(`check.${at}`);
		const months = step !== undefined && tape.steps[step]?.monthly === true ? choices.months : 1;
		for (let k = 0; k < months; k++) {
			const margin = answers.of(`check.${at}`, k);
			if (margin instanceof Gap || margin.gt(0)) continue;
			const when = k === 0 ? '' : ` from month ${k + 1}`;
			return { code, path, message: `${path}: ${WORDS[code] ?? code}${when}` };
		}
	}
	return undefined;
}

/** The doubles reading with one sample, answering as the exact one does. */
class DoubleAnswers implements Answers {
	readonly #tape: Tape;
	readonly #months: number;
	readonly #missing: ReadonlySet<string>;
	readonly #at: (key: string, k: number) => number;

	constructor(tape: Tape, values: ReadonlyMap<string, Decimal>, months: number) {
		this.#tape = tape;
		this.#months = months;
		const numbers = new Map<string, number>();
		for (const path of tape.leaves.keys()) {
			const value = values.get(path);
			if (value !== undefined) numbers.set(path, value.toNumber());
		}
		this.#missing = new Set([...tape.leaves.keys()].filter((path) => !numbers.has(path)));
		const lanes = readLanes(tape, numbers, { samples: 1, months });
		this.#at = (key, k) => lanes.at(key, k);
	}

	of(key: string, k = 0): Exact {
		const value = this.#at(key, k);
		return Number.isFinite(value) ? new Decimal(value) : new Gap(this.#gapsOf(key));
	}

	series(key: string): readonly Exact[] {
		return Array.from({ length: this.#months }, (_, k) => this.of(key, k));
	}

	/** Inputs without a figure on which a step depends. */
	#gapsOf(key: string): readonly string[] {
		const found: string[] = [];
		const seen = new Set<number>();
		const visit = (index: number): void => {
			if (seen.has(index)) return;
			seen.add(index);
			const step = this.#tape.steps[index];
			if (step?.op === 'leaf' && this.#missing.has(step.text)) found.push(step.text);
			for (const arg of step?.args ?? []) visit(arg);
		};
		visit(this.#tape.roots.get(key) ?? this.#tape.named.get(key)?.step ?? -1);
		return found;
	}
}
