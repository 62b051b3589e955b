import { DoubleAnswers, type Answers } from './answers.ts';
import { compile, type Compiled } from './compile.ts';
import { Decimal } from './decimal.ts';
import { ExactReading } from './graph/exact.ts';
import { Gap, type Exact } from './graph/gap.ts';
import type { FaultCode } from './graph/node.ts';
import { inputAt } from './inputs.ts';
import { sourcePath, type Fault, type ModelRecord } from './record.ts';
import { ROW_KEYS, SOURCE_APPLICATION, TODAY_BILL, type RowKey } from './rows.ts';

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
	const { choices } = record;
	const left = leftBehind(record, reading);
	const values =
		left.values.size === 0 ? record.values : new Map([...record.values, ...left.values]);
	const read = { values, causes: left.causes, months: choices.months };
	const answers =
		reading === 'exact'
			? new ExactReading(compiled.tape, read)
			: new DoubleAnswers(compiled.tape, read);
	const fault = firstOf(firstFault(compiled, answers), left.fault);
	return { record, compiled, answers, values, fault };
}

/** What a run needs to know of the mesh being left. */
interface LeftBehind {
	readonly values: ReadonlyMap<string, Decimal>;
	/** Inputs without a figure, by the derived value that they leave without one. */
	readonly causes: ReadonlyMap<string, readonly string[]>;
	readonly fault: Fault | undefined;
}

/** Its bill and application, as its own run gives them; an invoice replaces the bill. */
function leftBehind(record: ModelRecord, reading: ReadingKind): LeftBehind {
	const values = new Map<string, Decimal>();
	const causes = new Map<string, readonly string[]>();
	if (record.source === undefined) return { values, causes, fault: undefined };
	const source = runRecord(record.source, reading);
	const { oldMonthly } = record.choices;
	if (source.fault !== undefined && !(oldMonthly && isOfProxies(source.fault))) {
		return { values, causes, fault: underSource(source.fault) };
	}
	const keep = (key: string, amount: Exact): void => {
		if (amount instanceof Decimal) values.set(key, amount);
		else causes.set(key, amount.paths.map(sourcePath));
	};
	if (!oldMonthly) keep(TODAY_BILL, billOf(source));
	keep(SOURCE_APPLICATION, source.answers.of('application'));
	return { values, causes, fault: undefined };
}

/** Faults of proxies touch the bill alone: the application is the same without them. */
const isOfProxies = ({ code }: Fault): boolean =>
	code === 'REQUEST_UNSET' || code === 'REPLICA_TOO_SMALL';

const underSource = ({ code, path, message }: Fault): Fault => ({
	code,
	path: sourcePath(path),
	message: `Of the mesh being left: ${message}`
});

const ORDER: readonly FaultCode[] = [
	'INPUT_INVALID',
	'REQUEST_UNSET',
	'REPLICA_TOO_SMALL',
	'NODE_TOO_SMALL',
	'POD_TOO_LARGE',
	'FARGATE_TOO_LARGE'
];

/** The earlier in the order of `model.md` §2; our own before that of the mesh being left. */
function firstOf(own: Fault | undefined, source: Fault | undefined): Fault | undefined {
	if (own === undefined || source === undefined) return own ?? source;
	return ORDER.indexOf(source.code) < ORDER.indexOf(own.code) ? source : own;
}

/** Σ infra rows and licence of month 1 (`model.md` §12). */
export function billOf(run: Run): Exact {
	const keys = ROW_KEYS.filter((key) => key.startsWith('infra.') || key === 'support.licence');
	return addUp(keys.map((key) => run.answers.of(key)));
}

const NOTHING = new Decimal(0);

export function addUp(amounts: readonly Exact[]): Exact {
	const gaps = amounts.flatMap((amount) => (amount instanceof Gap ? amount.paths : []));
	if (amounts.some((amount) => amount instanceof Gap)) return new Gap(gaps);
	let total = NOTHING;
	for (const amount of amounts) {
		if (amount instanceof Gap || amount.isZero()) continue;
		total = total.isZero() ? amount : total.plus(amount);
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
	POD_TOO_LARGE: 'with its proxy, not one pod of the group fits on an empty node',
	FARGATE_TOO_LARGE: 'no task size is large enough'
};

function firstFault(compiled: Compiled, answers: Answers): Fault | undefined {
	const { checks, choices, tape } = compiled;
	for (const [at, { code, path }] of checks.entries()) {
		const step = tape.roots.get(`check.${at}`);
		const months = step !== undefined && tape.steps[step]?.monthly === true ? choices.months : 1;
		for (let k = 0; k < months; k++) {
			if (answers.holds(`check.${at}`, k)) continue;
			const when = k === 0 ? '' : ` from month ${k + 1}`;
			return {
				code,
				path,
				message: `${inputAt(path)?.label ?? path}: ${WORDS[code] ?? code}${when}`
			};
		}
	}
	return undefined;
}
