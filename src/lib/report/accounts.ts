import { irrAnnual } from '../engine/after/irr.ts';
import { ledgerRows, type LedgerRow, type RowAmounts } from '../engine/after/ledger.ts';
import { paybackMonths } from '../engine/after/payback.ts';
import { minorUnits, roundToMinor, type CellRounding } from '../engine/after/rounding.ts';
import { DoubleAnswers } from '../engine/answers.ts';
import { Decimal } from '../engine/decimal.ts';
import { Gap, type Exact } from '../engine/graph/gap.ts';
import { flowsOf } from '../engine/outcome.ts';
import { ROW_KEYS, rowKey, type RowKey } from '../engine/rows.ts';
import type { Run } from '../engine/run.ts';
import { bookRow, OTHERWISE, rowsIn, SPEND, type Book, type BookRow } from './book.ts';

/** Rates that mean something only beside a benefit. */
export interface Returns {
	readonly paybackMonths?: number;
	readonly irrAnnual?: number;
	readonly roi?: number;
}

/** Money of one option in dollars: the ledger, and finance on the unrounded. */
export interface Accounts {
	readonly book: Book;
	readonly spendPV: Exact;
	readonly netPV: Exact;
	readonly returns: Returns;
	/** Rows without a figure, and the inputs that lack one. */
	readonly missing: readonly { readonly row: RowKey; readonly path: string }[];
}

const CENTS = 2;

/** By the reading of the run: decimals for what goes into files, doubles for the first paint. */
export const accountsOf = (run: Run): Accounts =>
	run.answers instanceof DoubleAnswers ? inDoubles(run, run.answers) : inDecimals(run);

function inDecimals(run: Run): Accounts {
	const { amounts, totals, missing } = flowsOf(run);
	const how = { minorUnit: CENTS, rounding: run.record.choices.rounding };
	const other = new Map(
		Object.entries(OTHERWISE).map(([row, key]) => {
			const cells = run.answers.series(key);
			const known = cells.flatMap((cell) => (cell instanceof Gap ? [] : [cell]));
			return [row, known.length === cells.length ? [NONE, ...known] : NO_FIGURE] as const;
		})
	);
	const units = (rows: ReadonlyMap<string, RowAmounts>): ReadonlyMap<RowKey, BookRow> =>
		rowsOf(ledgerRows(rows, how), how);
	const benefit = !(totals.avoided instanceof Gap) && !totals.avoided.isZero();
	return {
		book: { ...how, reading: 'exact', rows: units(amounts), otherwise: units(other) },
		spendPV: totals.spendPV,
		netPV: totals.netPV,
		returns: benefit ? given(totals) : {},
		missing
	};
}

const NONE = new Decimal(0);
const NO_FIGURE = { missing: 'not-published', reason: 'an input has no figure' } as const;

const rowsOf = (rows: readonly LedgerRow[], how: CellRounding): ReadonlyMap<RowKey, BookRow> =>
	new Map(
		rows.flatMap(({ key, cells }) =>
			'missing' in cells ? [] : [[rowKey(key), bookRow(unitsOf(cells, how))] as const]
		)
	);

/** Months in a row often cost the same: a cell is turned into minor units once. */
function unitsOf(cells: readonly Decimal[], how: CellRounding): readonly bigint[] {
	const known = new Map<Decimal, bigint>();
	return cells.map((cell) => {
		const units = known.get(cell) ?? minorUnits(cell, how);
		known.set(cell, units);
		return units;
	});
}

type Found = { readonly [K in keyof Returns]-?: number | undefined };

const given = ({ paybackMonths: months, irrAnnual: rate, roi }: Found): Returns => ({
	...(months === undefined ? {} : { paybackMonths: months }),
	...(rate === undefined ? {} : { irrAnnual: rate }),
	...(roi === undefined ? {} : { roi })
});

type Series = ReadonlyMap<RowKey, readonly number[]>;

function inDoubles(run: Run, answers: DoubleAnswers): Accounts {
	const how = { minorUnit: CENTS, rounding: run.record.choices.rounding };
	const series = (key: string, first: number): readonly number[] => [
		first,
		...answers.numbers(key)
	];
	const once = (key: RowKey): number =>
		run.compiled.rows.once[key] === undefined ? 0 : answers.number(`once.${key}`);
	const cash: Series = new Map(ROW_KEYS.map((key) => [key, series(key, once(key))] as const));
	const other: Series = new Map(
		Object.entries(OTHERWISE).map(([row, key]) => [rowKey(row), series(key, 0)] as const)
	);
	const missing = [...cash].flatMap(([row, cells]) =>
		isWhole(cells) ? [] : gapsOf(run, row).map((path) => ({ row, path }))
	);
	return {
		book: { ...how, reading: 'doubles', rows: rounded(cash, how), otherwise: rounded(other, how) },
		...financeOf(run, cash, missing),
		missing
	};
}

/** Inputs for want of which a row has no figure. */
function gapsOf(run: Run, row: RowKey): readonly string[] {
	const once = run.compiled.rows.once[row] === undefined ? [] : [run.answers.of(`once.${row}`)];
	const cells = [...once, ...run.answers.series(row)];
	return [...new Set(cells.flatMap((cell) => (cell instanceof Gap ? cell.paths : [])))];
}

function rounded(rows: Series, how: CellRounding): ReadonlyMap<RowKey, BookRow> {
	return new Map(
		[...rows].flatMap(([key, cells]) =>
			isWhole(cells) ? [[key, bookRow(roundedCells(cells, how))] as const] : []
		)
	);
}

const isWhole = (cells: readonly number[]): boolean => cells.every(Number.isFinite);

/** Months in a row often cost the same: a cell is rounded once. */
function roundedCells(cells: readonly number[], how: CellRounding): readonly bigint[] {
	let [last, rounded] = [0, 0n];
	return cells.map((cell) => {
		if (cell !== last) [last, rounded] = [cell, roundToMinor(cell, how)];
		return rounded;
	});
}

function financeOf(
	run: Run,
	cash: Series,
	missing: Accounts['missing']
): Pick<Accounts, 'spendPV' | 'netPV' | 'returns'> {
	const rate = run.values.get('time.discountAnnual')?.toNumber() ?? 0;
	const months = (keys: readonly RowKey[]): readonly number[] => {
		const rows = keys.map((key) => cash.get(key) ?? []);
		return Array.from({ length: run.record.choices.months + 1 }, (_, m) =>
			rows.reduce((sum, row) => sum + (row[m] ?? 0), 0)
		);
	};
	const pv = (flows: readonly number[]): number =>
		flows.reduce((sum, flow, m) => sum + flow / (1 + rate) ** (m / 12), 0);
	const [spend, avoided, adoption] = [months(SPEND), months(AVOIDED), months(ADOPTION)];
	const [spendPV, avoidedPV, adoptionPV] = [pv(spend), pv(avoided), pv(adoption)];
	const netPV = avoidedPV - spendPV - adoptionPV;
	const figure = (value: number, keys: readonly RowKey[]): Exact =>
		Number.isFinite(value)
			? new Decimal(value)
			: new Gap(missing.flatMap(({ row, path }) => (keys.includes(row) ? [path] : [])));
	const benefit = avoided.some((flow) => flow !== 0) && Number.isFinite(netPV);
	const net = spend.map((cost, m) => (avoided[m] ?? 0) - cost - (adoption[m] ?? 0));
	return {
		spendPV: figure(spendPV, SPEND),
		netPV: figure(netPV, ROW_KEYS),
		returns: benefit ? returnsOf(net, spendPV === 0 ? undefined : netPV / spendPV) : {}
	};
}

const AVOIDED = rowsIn('avoided');
const ADOPTION = rowsIn('adoption');

function returnsOf(net: readonly number[], roi: number | undefined): Returns {
	const flows = net.map((flow) => new Decimal(flow));
	return given({ paybackMonths: paybackMonths(flows), irrAnnual: irrAnnual(flows), roi });
}
