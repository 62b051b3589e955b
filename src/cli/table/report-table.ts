import { formatCellWhole } from '../../lib/format/ledger-cell.ts';
import { formatLatency } from '../../lib/format/quantity.ts';
import { formatNumber } from '../../lib/format/number.ts';
import { isGap } from '../../lib/report/gap.ts';
import type { Gap, MoneyOrGap, Report, ReportOption } from '../../lib/report/types.ts';
import { hanging, RULE, tableText, type TableColumn } from './layout.ts';

/** What stands in a cell without a figure; the reason stands below. */
export const NONE = 'n/a';

export const moneyCell = (amount: MoneyOrGap | undefined): string =>
	amount === undefined || isGap(amount) ? NONE : formatCellWhole(amount);

/** The report for a terminal: the answer, the ledger by option, capacity, notes, what is missing. */
export function reportTable(report: Report): string {
	const parts = [
		headText(report),
		ledgerText(report),
		capacityText(report),
		flipsText(report),
		excludedText(report),
		missingText(report),
		notesText(report)
	];
	return parts.filter((part) => part !== '').join('\n');
}

function headText(report: Report): string {
	const { cloud, region, nodeType } = report.platform;
	const { oldest, newest } = report.pricesAsOf;
	const from = report.startMonth === undefined ? '' : ` from ${report.startMonth}`;
	const place = `${report.name} · ${cloud} ${region} ${nodeType} · ${report.months} months${from}`;
	const prices = `prices of ${oldest} to ${newest}, model ${report.modelVersion}`;
	const money = report.exchange === undefined ? report.currency : report.exchange.words;
	const about = hanging('', `${place} · ${money} · ${prices}`);
	const answer = hanging('', `${report.sentence}. ${report.subSentence}`.trim());
	const { words } = report.comparison;
	return `${about}\n${answer}${words === undefined ? '' : hanging('', words)}`;
}

/** Every row that some option pays, then what they add up to. */
function ledgerText(report: Report): string {
	const shown = report.options.filter(({ rows }) => rows.length > 0);
	const ranges = shown.some(({ range }) => range !== undefined) ? RANGES : [];
	const lines = [...rowLines(shown, ['infra', 'support']), ...TOTALS, ...ranges];
	const others = rowLines(shown, ['avoided', 'adoption']);
	const all = others.length === 0 ? lines : [...lines, RULE_LINE, ...others, ...OTHER_TOTALS];
	const names = { head: `${report.currency}, ${report.months} months`, cells: all.map(nameOf) };
	const columns = shown.map((option) => columnOf(option, all));
	return tableText(names, columns);
}

interface Line {
	readonly name: string;
	readonly of: (option: ReportOption) => MoneyOrGap | undefined;
}

const nameOf = ({ name }: Line): string => name;
const RULE_LINE: Line = { name: RULE, of: () => undefined };

const TOTALS: readonly Line[] = [
	RULE_LINE,
	{ name: 'Infrastructure', of: ({ totals }) => totals.infra },
	{ name: 'Support', of: ({ totals }) => totals.support },
	{ name: 'Of it before month 1', of: ({ totals }) => totals.oneOff },
	{ name: 'Spend', of: ({ totals }) => totals.spend },
	{ name: 'Spend, present value', of: ({ totals }) => totals.presentValue },
	{ name: 'Spend, nodes billed the other way', of: ({ totals }) => totals.spendOtherwise }
];

/** Drawn ranges; absent where points alone were asked for. */
const RANGES: readonly Line[] = [
	{ name: 'Spend, P10 of futures', of: ({ range }) => range?.p10 },
	{ name: 'Spend, P50', of: ({ range }) => range?.p50 },
	{ name: 'Spend, P90', of: ({ range }) => range?.p90 }
];

const OTHER_TOTALS: readonly Line[] = [
	RULE_LINE,
	{ name: 'Avoided cost', of: ({ totals }) => totals.avoided },
	{ name: 'Cost of adopting', of: ({ totals }) => totals.adoption }
];

const columnOf = (option: ReportOption, lines: readonly Line[]): TableColumn => ({
	head: option.status === 'ended' ? `${option.label} (ended)` : option.label,
	cells: lines.map(({ name, of }) => (name === RULE ? '' : moneyCell(of(option))))
});

/** Rows that are 0 for every option are left out. */
function rowLines(options: readonly ReportOption[], blocks: readonly string[]): readonly Line[] {
	const rows = options.flatMap((option) => option.rows);
	const keys = new Map(
		rows
			.filter(({ block, total }) => blocks.includes(block) && (isGap(total) || Number(total) !== 0))
			.map(({ key, label }) => [key, label])
	);
	const order = [...new Set(rows.map(({ key }) => key))].filter((key) => keys.has(key));
	return order.map((key) => ({
		name: shortened(keys.get(key) ?? key),
		of: (option) => option.rows.find((row) => row.key === key)?.total
	}));
}

const NAME_WIDTH = 34;
const shortened = (label: string): string =>
	label.length > NAME_WIDTH ? `${label.slice(0, NAME_WIDTH - 1).trimEnd()}…` : label;

function capacityText(report: Report): string {
	const shown = report.options.filter(({ rows }) => rows.length > 0);
	const rows: readonly (readonly [string, (option: ReportOption) => string])[] = [
		[
			'Nodes added',
			(option) => month1(option, ({ nodesMesh, nodesBaseline }) => nodesMesh - nodesBaseline)
		],
		['Cores requested', (option) => month1(option, ({ coresRequested }) => coresRequested)],
		['Cores used at peak', (option) => month1(option, ({ coresUsed }) => coresUsed)],
		['GiB requested', (option) => month1(option, ({ gibRequested }) => gibRequested)],
		[
			'Latency added, p99',
			({ latency }) => (isGap(latency) ? NONE : formatLatency(latency.addedP99Ms))
		]
	];
	const names = { head: 'In month 1', cells: rows.map(([name]) => name) };
	const columns = shown.map((option) => ({
		head: option.label,
		cells: rows.map(([, of]) => of(option))
	}));
	return tableText(names, columns);
}

type Month1 = Exclude<ReportOption['capacity'], { readonly missing: string }>['month1'];

const month1 = ({ capacity }: ReportOption, of: (month: Month1) => number | Gap): string => {
	const value = isGap(capacity) ? capacity : of(capacity.month1);
	return isGap(value) ? NONE : formatNumber(value);
};

/** Where the first two change places, and what an unpublished price may be. */
function flipsText({ comparison, options }: Report): string {
	const { pair, breakEvens = [], priceLimits = [] } = comparison;
	const label = (id: string): string => options.find((option) => option.id === id)?.label ?? id;
	const crossings = breakEvens.map((one) => hanging('  · ', `${one.label}: ${one.words}`));
	const head =
		pair === undefined
			? ''
			: hanging(
					'',
					`Break-even of ${label(pair.a)} and ${label(pair.b)}, nodes by the share used:`
				);
	const limits = priceLimits.map(({ words }) => hanging('  · ', words));
	return (
		(crossings.length === 0 ? '' : head + crossings.join('')) +
		(limits.length === 0 ? '' : `Prices that are not published:\n${limits.join('')}`)
	);
}

function excludedText({ comparison, options }: Report): string {
	const label = (id: string): string => options.find((option) => option.id === id)?.label ?? id;
	const ranked = comparison.ranking.map((id, at) => `${at + 1} ${label(id)}`).join(' · ');
	const first = ranked === '' ? '' : hanging('Ranking: ', ranked);
	const rest = comparison.excluded.map(({ id, reason }) =>
		hanging('  · ', `${label(id)}: ${reason}`)
	);
	return first + (rest.length === 0 ? '' : `Not ranked:\n${rest.join('')}`);
}

/** Each reason once, with the options it concerns. */
function missingText({ options }: Report): string {
	const reasons = new Map<string, string[]>();
	const note = (reason: string, option: ReportOption): void => {
		const known = reasons.get(reason) ?? [];
		if (!known.includes(option.label)) known.push(option.label);
		reasons.set(reason, known);
	};
	for (const option of options) {
		for (const row of option.rows) {
			const gap = [row.total, row.month0, ...row.monthly].find(isGap);
			if (gap !== undefined) note(`${row.label}: ${gap.reason}`, option);
		}
		const used = isGap(option.capacity) ? undefined : option.capacity.month1.coresUsed;
		if (isGap(used)) note(`Cores used at peak: ${used.reason}`, option);
		if (option.error !== undefined) note(`${option.error.path}: ${option.error.message}`, option);
	}
	const lines = [...reasons].map(([reason, labels]) =>
		hanging('  · ', `${labels.join(', ')}: ${reason}`)
	);
	return lines.length === 0 ? '' : `Not available (${NONE}):\n${lines.join('')}`;
}

function notesText({ warnings }: Report): string {
	if (warnings.length === 0) return '';
	return `Notes:\n${warnings.map(({ message }) => hanging('  · ', message)).join('')}`;
}
