import { convertLedger } from '../engine/after/currency.ts';
import { ledger, type Ledger, type Total } from '../engine/after/ledger.ts';
import { Decimal } from '../engine/decimal.ts';
import { Gap as NoFigure } from '../engine/graph/exact.ts';
import type { Outcome } from '../engine/outcome.ts';
import { blockOf, ROW_KEYS, type RowKey } from '../engine/rows.ts';
import { META } from '../engine/row-meanings.ts';
import type { ResolvedOption } from '../plan/resolve/resolve.ts';
import { fixed, gapFor, moneyText } from './gap.ts';
import type { Money, MoneyOrGap, ReportRow, ReportTotals } from './types.ts';
import type { Currency, WorkedOption } from './work-out.ts';

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
export function rowsOf(
	outcome: Outcome,
	option: ResolvedOption,
	currency: Currency
): readonly ReportRow[] {
	const book = ledgerIn(outcome.ledger, currency);
	return ROW_KEYS.map((key) => {
		const row = book.rows.find((entry) => entry.key === key);
		const cells = row === undefined || 'missing' in row.cells ? undefined : row.cells;
		const gap = gapFor(pathsOf(outcome, key), option);
		const cell = (month: number): MoneyOrGap => {
			const amount = cells?.[month];
			return amount === undefined ? gap : fixed(amount, currency);
		};
		return {
			key,
			block: blockOf(key),
			label: META[key].label,
			month0: cell(0),
			monthly: Array.from({ length: monthsIn(outcome) }, (_, k) => cell(k + 1)),
			total: row === undefined ? gap : totalText(row.total, outcome, option, currency)
		};
	});
}

const monthsIn = (outcome: Outcome): number => (outcome.cash.get('infra.compute')?.length ?? 1) - 1;

const pathsOf = (outcome: Outcome, key: RowKey): readonly string[] =>
	outcome.missing.filter(({ row }) => row === key).map(({ path }) => path);

function totalText(
	total: Total,
	outcome: Outcome,
	option: ResolvedOption,
	currency: Currency
): MoneyOrGap {
	if (!('missing' in total)) return fixed(total, currency);
	const rows = new Set(total.causes.map(({ row }) => row));
	const paths = outcome.missing.filter(({ row }) => rows.has(row)).map(({ path }) => path);
	return gapFor(paths, option);
}

/** Totals of an option: sums of displayed cells; present values from the unrounded. */
export function totalsOf(worked: WorkedOption, outcome: Outcome, currency: Currency): ReportTotals {
	const { option } = worked;
	const book = ledgerIn(outcome.ledger, currency);
	const text = (total: Total): MoneyOrGap => totalText(total, outcome, option, currency);
	const { totals } = outcome;
	return {
		infra: text(book.blocks.infra.total),
		support: text(book.blocks.support.total),
		oneOff: text(book.spend.months[0] ?? new Decimal(0)),
		spend: text(book.spend.total),
		avoided: text(book.blocks.avoided.total),
		adoption: text(book.blocks.adoption.total),
		presentValue: moneyText(totals.spendPV, currency, option),
		spendAllocated: otherBilling(worked, outcome, currency),
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

/** Spend with compute billed by share used, whichever way the plan bills. */
function otherBilling(
	{ option, run }: WorkedOption,
	outcome: Outcome,
	currency: Currency
): MoneyOrGap {
	const book = ledgerIn(outcome.ledger, currency);
	if (run === undefined) return gapFor([], option);
	if (run.record.choices.billing === 'allocated') {
		return totalText(book.spend.total, outcome, option, currency);
	}
	const cash = new Map(outcome.cash);
	const zero = new Decimal(0);
	cash.set('infra.compute', [zero, ...run.answers.series('other.compute')]);
	cash.set('support.licence', [zero, ...run.answers.series('other.licence')]);
	const amounts = new Map(
		[...cash]
			.filter(([key]) => key.startsWith('infra.') || key.startsWith('support.'))
			.map(([key, cells]) => {
				const known = cells.flatMap((cell) => (cell instanceof NoFigure ? [] : [cell]));
				return [
					key,
					known.length === cells.length
						? known
						: { missing: 'not-published' as const, reason: 'an input has no figure' }
				] as const;
			})
	);
	const other = ledger(amounts, {
		minorUnit: 2,
		rounding: run.record.choices.rounding
	});
	return totalText(ledgerIn(other, currency).spend.total, outcome, option, currency);
}

/** Sum of money texts, for a rendering that groups rows; a gap stays a gap. */
export function addMoney(amounts: readonly MoneyOrGap[]): MoneyOrGap {
	let total = new Decimal(0);
	let digits = 0;
	for (const amount of amounts) {
		if (typeof amount !== 'string') return amount;
		total = total.plus(amount);
		digits = Math.max(digits, decimalsOf(amount));
	}
	return total.toFixed(digits);
}

const decimalsOf = (amount: Money): number => amount.split('.')[1]?.length ?? 0;
