import type { Decimal } from '../../engine/decimal.ts';
import { inputAt } from '../../engine/inputs.ts';
import type { ModelRecord } from '../../engine/record.ts';
import type { RowKey } from '../../engine/rows.ts';
import { runRecord } from '../../engine/run.ts';
import { accountsOf } from '../accounts.ts';
import { SPEND, sumOf, type BookRow } from '../book.ts';
import type { Money } from '../types.ts';
import type { Currency, WorkedOption } from '../work-out.ts';
import type { ChangeCause } from './types.ts';

/** Inputs of which each is tried alone; more are named without an effect. */
const MOST_TRIED = 40;
const MOST_NAMED = 5;
const CENTS = 100;

export interface Causes {
	readonly ofRow: (key: string) => readonly ChangeCause[];
	readonly ofSpend: () => readonly ChangeCause[];
	/** Another model is built: inputs cannot be told one by one. */
	readonly structure?: string;
}

type Rows = ReadonlyMap<RowKey, BookRow>;

/** One changed input, and the rows when it alone is changed. */
interface Tried {
	readonly cause: ChangeCause;
	readonly rows: Rows | undefined;
}

/** Why one option costs something else in two plans: each changed input is tried alone. */
export function causesOf(
	before: WorkedOption | undefined,
	after: WorkedOption | undefined,
	{ currency }: { readonly currency: Currency }
): Causes {
	const [old, now] = [before?.option.record, after?.option.record];
	if (old === undefined || now === undefined) return none('One of the two cannot be worked out.');
	const tried = trials(old, now);
	const structure = sameChoices(old, now)
		? undefined
		: 'The plans differ in more than numbers (cloud, nodes, billing, horizon or kind of mesh).';
	const base = rowsOf(old);
	const effect = (of: (rows: Rows) => bigint | undefined, rows: Rows | undefined) => {
		const [was, is] = [base && of(base), rows && of(rows)];
		return was === undefined || is === undefined ? undefined : is - was;
	};
	const ranked = (of: (rows: Rows) => bigint | undefined): readonly ChangeCause[] =>
		tried
			.map(({ cause, rows }) => ({ cause, effect: effect(of, rows) }))
			.filter(({ effect: size }) => size !== undefined && size !== 0n)
			.sort((a, b) => magnitude(b.effect) - magnitude(a.effect))
			.slice(0, MOST_NAMED)
			.map(({ cause, effect: size }) => ({ ...cause, effect: moneyOf(size ?? 0n, currency) }));
	return {
		ofRow: (key) => ranked((rows) => [...rows].find(([known]) => known === key)?.[1].total),
		ofSpend: () => ranked((rows) => sumOf(rows, SPEND)),
		...(structure === undefined ? {} : { structure })
	};
}

const none = (structure: string): Causes => ({
	ofRow: () => [],
	ofSpend: () => [],
	structure
});

const magnitude = (cents = 0n): number => Math.abs(Number(cents));

/** Cents of a dollar as money of the report. */
const moneyOf = (cents: bigint, { rate, minorUnit }: Currency): Money =>
	((Number(cents) / CENTS) * Number(rate ?? 1)).toFixed(minorUnit);

const sameChoices = (a: ModelRecord, b: ModelRecord): boolean =>
	JSON.stringify(a.choices) === JSON.stringify(b.choices);

function trials(old: ModelRecord, now: ModelRecord): readonly Tried[] {
	const paths = [...new Set([...old.values.keys(), ...now.values.keys()])].filter((path) =>
		differs(old.values.get(path), now.values.get(path))
	);
	return paths.map((path, at) => {
		const [before, after] = [old.values.get(path), now.values.get(path)];
		const input = inputAt(path);
		const cause = {
			path,
			label: input?.label ?? path,
			unit: input?.unit ?? '1',
			...(before === undefined ? {} : { before: before.toFixed() }),
			...(after === undefined ? {} : { after: after.toFixed() })
		};
		if (at >= MOST_TRIED || after === undefined) return { cause, rows: undefined };
		return { cause, rows: rowsOf({ ...old, values: new Map([...old.values, [path, after]]) }) };
	});
}

const differs = (a: Decimal | undefined, b: Decimal | undefined): boolean =>
	a === undefined || b === undefined ? a !== b : !a.eq(b);

/** Rows in cents, from doubles: an effect is told to the cent at best. */
function rowsOf(record: ModelRecord): Rows | undefined {
	const run = runRecord(record, 'doubles');
	return run.fault === undefined ? accountsOf(run).book.rows : undefined;
}
