import { addCells, blocksOver, isGap, rowOver, type Period } from '../../charts/specs/period.ts';
import { costOrder, markOf } from '../../charts/specs/cost.ts';
import type { Block, MoneyOrGap, Report, ReportOption } from '../../report/types.ts';

export interface LedgerCell {
	readonly option: string;
	readonly cell: MoneyOrGap;
	/** The least of the choices in its line, and no other is as low. */
	readonly best: boolean;
}

export interface LedgerLine {
	/** Row key, block id or `spend`. */
	readonly key: string;
	readonly label: string;
	readonly cells: readonly LedgerCell[];
}

export interface LedgerBlock {
	readonly head: LedgerLine;
	readonly lines: readonly LedgerLine[];
}

export interface Ledger {
	readonly columns: readonly { readonly option: ReportOption; readonly mark?: string }[];
	/** Blocks that add to the total. */
	readonly blocks: readonly LedgerBlock[];
	readonly total: LedgerLine;
	/** Blocks shown beside it. */
	readonly beside: readonly LedgerBlock[];
}

const NAMES: Readonly<Record<Block, string>> = {
	infra: 'Infrastructure',
	support: 'Support and maintenance',
	avoided: 'Costs avoided',
	adoption: 'Cost of adopting'
};

const NONE: MoneyOrGap = { missing: 'not-applicable', reason: 'This option has no such row.' };

function noFigure(option: ReportOption): MoneyOrGap {
	const reason =
		option.error?.message ?? option.statusReason ?? 'There is no figure for this option.';
	return { missing: 'not-offered', reason };
}

interface Shared {
	readonly options: readonly ReportOption[];
	readonly choices: ReadonlySet<string>;
	readonly period: Period;
}

function line(
	{ options, choices }: Shared,
	head: { readonly key: string; readonly label: string },
	cellOf: (option: ReportOption) => MoneyOrGap
): LedgerLine {
	const cells = options.map((option) => ({
		option: option.id,
		cell: option.rows.length === 0 ? noFigure(option) : cellOf(option)
	}));
	const amounts = cells
		.filter((it) => choices.has(it.option))
		.map((it) => it.cell)
		.filter((cell) => !isGap(cell))
		.map(Number);
	const least = Math.min(...amounts);
	const alone = amounts.length > 1 && amounts.filter((amount) => amount === least).length === 1;
	return {
		...head,
		cells: cells.map((it) => ({
			...it,
			best: alone && choices.has(it.option) && !isGap(it.cell) && Number(it.cell) === least
		}))
	};
}

function block(shared: Shared, id: Block): LedgerBlock | undefined {
	const rowOf = (option: ReportOption, key: string): MoneyOrGap => {
		const row = option.rows.find((it) => it.key === key);
		return row ? rowOver(row, shared.period) : NONE;
	};
	const rows = new Map(
		shared.options
			.flatMap((option) => option.rows)
			.filter((row) => row.block === id)
			.map((row) => [row.key, row.label] as const)
	);
	if (rows.size === 0) return undefined;
	const lines = [...rows].map(([key, label]) =>
		line(shared, { key, label }, (option) => rowOf(option, key))
	);
	const head = line(shared, { key: id, label: NAMES[id] }, (option) =>
		addCells(
			option.rows.filter((row) => row.block === id).map((row) => rowOver(row, shared.period))
		)
	);
	const known = new Set(shared.options.filter((it) => it.rows.length > 0).map((it) => it.id));
	return { head, lines: lines.filter((it) => isWorthShowing(it, known)) };
}

/** A row that is 0 for every option says nothing; a gap does, unless its option has no rows at all. */
const isWorthShowing = (it: LedgerLine, known: ReadonlySet<string>): boolean =>
	it.cells
		.filter(({ option }) => known.has(option))
		.some(({ cell }) => (isGap(cell) ? cell.missing !== 'not-applicable' : Number(cell) !== 0));

/** The report as a table: one column an option, in the order of the chart. */
export function ledger(report: Report, period: Period): Ledger {
	const options = costOrder(report, period).map((entry) => entry.option);
	const shared = { options, choices: new Set(report.comparison.ranking), period };
	const blocks = (ids: readonly Block[]): readonly LedgerBlock[] =>
		ids.map((id) => block(shared, id)).filter((it) => it !== undefined);
	return {
		columns: options.map((option) => {
			const mark = markOf(option);
			return mark === undefined ? { option } : { option, mark };
		}),
		blocks: blocks(['infra', 'support']),
		total: line(shared, { key: 'spend', label: 'Total spend' }, (option) =>
			period === 'all' ? option.totals.spend : blocksOver(option, period).spend
		),
		beside: blocks(['avoided', 'adoption'])
	};
}
