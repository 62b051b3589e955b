import { costSpec } from '../../charts/specs/cost.ts';
import { formatCellExact } from '../../format/ledger-cell.ts';
import { formatMoneyCompact, formatMoneyWhole } from '../../format/money.ts';
import { formatCount } from '../../format/number.ts';
import { formatPercent } from '../../format/quantity.ts';
import { addMoney } from '../../report/rows.ts';
import { isGap } from '../../report/gap.ts';
import type { Block, MoneyOrGap, Report, ReportOption } from '../../report/types.ts';
import { figure } from './figure.ts';
import { colourOf, type Paper } from './paper.ts';
import { table, type TableRow } from './table.ts';

/** The option that the report asks money for. */
export const recommended = (report: Report): ReportOption | undefined =>
	report.options.find(({ id }) => id === report.comparison.cheapest);

/** Page 1: what is asked for, what stands behind it, and who signs. */
export function firstPage(paper: Paper, report: Report): void {
	const best = recommended(report);
	paper.heading(1, askOf(report, best));
	paper.paragraph(scopeOf(report));
	paper.paragraph([report.comparison.words ?? '', report.subSentence].join(' ').trim());
	if (best !== undefined) figures(paper, report, best);
	paper.heading(2, 'Total cost by option');
	figure(paper, costSpec(report, 'all'));
	if (best !== undefined) {
		paper.heading(2, `Year by year, ${best.label}`);
		years(paper, report, best);
		drivers(paper, report, best);
	}
	for (const text of remarks(report)) paper.notice(text);
	signatures(paper);
}

/** The decision in one sentence. */
export function askOf(report: Report, best: ReportOption | undefined): string {
	if (best === undefined || isGap(best.totals.spend)) return report.sentence;
	const { lead, ranking } = report.comparison;
	const total = formatMoneyWhole(best.totals.spend, report.currency);
	const ask = `Fund ${best.label} at ${total} over ${formatCount(report.months)} months`;
	if (lead === undefined || ranking.length < 2) return ask;
	return Number(lead) === 0
		? `${ask}; the next option costs the same`
		: `${ask}; it is ${formatMoneyCompact(lead, report.currency)} below the next option`;
}

function scopeOf({ platform, options, comparison, billing }: Report): string {
	const others = comparison.ranking.length - 1;
	const nodes = billing === 'provisioned' ? 'whole nodes' : 'the share of nodes used';
	const against =
		others < 1
			? 'No other option could be ranked'
			: `Compared with ${formatCount(others)} other ${others === 1 ? 'option' : 'options'}`;
	const zero = options.some(({ kind }) => kind === 'none')
		? ' Doing nothing costs nothing here: its cost is what it forgoes, shown apart.'
		: '';
	return `On ${platform.cloud}, ${platform.region}, nodes ${platform.nodeType}, billed by ${nodes}. ${against} on the same basis.${zero}`;
}

/** The four figures that a reader looks for first. */
function figures(paper: Paper, report: Report, { totals, range }: ReportOption): void {
	const money = (value: MoneyOrGap): string =>
		isGap(value) ? 'not available' : formatMoneyWhole(value, report.currency);
	const compact = (value: string): string => formatMoneyCompact(value, report.currency);
	const discount = report.assumptions.find(({ path }) => path === 'time.discountAnnual')?.value;
	const at = discount === undefined ? '' : ` at ${formatPercent(Number(discount))}`;
	const { paybackMonths, irrAnnual } = totals;
	const irr = irrAnnual === undefined ? 'IRR: none' : `IRR ${formatPercent(irrAnnual)} a year`;
	const cells = [
		[money(totals.spend), `total, ${report.months} months`],
		range === undefined
			? [money(totals.oneOff), 'of it before month 1; ranges not simulated']
			: [`${compact(range.p10)} – ${compact(range.p90)}`, 'P10 – P90'],
		[money(totals.presentValue), `present value${at}`],
		[
			paybackMonths === undefined ? 'no payback' : `month ${Math.ceil(paybackMonths)}`,
			`${paybackMonths === undefined ? 'no benefit is counted' : 'payback against doing nothing'}; ${irr}`
		]
	] as const;
	const width = (paper.width - 36) / 4;
	paper.y += 4;
	paper.rule('--ink', 1.2);
	const top = paper.y + 9;
	const small = { size: 8, colour: '--ink-3' };
	const big = { face: 'semibold', size: 13.5 } as const;
	const height = Math.max(...cells.map(([, words]) => paper.heightOf(words, width, small)));
	cells.forEach(([value, words], at) => {
		const x = paper.left + at * (width + 12);
		paper.leaf('P', () => {
			paper.write(value, { x, y: top, width: width + 8 }, big);
			paper.write(words, { x, y: top + 19, width }, small);
		});
	});
	paper.y = top + 19 + height + 8;
	paper.rule('--line-2');
	paper.y += 4;
}

/** Spend by year of the plan, one-off cash apart. */
export function yearTotals(
	option: ReportOption,
	blocks: readonly Block[],
	months: number
): readonly MoneyOrGap[] {
	const rows = option.rows.filter(({ block }) => blocks.includes(block));
	const count = Math.ceil(months / 12);
	return [
		addMoney(rows.map(({ month0 }) => month0)),
		...Array.from({ length: count }, (_, year) =>
			addMoney(rows.flatMap(({ monthly }) => monthly.slice(year * 12, year * 12 + 12)))
		),
		addMoney(rows.map(({ total }) => total))
	];
}

const cell = (value: MoneyOrGap): string =>
	isGap(value) ? 'not available' : formatCellExact(value);

function years(paper: Paper, report: Report, option: ReportOption): void {
	const count = Math.ceil(report.months / 12);
	const line = (label: string, blocks: readonly Block[], strong: boolean): TableRow => ({
		cells: [label, ...yearTotals(option, blocks, report.months).map(cell)],
		strong
	});
	table(paper, {
		columns: [
			{ head: report.currency, share: 3 },
			...['One-off', ...Array.from({ length: count }, (_, y) => `Year ${y + 1}`), 'Total'].map(
				(head) => ({ head, share: 1.4, numeric: true })
			)
		],
		rows: [
			line('Infrastructure', ['infra'], false),
			line('Support and maintenance', ['support'], false),
			line('Total', ['infra', 'support'], true)
		]
	});
}

const MOST_DRIVERS = 3;

/** What moves the total most; without ranges, what it is made of. */
function drivers(paper: Paper, report: Report, best: ReportOption): void {
	const moved = report.comparison.tornado?.find(({ option }) => option === best.id);
	paper.heading(2, moved === undefined ? 'What it is made of' : 'What decides it');
	const words =
		moved === undefined
			? largestRows(best).map(
					({ label, total }, at) =>
						`${at + 1}. ${label}: ${isGap(total) ? '' : formatMoneyWhole(total, report.currency)}.`
				)
			: moved.bars.slice(0, MOST_DRIVERS).map(({ label, cheap, dear, basis }, at) => {
					const money = (value: string): string => formatMoneyCompact(value, report.currency);
					const whose = basis === undefined ? '' : ` (${basis})`;
					return `${at + 1}. ${label}: total from ${money(cheap)} to ${money(dear)}${whose}.`;
				});
	for (const text of words) paper.paragraph(text, { size: 9.5, colour: '--ink-2' });
}

const largestRows = ({ rows }: ReportOption) =>
	rows
		.filter(({ block, total }) => (block === 'infra' || block === 'support') && !isGap(total))
		.sort((a, b) => Number(b.total) - Number(a.total))
		.slice(0, MOST_DRIVERS);

/** Price dates, what is stale, what is missing. */
function remarks({ pricesAsOf, warnings, options }: Report): readonly string[] {
	const missing = options
		.filter(({ status }) => status === 'incomplete')
		.map(({ label, statusReason }) => `${label}: ${statusReason ?? 'not available'}`);
	const prices = `Prices read between ${pricesAsOf.oldest} and ${pricesAsOf.newest}.`;
	return [[prices, ...warnings.map(({ message }) => message), ...missing].join(' ')];
}

function signatures(paper: Paper): void {
	paper.need(44);
	const top = paper.y + 26;
	const width = (paper.width - 48) / 3;
	['Prepared by, date', 'Reviewed by, date', 'Approved by, date'].forEach((text, at) => {
		const x = paper.left + at * (width + 24);
		paper.artifact(() => {
			paper.doc
				.moveTo(x, top)
				.lineTo(x + width, top)
				.lineWidth(0.75)
				.strokeColor(colourOf('--ink-2'))
				.stroke();
		});
		const style = { size: 8, colour: '--ink-3' };
		paper.leaf('P', () => paper.write(text, { x, y: top + 4, width }, style));
	});
	paper.y = top + 18;
}
