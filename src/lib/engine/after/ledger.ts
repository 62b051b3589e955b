import type { Decimal } from '../decimal.ts';
import { invariant } from './invariant.ts';
import { isMissing, type Missing } from './missing.ts';
import { roundCell, type CellRounding } from './rounding.ts';
import { sum, ZERO } from './sum.ts';

/** Row keys of `model.md` §17 begin with one of these. Spend is infra and support. */
export const BLOCKS = ['infra', 'support', 'avoided', 'adoption'] as const;
export type Block = (typeof BLOCKS)[number];

/** A row that lacks a sourced figure, named in the totals it makes incomplete. */
export interface MissingRow extends Missing {
	readonly row: string;
}

/** A total over rows of which some are missing; `causes` names each. */
export interface MissingTotal extends Missing {
	readonly causes: readonly MissingRow[];
}

export type Total = Decimal | MissingTotal;

/** Money of one row, unrounded, months 0 to N; or why it cannot be stated. */
export type RowAmounts = readonly Decimal[] | Missing;

export interface LedgerRow {
	readonly key: string;
	readonly block: Block;
	/** Rounded cells, months 0 to N. */
	readonly cells: readonly Decimal[] | Missing;
	readonly total: Total;
}

export interface LedgerTotals {
	/** Months 0 to N. */
	readonly months: readonly Total[];
	readonly total: Total;
}

export interface Ledger extends CellRounding {
	readonly rows: readonly LedgerRow[];
	readonly blocks: Readonly<Record<Block, LedgerTotals>>;
	/** Infra and support together: the headline. Benefits are never inside it. */
	readonly spend: LedgerTotals;
}

/**
 * Rounds every cell once and adds up what is displayed (`model.md` §17).
 *
 * All totals are sums of rounded cells, so rows, columns, charts and files agree to the cent.
 * Present values, rates of return and probabilities must use the unrounded rows instead.
 */
export function ledger(rows: ReadonlyMap<string, RowAmounts>, how: CellRounding): Ledger {
	const rounded = ledgerRows(rows, how);
	return { ...how, rows: rounded, ...totalsOf(rounded) };
}

/** Its rows alone, for whoever adds up what he shows. */
export const ledgerRows = (
	rows: ReadonlyMap<string, RowAmounts>,
	how: CellRounding
): readonly LedgerRow[] => [...rows].map(([key, amounts]) => toRow(key, amounts, how));

/**
 * The same ledger with each cell changed and rounded anew, as conversion to another currency does.
 * Totals are added up again: a converted total need not be the converted sum.
 */
export function mapCells(
	source: Ledger,
	how: CellRounding,
	change: (cell: Decimal) => Decimal
): Ledger {
	const rows = source.rows.map(({ key, cells }) =>
		toRow(key, isMissing(cells) ? cells : cells.map(change), how)
	);
	return { ...how, rows, ...totalsOf(rows) };
}

/** The block a row key belongs to: the part before its first dot. */
export function blockOf(key: string): Block {
	const block = BLOCKS.find((name) => key.startsWith(`${name}.`));
	invariant(block !== undefined, `row "${key}" belongs to none of ${BLOCKS.join(', ')}`);
	return block;
}

function toRow(key: string, amounts: RowAmounts, how: CellRounding): LedgerRow {
	const block = blockOf(key);
	if (isMissing(amounts)) {
		return { key, block, cells: amounts, total: missingTotal([{ row: key, ...amounts }]) };
	}
	const cells = roundAll(amounts, how);
	return { key, block, cells, total: sum(cells) };
}

/** Months that cost the same often share one object: it is rounded once. */
function roundAll(amounts: readonly Decimal[], how: CellRounding): readonly Decimal[] {
	const known = new Map<Decimal, Decimal>();
	return amounts.map((amount) => {
		const cell = known.get(amount) ?? roundCell(amount, how);
		known.set(amount, cell);
		return cell;
	});
}

function totalsOf(rows: readonly LedgerRow[]): Pick<Ledger, 'blocks' | 'spend'> {
	const length = monthCount(rows);
	const over = (...wanted: readonly Block[]): LedgerTotals =>
		addUp(
			rows.filter(({ block }) => wanted.includes(block)),
			length
		);
	return {
		blocks: {
			infra: over('infra'),
			support: over('support'),
			avoided: over('avoided'),
			adoption: over('adoption')
		},
		spend: over('infra', 'support')
	};
}

function addUp(rows: readonly LedgerRow[], length: number): LedgerTotals {
	const causes: MissingRow[] = [];
	const present: (readonly Decimal[])[] = [];
	for (const { key, cells } of rows) {
		if (isMissing(cells)) causes.push({ row: key, ...cells });
		else present.push(cells);
	}
	if (causes.length > 0) {
		const total = missingTotal(causes);
		return { months: Array.from({ length }, () => total), total };
	}
	const months = Array.from({ length }, (_, month) =>
		sum(present.map((cells) => cells[month] ?? ZERO))
	);
	return { months, total: sum(months) };
}

/** Every row covers the same months; a ragged ledger would silently drop money. */
function monthCount(rows: readonly LedgerRow[]): number {
	const lengths = new Set<number>();
	for (const { cells } of rows) if (!isMissing(cells)) lengths.add(cells.length);
	invariant(lengths.size <= 1, `rows cover ${[...lengths].join(' and ')} months`);
	return [...lengths][0] ?? 0;
}

function missingTotal(causes: readonly MissingRow[]): MissingTotal {
	const [first] = causes;
	invariant(first !== undefined, 'a missing total needs a cause');
	const reason = causes.map((cause) => `${cause.row}: ${cause.reason}`).join('; ');
	return { missing: first.missing, reason, causes };
}
