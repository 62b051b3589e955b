import { Decimal } from '../engine/decimal.ts';
import { blockOf, ROW_KEYS, type RowKey } from '../engine/rows.ts';
import { META } from '../engine/row-meanings.ts';
import type { Run } from '../engine/run.ts';
import type { ResolvedOption } from '../plan/resolve/resolve.ts';
import type { Accounts } from './accounts.ts';
import { moneyOf, rowsIn, rowsOtherwise, SPEND, sumOf, type Book, type BookRow } from './book.ts';
import { gapFor, moneyText } from './gap.ts';
import type { Gap, Money, MoneyOrGap, ReportRow, ReportTotals } from './types.ts';
import type { Currency } from './work-out.ts';

/** One option that ran, with its book in the currency of the report. */
export interface Priced {
	readonly option: ResolvedOption;
	readonly run: Run;
	readonly accounts: Accounts;
	readonly book: Book;
	readonly currency: Currency;
}

/** Rows of the ledger as the report shows them. */
export function rowsOf(priced: Priced): readonly ReportRow[] {
	const { run, book } = priced;
	return ROW_KEYS.map((key) => {
		const row = book.rows.get(key);
		const head = { key, block: blockOf(key), label: META[key].label };
		if (row === undefined) {
			const gap = gapOf(priced, [key]);
			const monthly = Array.from({ length: run.record.choices.months }, () => gap);
			return { ...head, month0: gap, monthly, total: gap };
		}
		const [month0 = '0', ...monthly] = textsOf(row, book);
		return { ...head, month0, monthly, total: moneyOf(row.total, book) };
	});
}

/** Months in a row often cost the same: the text is written once. */
function textsOf({ cells }: BookRow, book: Book): readonly Money[] {
	let [last, text] = [0n, moneyOf(0n, book)];
	return cells.map((cell) => {
		if (cell !== last) [last, text] = [cell, moneyOf(cell, book)];
		return text;
	});
}

/** Why a sum over rows has no figure. */
function gapOf({ accounts, option }: Priced, keys: readonly RowKey[]): Gap {
	const paths = accounts.missing.flatMap(({ row, path }) => (keys.includes(row) ? [path] : []));
	return gapFor(paths, option);
}

const BLOCKS = {
	infra: rowsIn('infra'),
	support: rowsIn('support'),
	avoided: rowsIn('avoided'),
	adoption: rowsIn('adoption')
} as const;

/** Totals of an option: sums of displayed cells; present values from the unrounded. */
export function totalsOf(priced: Priced): ReportTotals {
	const { option, accounts, book, currency } = priced;
	const text = (sum: bigint | undefined, keys: readonly RowKey[]): MoneyOrGap =>
		sum === undefined ? gapOf(priced, keys) : moneyOf(sum, book);
	const total = (keys: readonly RowKey[]): MoneyOrGap => text(sumOf(book.rows, keys), keys);
	const spend = total(SPEND);
	return {
		infra: total(BLOCKS.infra),
		support: total(BLOCKS.support),
		oneOff: text(
			sumOf(book.rows, SPEND, ({ cells }) => cells[0] ?? 0n),
			SPEND
		),
		spend,
		avoided: total(BLOCKS.avoided),
		adoption: total(BLOCKS.adoption),
		presentValue: moneyText(accounts.spendPV, currency, option),
		spendOtherwise: text(sumOf(rowsOtherwise(book), SPEND), SPEND),
		netPresentValue: moneyText(accounts.netPV, currency, option),
		...accounts.returns
	};
}

/** Sum of money texts, for a rendering that groups rows; a gap stays a gap. */
export function addMoney(amounts: readonly MoneyOrGap[]): MoneyOrGap {
	let total = new Decimal(0);
	let digits = 0;
	for (const amount of amounts) {
		if (typeof amount !== 'string') return amount;
		digits = Math.max(digits, decimalsOf(amount));
		if (Number(amount) !== 0) total = total.plus(amount);
	}
	return total.toFixed(digits);
}

const decimalsOf = (amount: Money): number => amount.split('.')[1]?.length ?? 0;
