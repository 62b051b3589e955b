import { convertLedger } from '../engine/after/currency.ts';
import { ledger, type Ledger, type RowAmounts, type Total } from '../engine/after/ledger.ts';
import { Decimal } from '../engine/decimal.ts';
import { Gap as NoFigure, type Exact } from '../engine/graph/exact.ts';
import type { Outcome } from '../engine/outcome.ts';
import type { Run } from '../engine/run.ts';
import { blockOf, ROW_KEYS, type RowKey } from '../engine/rows.ts';
import { META } from '../engine/row-meanings.ts';
import type { ResolvedOption } from '../plan/resolve/resolve.ts';
import { fixed, gapFor, moneyText } from './gap.ts';
import type { Money, MoneyOrGap, ReportRow, ReportTotals } from './types.ts';
import type { Currency } from './work-out.ts';

/** One option that ran, with its ledger in the currency of the report. */
export interface Priced {
	readonly option: ResolvedOption;
	readonly run: Run;
	readonly outcome: Outcome;
	readonly book: Ledger;
	readonly currency: Currency;
}

/** The ledger in the report's currency: cells converted, totals added up again. */
export function ledgerIn(source: Ledger, currency: Currency): Ledger {
	if (currency.rate === undefined) return source;
	return convertLedger(source, {
		from: 'USD',
		to: currency.code,
		rate: new Decimal(currency.rate),
		asOf: currency.rateDate ?? '',
		minorUnit: currency.minorUnit
	});
}

/** Rows of the ledger as the report shows them. */
export function rowsOf({ option, outcome, book, currency }: Priced): readonly ReportRow[] {
	const rows = new Map(book.rows.map((row) => [row.key, row] as const));
	return ROW_KEYS.map((key) => {
		const row = rows.get(key);
		const head = { key, block: blockOf(key), label: META[key].label };
		if (row === undefined || 'missing' in row.cells || 'missing' in row.total) {
			const gap = gapFor(pathsOf(outcome, [key]), option);
			const monthly = Array.from({ length: monthsIn(outcome) }, () => gap);
			return { ...head, month0: gap, monthly, total: gap };
		}
		const [month0 = '0', ...monthly] = textsOf(row.cells, currency);
		return { ...head, month0, monthly, total: fixed(row.total, currency) };
	});
}

/** Months that cost the same often share one amount: it is written once. */
function textsOf(cells: readonly Decimal[], currency: Currency): readonly Money[] {
	const known = new Map<Decimal, Money>();
	return cells.map((cell) => {
		const text = known.get(cell) ?? fixed(cell, currency);
		known.set(cell, text);
		return text;
	});
}

const monthsIn = (outcome: Outcome): number => (outcome.cash.get('infra.compute')?.length ?? 1) - 1;

const pathsOf = ({ missing }: Outcome, rows: readonly string[]): readonly string[] =>
	missing.filter(({ row }) => rows.includes(row)).map(({ path }) => path);

function totalText(total: Total, { option, outcome, currency }: Priced): MoneyOrGap {
	if (!('missing' in total)) return fixed(total, currency);
	const rows = total.causes.map(({ row }) => row);
	return gapFor(pathsOf(outcome, rows), option);
}

/** Totals of an option: sums of displayed cells; present values from the unrounded. */
export function totalsOf(priced: Priced): ReportTotals {
	const { option, run, outcome, book, currency } = priced;
	const text = (total: Total): MoneyOrGap => totalText(total, priced);
	const { totals } = outcome;
	const spend = text(book.spend.total);
	return {
		infra: text(book.blocks.infra.total),
		support: text(book.blocks.support.total),
		oneOff: text(book.spend.months[0] ?? new Decimal(0)),
		spend,
		avoided: text(book.blocks.avoided.total),
		adoption: text(book.blocks.adoption.total),
		presentValue: moneyText(totals.spendPV, currency, option),
		spendAllocated:
			run.record.choices.billing === 'allocated' ? spend : text(otherSpend(run, book, currency)),
		netPresentValue: moneyText(totals.netPV, currency, option),
		...ratesOf(totals)
	};
}

/** Payback and returns mean something only beside a benefit. */
function ratesOf({ avoided, paybackMonths, irrAnnual, roi }: Outcome['totals']): Rates {
	if (avoided instanceof NoFigure || avoided.isZero()) return {};
	return {
		...(paybackMonths === undefined ? {} : { paybackMonths }),
		...(irrAnnual === undefined ? {} : { irrAnnual }),
		...(roi === undefined ? {} : { roi })
	};
}

type Rates = Pick<ReportTotals, 'paybackMonths' | 'irrAnnual' | 'roi'>;

/** Rows that bill otherwise when nodes are: a licence may be a share of what is spent. */
const OTHERWISE = {
	'infra.compute': 'other.compute',
	'support.licence': 'other.licence'
} as const satisfies Partial<Record<RowKey, string>>;

/** Total spend with nodes billed the other way: whole nodes instead of the share used, or the reverse. */
export function otherSpend(run: Run, book: Ledger, currency: Currency): Total {
	const amounts = Object.entries(OTHERWISE).map(
		([row, key]) => [row, amountsOf([NOTHING, ...run.answers.series(key)])] as const
	);
	const { rounding } = run.record.choices;
	const other = ledgerIn(ledger(new Map(amounts), { minorUnit: 2, rounding }), currency);
	const same = book.rows.filter(
		({ key, block }) => (block === 'infra' || block === 'support') && !(key in OTHERWISE)
	);
	return sumOf([...same, ...other.rows].map(({ total }) => total));
}

const NOTHING = new Decimal(0);

function sumOf(totals: readonly Total[]): Total {
	const gaps = totals.flatMap((total) => ('missing' in total ? [total] : []));
	const [first] = gaps;
	if (first !== undefined) return { ...first, causes: gaps.flatMap(({ causes }) => causes) };
	return totals.reduce<Decimal>(
		(sum, total) => ('missing' in total ? sum : sum.plus(total)),
		NOTHING
	);
}

function amountsOf(cells: readonly Exact[]): RowAmounts {
	const known = cells.flatMap((cell) => (cell instanceof NoFigure ? [] : [cell]));
	return known.length === cells.length
		? known
		: { missing: 'not-published', reason: 'an input has no figure' };
}

/** Sum of money texts, for a rendering that groups rows; a gap stays a gap. */
export function addMoney(amounts: readonly MoneyOrGap[]): MoneyOrGap {
	let total = NOTHING;
	let digits = 0;
	for (const amount of amounts) {
		if (typeof amount !== 'string') return amount;
		total = total.plus(amount);
		digits = Math.max(digits, decimalsOf(amount));
	}
	return total.toFixed(digits);
}

const decimalsOf = (amount: Money): number => amount.split('.')[1]?.length ?? 0;
