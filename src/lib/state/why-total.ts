import { addCells, blocksOver, isGap, rowOver, type Period } from '../charts/specs/period.ts';
import type { MoneyOrGap, Report, ReportOption, Why, WhyTerm } from '../report/types.ts';

/** A sum of displayed cells, explained by its parts: the ledger's own arithmetic. */
interface Asked {
	readonly report: Report;
	readonly option: string;
	/** A row key, a block, `spend` or `LEAD`. */
	readonly id: string;
	readonly period: Period;
}

/** The difference that the headline tells. */
export const LEAD = 'lead';

const BLOCKS: Readonly<Record<string, string>> = {
	infra: 'Infrastructure',
	support: 'Support and maintenance',
	avoided: 'Costs avoided',
	adoption: 'Cost of adopting'
};

const text = (cell: MoneyOrGap): string => (isGap(cell) ? `not available: ${cell.reason}` : cell);

interface Part {
	readonly id: string;
	readonly label: string;
	readonly cell: MoneyOrGap;
	readonly kind?: WhyTerm['kind'];
	readonly option?: string;
}

const termOf = ({ id, label, cell, kind = 'step', option }: Part, report: Report): WhyTerm => ({
	...{ kind, id, label, value: text(cell), unit: report.currency },
	...(option === undefined ? {} : { option })
});

function sumOf(asked: Asked, label: string, parts: readonly Part[], value: MoneyOrGap): Why {
	const { report, option, id, period } = asked;
	return {
		option,
		id,
		label,
		...(period === 'month' ? { month: 1 } : { months: Math.min(MONTHS[period], report.months) }),
		value: text(value),
		unit: report.currency,
		formula: parts.map((part) => part.label).join(' + '),
		terms: parts.map((part) => termOf(part, report)),
		sources: []
	};
}

function blockSum(asked: Asked, option: ReportOption): Why {
	const rows = option.rows.filter((row) => row.block === asked.id);
	const cells = rows.map((row) => ({
		id: row.key,
		label: row.label,
		cell: rowOver(row, asked.period)
	}));
	const shown = cells.filter(({ cell }) => isGap(cell) || Number(cell) !== 0);
	return sumOf(asked, BLOCKS[asked.id] ?? asked.id, shown, addCells(cells.map(({ cell }) => cell)));
}

function spendSum(asked: Asked, option: ReportOption): Why {
	const { infra, running, oneOff, spend } = blocksOver(option, asked.period);
	const total = asked.period === 'all' ? option.totals.spend : spend;
	const parts = [
		{ id: 'infra', label: 'Infrastructure', cell: infra },
		{ id: 'support', label: 'Support and maintenance', cell: addCells([running, oneOff]) }
	];
	return sumOf(asked, 'Total spend', parts, total);
}

/** By how much the first of the ranking costs less than the second, over the whole plan. */
function leadOf(report: Report, first: ReportOption): Why | undefined {
	const { ranking, lead } = report.comparison;
	const second = report.options.find(({ id }) => id === ranking[1]);
	if (second === undefined || lead === undefined || ranking[0] !== first.id) return undefined;
	const parts = [second, first].map(({ id, label, totals }): Part => ({
		...{ id: 'spend', option: id, label: `Total spend, ${label}`, cell: totals.spend }
	}));
	return {
		...{ option: first.id, id: LEAD, months: report.months, value: lead, unit: report.currency },
		label: `What ${first.label} costs less than ${second.label}`,
		formula: parts.map(({ label }) => label).join(' − '),
		why: 'The two cheapest as planned: what the headline says, every input at its likely value.',
		terms: parts.map((part) => termOf(part, report)),
		sources: []
	};
}

/** Months that a period shows, from the first. */
const MONTHS: Readonly<Record<Period, number>> = { month: 1, year: 12, all: Infinity };

/** A row over several months: month 0, the first, those between, the last. */
function rowSum(asked: Asked, option: ReportOption): Why | undefined {
	const row = option.rows.find((it) => it.key === asked.id);
	if (row === undefined) return undefined;
	const months = row.monthly.slice(0, MONTHS[asked.period]);
	const last = months.length;
	const first = { id: '@1', label: 'Month 1', cell: months[0] ?? '0' };
	if (last === 1) return sumOf(asked, row.label, [first], rowOver(row, asked.period));
	const parts: readonly Part[] = [
		{ id: '@0', label: 'Before month 1', cell: row.month0 },
		first,
		{
			id: 'between',
			label: `Months 2 to ${last - 1}`,
			cell: addCells(months.slice(1, -1)),
			kind: 'constant'
		},
		{ id: `@${last}`, label: `Month ${last}`, cell: months.at(-1) ?? '0' }
	];
	const shown = parts.filter(({ cell }) => isGap(cell) || Number(cell) !== 0);
	return sumOf(asked, row.label, shown, rowOver(row, asked.period));
}

/** Why a total is what it is; nothing where the option has no such row. */
export function whyTotal(asked: Asked): Why | undefined {
	const option = asked.report.options.find((it) => it.id === asked.option);
	if (option === undefined) return undefined;
	if (asked.id === LEAD) return leadOf(asked.report, option);
	if (asked.id === 'spend') return spendSum(asked, option);
	return asked.id in BLOCKS ? blockSum(asked, option) : rowSum(asked, option);
}

/** The month that a step `@36` of such a sum stands for. */
export const monthOfStep = (id: string): number | undefined =>
	/^@\d{1,2}$/.test(id) ? Number(id.slice(1)) : undefined;
