import { capacitySpec } from '../../charts/specs/capacity.ts';
import { costSpec } from '../../charts/specs/cost.ts';
import { latencySpec } from '../../charts/specs/latency.ts';
import { overTimeSpec } from '../../charts/specs/over-time.ts';
import { formatCellExact } from '../../format/ledger-cell.ts';
import { formatNumber } from '../../format/number.ts';
import { isGap } from '../../report/gap.ts';
import type { Block, CapacityMonth, MoneyOrGap, Report, ReportOption } from '../../report/types.ts';
import { yearHeads, yearsNote, yearTotals } from '../../report/years.ts';
import { shortName } from '../short-names.ts';
import { doubt } from './doubt.ts';
import { titledFigure } from './figure.ts';
import { COMPARISON } from './headings.ts';
import { shares } from './shares.ts';
import { SMALL } from './lettering.ts';
import type { Paper } from './paper.ts';
import { heightOfTable, table, titledTable, type TableAsked, type TableRow } from './table.ts';

const exact = (value: MoneyOrGap): string => (isGap(value) ? '–' : formatCellExact(value));

/** Options side by side, by every total, with what is left out and why. */
export function comparison(paper: Paper, report: Report, isCut: boolean): void {
	paper.newPage();
	paper.heading(2, `${COMPARISON}, ${report.currency}`);
	const money = (head: string) => ({ head, share: 1.5, numeric: true });
	table(paper, {
		columns: [
			{ head: 'Option', share: 4 },
			...['Infrastructure', 'Support', 'Of it one-off', 'Total', 'Present value', 'Avoided'].map(
				money
			)
		],
		size: 8,
		rows: report.options.map(({ label, status, totals, id }) => ({
			cells: [
				status === 'available' ? label : `${label} (${status})`,
				...[
					totals.infra,
					totals.support,
					totals.oneOff,
					totals.spend,
					totals.presentValue,
					totals.avoided
				].map(exact)
			],
			strong: id === report.comparison.cheapest
		}))
	});
	paper.paragraph('Avoided cost stands beside spend and is never inside it.', SMALL);
	for (const { id, reason } of report.comparison.excluded) {
		const label = report.options.find((option) => option.id === id)?.label ?? id;
		paper.paragraph(`Not ranked: ${label}, because ${reason.replace(/\.$/, '')}.`, SMALL);
	}
	// Where the first page has no room for all, the chart stands here in full.
	if (isCut) titledFigure(paper, 'Total cost by option, all', costSpec(report, 'all'));
	titledTable(paper, 'Spend by year', {
		columns: [
			{ head: report.currency, share: 2.6 },
			...yearHeads(report).map((head) => ({ head, share: 1.3, numeric: true }))
		],
		rows: priced(report).map((option) => ({
			cells: [
				shortName(option.label),
				...yearTotals(option, ['infra', 'support'], report).map(exact)
			],
			strong: option.id === report.comparison.cheapest
		})),
		note: yearsNote(report)
	});
	const overTime = overTimeSpec(report, { mode: 'running', of: report.comparison.cheapest });
	titledFigure(paper, 'Over time', overTime);
	shares(paper, report);
	doubt(paper, report);
}

const priced = ({ options }: Report): readonly ReportOption[] =>
	options.filter(({ rows }) => rows.length > 0);

/** Options that fit side by side with amounts to the cent. */
const SIDE_BY_SIDE = 6;

/** Options in tables of about as many each: eight stand four and four, not six and two. */
export function sideBySide(options: readonly ReportOption[]): readonly (readonly ReportOption[])[] {
	const tables = Math.ceil(options.length / SIDE_BY_SIDE);
	const each = Math.ceil(options.length / tables);
	return Array.from({ length: tables }, (_, at) => options.slice(at * each, (at + 1) * each));
}

/** Every row of the ledger, to the cent. */
export function lineItems(paper: Paper, report: Report): void {
	paper.section();
	const options = priced(report);
	sideBySide(options).forEach((side, at) => {
		if (at > 0) {
			paper.keep(heightOfTable(paper, ledger(side)));
			return table(paper, ledger(side));
		}
		titledTable(paper, `Line items over ${report.months} months, ${report.currency}`, {
			...ledger(side),
			about:
				'Each cell of the ledger was rounded once; totals are sums of cells. A dash is a figure that is not available, with its reason below.'
		});
	});
	for (const { label, rows } of options) {
		const reasons = new Set(rows.flatMap(({ total }) => (isGap(total) ? [total.reason] : [])));
		for (const reason of reasons) paper.paragraph(`${label}: ${reason}`, SMALL);
	}
	for (const { label, rows, statusReason } of report.options) {
		if (rows.length === 0) paper.paragraph(`${label}: ${statusReason ?? 'not available'}`, SMALL);
	}
}

function ledger(options: readonly ReportOption[]): TableAsked {
	const rows = options[0]?.rows ?? [];
	const sum = (label: string, of: 'infra' | 'support' | 'spend'): TableRow => ({
		cells: [label, ...options.map(({ totals }) => exact(totals[of]))],
		total: true
	});
	const rowsOf = (...blocks: readonly Block[]): readonly TableRow[] =>
		rows
			.filter(({ block }) => blocks.includes(block))
			.map(({ key, label, total }) => ({
				cells: [
					label,
					...options.map(({ rows: own }) =>
						exact(own.find((row) => row.key === key)?.total ?? total)
					)
				]
			}));
	const beside = rowsOf('avoided', 'adoption');
	return {
		size: options.length > 4 ? 7.5 : 8,
		columns: [
			{ head: 'Row', share: 3.4 },
			...options.map(({ label }) => ({ head: shortName(label), share: 1.25, numeric: true }))
		],
		rows: [
			...rowsOf('infra'),
			sum('Infrastructure', 'infra'),
			...rowsOf('support'),
			sum('Support', 'support'),
			sum('Spend: infrastructure and support', 'spend'),
			...(beside.length === 0
				? []
				: [{ cells: ['Beside spend', ...options.map(() => '')], leads: true }, ...beside])
		]
	};
}

const LIMITS: Readonly<Record<CapacityMonth['binding'], string>> = {
	cpu: 'CPU',
	memory: 'memory',
	pods: 'count of pods',
	shape: 'whole pods',
	zones: 'zones',
	none: 'nothing'
};

/** What runs, what it asks for and what is billed; what it adds to a request. */
export function capacity(paper: Paper, report: Report): void {
	paper.section();
	paper.heading(2, 'Capacity');
	const months = [
		['month 1', 'month1'],
		[`month ${report.months}`, 'monthLast']
	] as const;
	for (const [words, key] of months) {
		titledTable(paper, `In ${words}`, {
			level: 3,
			size: 8,
			columns: [
				{ head: 'Option', share: 2.4 },
				...HEADS.map((head) => ({ head, share: 1, numeric: true })),
				{ head: 'Nodes fixed by', share: 1.4 }
			],
			rows: report.options.map(({ label, capacity: of }) => ({
				cells:
					'missing' in of
						? [shortName(label), ...HEADS.map(() => '–'), of.reason]
						: [shortName(label), ...cellsOf(of[key])]
			}))
		});
	}
	const cores = capacitySpec(report, 'cores', 'first');
	for (const note of cores.notes) paper.paragraph(note, SMALL);
	titledFigure(paper, 'Cores in month 1', cores);
	titledFigure(paper, 'Latency', latencySpec(report));
}

const HEADS = [
	'Proxies',
	'Cores asked',
	'Cores at peak',
	'Cores billed',
	'GiB asked',
	'GiB used',
	'GiB billed',
	'Nodes without',
	'Nodes with'
];

const cellsOf = (of: CapacityMonth): readonly string[] => [
	...[
		of.proxies + of.waypoints,
		of.coresRequested,
		of.coresUsed,
		of.coresInvoiced,
		of.gibRequested,
		of.gibUsed,
		of.gibInvoiced,
		of.nodesBaseline,
		of.nodesMesh
	].map((value) => (typeof value === 'number' ? formatNumber(value) : '–')),
	LIMITS[of.binding]
];
