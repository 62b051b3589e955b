import { COMPUTED } from '../engine/after/meanings.ts';
import { META } from '../engine/row-meanings.ts';
import { ROW_KEYS, type RowKey } from '../engine/rows.ts';
import { assumptionOf } from './assumptions.ts';
import { bookIn, moneyOf, OTHERWISE, rowsOtherwise } from './book.ts';
import { isGap } from './gap.ts';
import { totalsOf, type Priced } from './rows.ts';
import type { MoneyOrGap, ReportTotals, Why, WhyTerm } from './types.ts';
import type { Currency, Worked, WorkedOption } from './work-out.ts';

/** Figures of the whole plan that are made from the ledger: what "Present value" and "Billing" show. */
export const WHY_MONEY = [
	'finance.spendOtherwise',
	'finance.presentValue',
	'finance.netPresentValue',
	'finance.paybackMonths',
	'finance.irrAnnual'
] as const;

export type WhyMoneyId = (typeof WHY_MONEY)[number];

export const isWhyMoney = (id: string): id is WhyMoneyId => WHY_MONEY.some((known) => known === id);

interface Asked {
	readonly id: WhyMoneyId;
	readonly entry: WorkedOption;
	readonly worked: Worked;
}

interface Told {
	readonly label: string;
	readonly value: string;
	readonly unit: string;
	readonly formula: string;
	readonly why?: string;
	readonly limits?: string;
	readonly terms: readonly WhyTerm[];
}

/** How a figure of the ledger comes about, over the whole plan; nothing for an option without one. */
export function whyMoney({ id, entry, worked }: Asked): Why | undefined {
	const { option, run, accounts } = entry;
	if (run === undefined || accounts === undefined) return undefined;
	const { currency } = worked;
	const book = bookIn(accounts.book, currency);
	const priced = { option, run, accounts, book, currency };
	const told = TELL[id]({ priced, totals: totalsOf(priced) });
	return { option: option.id, id, months: run.record.choices.months, sources: [], ...told };
}

interface Has {
	readonly priced: Priced;
	readonly totals: ReportTotals;
}

const text = (cell: MoneyOrGap): string => (isGap(cell) ? `not available: ${cell.reason}` : cell);

interface Amount {
	/** Where it is explained in turn; absent: nowhere. */
	readonly id?: string;
	readonly label: string;
	readonly cell: MoneyOrGap;
}

const amount = ({ id, label, cell }: Amount, { code }: Currency): WhyTerm => ({
	kind: id === undefined ? 'constant' : 'step',
	id: id ?? label,
	label,
	value: text(cell),
	unit: code
});

function input(path: string, { option }: Priced): readonly WhyTerm[] {
	const leaf = option.leaves.get(path);
	if (leaf === undefined) return [];
	const assumption = assumptionOf(path, leaf, option.id);
	return [{ ...assumption, id: path, kind: 'input', assumption }];
}

const meaning = (id: string): Pick<Told, 'label' | 'formula' | 'why' | 'limits'> => {
	const found = COMPUTED.find((entry) => entry.id === id);
	if (found === undefined) throw new Error(`${id} has no meaning`);
	const { label, formula } = found;
	return {
		label,
		formula,
		...('why' in found ? { why: found.why } : {}),
		...('limits' in found ? { limits: found.limits } : {})
	};
};

const RATE = 'time.discountAnnual';
const spent = ({ totals, priced }: Has): WhyTerm =>
	amount({ id: 'spend', label: 'Spend, not discounted', cell: totals.spend }, priced.currency);

const flows = ({ totals, priced }: Has): readonly WhyTerm[] => [
	amount({ id: 'avoided', label: 'Costs avoided', cell: totals.avoided }, priced.currency),
	amount({ id: 'spend', label: 'Spend', cell: totals.spend }, priced.currency),
	amount({ id: 'adoption', label: 'Cost of adopting', cell: totals.adoption }, priced.currency)
];

const NOTHING_AVOIDED = 'Nothing is avoided in this plan, so spending never pays itself back.';

const TELL: Readonly<Record<WhyMoneyId, (has: Has) => Told>> = {
	'finance.spendOtherwise': (has) => spendOtherwise(has),
	'finance.presentValue': (has) => ({
		...meaning('finance.presentValue'),
		label: 'Spend, present value',
		value: text(has.totals.presentValue),
		unit: has.priced.currency.code,
		terms: [spent(has), ...input(RATE, has.priced)]
	}),
	'finance.netPresentValue': (has) => ({
		label: 'Net, present value',
		formula: 'PV(costs avoided) − PV(spend) − PV(cost of adopting)',
		why: 'What the mesh is worth beyond its cost, in money of today.',
		value: text(has.totals.netPresentValue),
		unit: has.priced.currency.code,
		terms: [
			...flows(has),
			amount(
				{ id: 'finance.presentValue', label: 'PV(spend)', cell: has.totals.presentValue },
				has.priced.currency
			),
			...input(RATE, has.priced)
		]
	}),
	'finance.paybackMonths': (has) => ({
		...meaning('finance.paybackMonths'),
		value: returned(has, has.totals.paybackMonths, 'no payback within the plan'),
		unit: 'month',
		terms: flows(has)
	}),
	'finance.irrAnnual': (has) => ({
		...meaning('finance.irrAnnual'),
		value: returned(has, has.totals.irrAnnual, 'no single rate'),
		unit: '1/year',
		terms: flows(has)
	})
};

function returned({ totals }: Has, value: number | undefined, none: string): string {
	if (value !== undefined) return String(value);
	return Number(text(totals.avoided)) === 0 ? `none: ${NOTHING_AVOIDED}` : `none: ${none}`;
}

/** Spend with nodes, and a licence that is a share of spend, billed the other way. */
function spendOtherwise({ priced, totals }: Has): Told {
	const { book, run, currency } = priced;
	const other = rowsOtherwise(book);
	const to = run.record.choices.billing === 'allocated' ? 'as whole nodes' : 'by the share used';
	const cell = (key: RowKey, rows: typeof other): MoneyOrGap => {
		const row = rows.get(key);
		return row === undefined
			? { missing: 'not-published', reason: 'an input has no figure' }
			: moneyOf(row.total, book);
	};
	const rows = ROW_KEYS.filter(
		(key) => key in OTHERWISE && [book.rows, other].some((all) => all.get(key)?.total !== 0n)
	);
	const terms = rows.flatMap((key) => {
		const { label } = META[key];
		return [
			amount({ id: key, label: `${label}, as in the table`, cell: cell(key, book.rows) }, currency),
			amount({ label: `${label}, ${to}`, cell: cell(key, other) }, currency)
		];
	});
	return {
		label: `Spend with nodes billed ${to}`,
		formula: ['Spend', ...rows.map((key) => `${META[key].label} as in the table`)]
			.join(' − ')
			.concat(...rows.map((key) => ` + ${META[key].label} ${to}`)),
		why: 'Whole nodes are what the invoice shows; the share used does not jump with a node.',
		value: text(totals.spendOtherwise),
		unit: currency.code,
		terms: [amount({ id: 'spend', label: 'Spend', cell: totals.spend }, currency), ...terms]
	};
}
