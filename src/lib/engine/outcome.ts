import { irrAnnual } from './after/irr.ts';
import { ledger, type Ledger, type RowAmounts } from './after/ledger.ts';
import { paybackMonths } from './after/payback.ts';
import { presentValue } from './after/present-value.ts';
import { returnOnInvestment } from './after/roi.ts';
import { Decimal } from './decimal.ts';
import { Gap, type Exact } from './graph/gap.ts';
import { addUp, cashOf, type Run } from './run.ts';
import { blockOf, ROW_KEYS, type Block, type RowKey } from './rows.ts';

/** Money of one option over the plan, unrounded, and finance on it. */
export interface Flows {
	/** Months 0 to N of each row. */
	readonly cash: ReadonlyMap<RowKey, readonly Exact[]>;
	/** The same, for a ledger to round. */
	readonly amounts: ReadonlyMap<RowKey, RowAmounts>;
	readonly totals: OutcomeTotals;
	/** Rows without a figure, and the inputs that lack one. */
	readonly missing: readonly { readonly row: RowKey; readonly path: string }[];
}

export interface Outcome extends Flows {
	readonly ledger: Ledger;
}

export interface OutcomeTotals {
	readonly infra: Exact;
	readonly support: Exact;
	readonly spend: Exact;
	readonly spendPV: Exact;
	readonly avoided: Exact;
	readonly avoidedPV: Exact;
	readonly adoption: Exact;
	readonly adoptionPV: Exact;
	readonly netPV: Exact;
	readonly paybackMonths: number | undefined;
	readonly irrAnnual: number | undefined;
	readonly roi: number | undefined;
}

export interface Rounded {
	readonly minorUnit: number;
}

/** Cash, ledger and finance of a run without fault. */
export function outcomeOf(run: Run, { minorUnit }: Rounded = { minorUnit: 2 }): Outcome {
	const flows = flowsOf(run);
	const { rounding } = run.record.choices;
	return { ...flows, ledger: ledger(flows.amounts, { minorUnit, rounding }) };
}

/** Cash and finance of a run without fault. */
export function flowsOf(run: Run): Flows {
	const cash = new Map(ROW_KEYS.map((key) => [key, cashOf(run, key)] as const));
	const amounts = new Map([...cash].map(([key, cells]) => [key, amountsOf(cells)] as const));
	const missing = [...cash].flatMap(([row, cells]) => gapsOf(cells).map((path) => ({ row, path })));
	return { cash, amounts, totals: totalsOf(run, cash), missing };
}

const gapsOf = (cells: readonly Exact[]): readonly string[] => [
	...new Set(cells.flatMap((cell) => (cell instanceof Gap ? cell.paths : [])))
];

function amountsOf(cells: readonly Exact[]): RowAmounts {
	const amounts = cells.flatMap((cell) => (cell instanceof Gap ? [] : [cell]));
	return amounts.length === cells.length
		? amounts
		: { missing: 'not-published', reason: `no figure for ${gapsOf(cells).join(', ')}` };
}

/** Months 0 to N of a block. */
function monthsOf(cash: ReadonlyMap<RowKey, readonly Exact[]>, block: Block): readonly Exact[] {
	const rows = [...cash].filter(([key]) => blockOf(key) === block).map(([, row]) => row);
	const [first] = rows;
	return (first ?? []).map((_, m) => addUp(rows.map((row) => row[m] ?? NONE)));
}

function totalsOf(run: Run, cash: ReadonlyMap<RowKey, readonly Exact[]>): OutcomeTotals {
	const rate = run.values.get('time.discountAnnual') ?? NONE;
	const infra = monthsOf(cash, 'infra');
	const support = monthsOf(cash, 'support');
	const spend = infra.map((month, m) => addUp([month, support[m] ?? NONE]));
	const avoided = monthsOf(cash, 'avoided');
	const adoption = monthsOf(cash, 'adoption');
	const pv = (flows: readonly Exact[]): Exact =>
		whole(flows, (complete) => presentValue(complete, rate));
	const [spendPV, avoidedPV, adoptionPV] = [pv(spend), pv(avoided), pv(adoption)];
	const net = spend.map((cost, m) =>
		addUp([avoided[m] ?? NONE, negated(cost), negated(adoption[m] ?? NONE)])
	);
	return {
		infra: addUp(infra),
		support: addUp(support),
		spend: addUp(spend),
		spendPV,
		avoided: addUp(avoided),
		avoidedPV,
		adoption: addUp(adoption),
		adoptionPV,
		netPV: addUp([avoidedPV, negated(spendPV), negated(adoptionPV)]),
		...ratesOf(net, { spendPV, avoidedPV, adoptionPV })
	};
}

const NONE = new Decimal(0);

const negated = (amount: Exact): Exact => (amount instanceof Gap ? amount : amount.negated());

const whole = (flows: readonly Exact[], work: (complete: readonly Decimal[]) => Decimal): Exact => {
	const complete = flows.flatMap((flow) => (flow instanceof Gap ? [] : [flow]));
	if (complete.length < flows.length) return new Gap(gapsOf(flows));
	return complete.every((flow) => flow.isZero()) ? NONE : work(complete);
};

function ratesOf(
	net: readonly Exact[],
	values: { readonly spendPV: Exact; readonly avoidedPV: Exact; readonly adoptionPV: Exact }
): Pick<OutcomeTotals, 'paybackMonths' | 'irrAnnual' | 'roi'> {
	const complete = net.flatMap((flow) => (flow instanceof Gap ? [] : [flow]));
	const { spendPV: spend, avoidedPV: avoided, adoptionPV: adoption } = values;
	const known = complete.length === net.length;
	return {
		paybackMonths: known ? paybackMonths(complete) : undefined,
		irrAnnual: known ? irrAnnual(complete) : undefined,
		roi:
			spend instanceof Gap || avoided instanceof Gap || adoption instanceof Gap
				? undefined
				: returnOnInvestment({ spend, avoided, adoption })
	};
}
