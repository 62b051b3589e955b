import { formatCellExact } from '../../format/ledger-cell.ts';
import { formatMoneyCompact } from '../../format/money.ts';
import type { MoneyOrGap, Report, ReportMilestone, ReportOption } from '../../report/types.ts';
import { inCostOrder, markOf } from './cost.ts';
import { addCells, isGap } from './period.ts';
import type { Line, LineBand, LineSpec, Point } from './spec.ts';

export type Running = 'running' | 'monthly';

/** Spend of months 0…N, each the sum of its displayed cells. */
export function spendByMonth(option: ReportOption, months: number): readonly MoneyOrGap[] {
	const rows = option.rows.filter((row) => row.block === 'infra' || row.block === 'support');
	return Array.from({ length: months + 1 }, (_, month) =>
		addCells(rows.map((row) => (month === 0 ? row.month0 : (row.monthly[month - 1] ?? '0'))))
	);
}

function runningTotal(cells: readonly MoneyOrGap[]): readonly MoneyOrGap[] {
	const totals: MoneyOrGap[] = [];
	for (const cell of cells) totals.push(addCells([totals.at(-1) ?? '0', cell]));
	return totals;
}

const point = (cell: MoneyOrGap): Point =>
	isGap(cell) ? { gap: cell.reason } : { value: Number(cell) };

function line(option: ReportOption, report: Report, mode: Running): Line {
	const byMonth = spendByMonth(option, report.months);
	const cells = mode === 'running' ? runningTotal(byMonth) : byMonth.slice(1);
	const last = cells.at(-1);
	const mark = markOf(option);
	return {
		id: option.id,
		label: option.label,
		base: option.base,
		points: cells.map(point),
		end:
			last === undefined || isGap(last)
				? 'not available'
				: formatMoneyCompact(last, report.currency),
		...(mark === undefined ? {} : { mark })
	};
}

/** What eight of ten futures of the chosen option come to at the end. */
function bandWords(option: ReportOption | undefined, report: Report, mode: Running): string {
	const months = mode === 'running' ? option?.overTime?.cumulative : option?.overTime?.monthly;
	const last = months?.at(-1);
	if (option === undefined || last === undefined) return '';
	const [low, high] = [last.p10, last.p90].map((end) => formatMoneyCompact(end, report.currency));
	const when = mode === 'running' ? `by month ${report.months}` : `in month ${report.months}`;
	return `${option.label} comes to ${low} – ${high} ${when} in eight of ten futures (the shaded band). `;
}

interface Banded {
	readonly mode: Running;
	/** The option whose band and milestones are drawn. */
	readonly of?: string | undefined;
}

/** Where eight of ten futures of an option lie; nothing before they are drawn. */
function bandOf(option: ReportOption, { mode }: Banded): LineBand | undefined {
	const { overTime } = option;
	if (overTime === undefined) return undefined;
	const months = mode === 'running' ? overTime.cumulative : overTime.monthly.slice(1);
	return {
		base: option.base,
		label: `${option.label}, P10–P90`,
		low: months.map(({ p10 }) => Number(p10)),
		high: months.map(({ p90 }) => Number(p90))
	};
}

const SHORT: Readonly<Record<ReportMilestone['kind'], string>> = {
	commitment: 'commitment ends',
	nodes: 'more nodes',
	capacity: 'proxies full',
	support: 'support ends',
	payback: 'paid back'
};

/** Spend month by month, or added up from the start. */
export function overTimeSpec(report: Report, banded: Banded): LineSpec {
	const { mode, of } = banded;
	const chosen = report.options.find(({ id }) => id === of);
	const band = chosen && bandOf(chosen, banded);
	const priced = inCostOrder(report).filter((option) => option.rows.length > 0);
	const first = mode === 'running' ? 0 : 1;
	return {
		kind: 'lines',
		id: `over-time-${mode}`,
		title: mode === 'running' ? 'Money spent so far, by month' : 'Spend in each month',
		finding: `${bandWords(chosen, report, mode)}${
			mode === 'running'
				? 'Month 0 holds one-off costs; each line adds up what is spent until then.'
				: 'Steps come from whole nodes, yearly raises and tiers; one-off costs of month 0 are left out.'
		}`,
		axis: {
			label: report.currency,
			short: (value) => formatMoneyCompact(value, report.currency),
			full: (value) => `${formatCellExact(value.toFixed(2))} ${report.currency}`
		},
		x: {
			label: 'Month',
			names: Array.from({ length: report.months + 1 - first }, (_, i) => String(i + first)),
			marks: (chosen?.milestones ?? []).map(({ kind, month }) => ({
				at: month - first,
				label: `${SHORT[kind]}, month ${month}`
			}))
		},
		...(band === undefined ? {} : { band }),
		lines: priced.map((option) => line(option, report, mode)),
		notes: report.options
			.filter((option) => option.rows.length === 0)
			.map(
				(option) =>
					`${option.label}: ${option.error?.message ?? option.statusReason ?? 'no figures'}`
			)
	};
}
