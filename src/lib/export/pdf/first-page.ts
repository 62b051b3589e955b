import { costSpec } from '../../charts/specs/cost.ts';
import { formatCellExact } from '../../format/ledger-cell.ts';
import { formatMoneyCompact, formatMoneyWhole } from '../../format/money.ts';
import { isGap } from '../../report/gap.ts';
import type { Block, MoneyOrGap, Report, ReportOption } from '../../report/types.ts';
import { yearHeads, yearTotals } from '../../report/years.ts';
import { shortName } from '../short-names.ts';
import { asManyBars, figure } from './figure.ts';
import { COMPARISON } from './headings.ts';
import { keyFigures } from './key-figures.ts';
import type { Paper } from './paper.ts';
import { scopeOf } from './scope.ts';
import { SIGNED, signatures } from './signatures.ts';
import { heightOfTable, table, type TableAsked, type TableRow } from './table.ts';

/** The option that the report asks money for. */
export const recommended = (report: Report): ReportOption | undefined =>
	report.options.find(({ id }) => id === report.comparison.cheapest);

/**
 * Page 1: what is asked for, what stands behind it, and who signs. `isCut` tells that the chart shows
 * the first options alone, for want of room.
 */
export function firstPage(paper: Paper, report: Report): { readonly isCut: boolean } {
	const best = recommended(report);
	paper.heading(1, report.ask?.words ?? report.sentence);
	paper.paragraph(scopeOf(report, best));
	paper.paragraph([report.comparison.words ?? '', report.subSentence].join(' ').trim());
	if (best !== undefined) keyFigures(paper, report, best);
	const below = best === undefined ? undefined : belowOf(report, best);
	const spec = costSpec(report, 'all');
	const head = 'Total cost by option';
	const left = paper.room - paper.heightOfHeading(2, head) - heightOf(paper, report, below);
	const shown = asManyBars(spec, left);
	const isCut = shown.bars.length < spec.bars.length;
	const some = `, first ${shown.bars.length} of ${spec.bars.length}; all of them under “${COMPARISON}”`;
	paper.heading(2, isCut ? `${head}${some}` : head);
	figure(paper, shown, left);
	if (below !== undefined) {
		paper.heading(2, below.yearsHead);
		table(paper, below.years);
		paper.heading(2, below.driversHead);
		for (const text of below.drivers) paper.paragraph(text, DRIVER);
	}
	paper.notice(remarks(report));
	signatures(paper);
	return { isCut };
}

const DRIVER = { size: 9.5, colour: '--ink-2' } as const;

interface Below {
	readonly yearsHead: string;
	readonly years: TableAsked;
	readonly driversHead: string;
	readonly drivers: readonly string[];
}

const belowOf = (report: Report, best: ReportOption): Below => ({
	yearsHead: `Year by year, ${best.label}`,
	years: years(report, best),
	...drivers(report, best)
});

/** Points that everything below the chart takes. */
function heightOf(paper: Paper, report: Report, below: Below | undefined): number {
	const foot = paper.heightOfNotice(remarks(report)) + SIGNED;
	if (below === undefined) return foot;
	const lines = below.drivers.map((text) => paper.heightOfParagraph(text, DRIVER));
	return (
		paper.heightOfHeading(2, below.yearsHead) +
		heightOfTable(paper, below.years) +
		paper.heightOfHeading(2, below.driversHead) +
		lines.reduce((sum, height) => sum + height, foot)
	);
}

const cell = (value: MoneyOrGap): string =>
	isGap(value) ? 'not available' : formatCellExact(value);

/** The recommended option by year, and below it the line that all is measured against. */
function years(report: Report, option: ReportOption): TableAsked {
	const line = (label: string, of: ReportOption, blocks: readonly Block[]): TableRow => ({
		cells: [label, ...yearTotals(of, blocks, report).map(cell)]
	});
	const zero = report.options.find(({ kind, rows }) => kind === 'none' && rows.length > 0);
	return {
		columns: [
			{ head: report.currency, share: 4 },
			...yearHeads(report).map((head) => ({ head, share: 1.4, numeric: true }))
		],
		rows: [
			line('Infrastructure', option, ['infra']),
			line('Support and maintenance', option, ['support']),
			{ ...line('Total', option, ['infra', 'support']), total: true },
			...(zero === undefined || zero.id === option.id
				? []
				: [line(`Zero line: ${shortName(zero.label)}`, zero, ['infra', 'support'])])
		]
	};
}

const MOST_DRIVERS = 3;

/** What moves the total most; without ranges, what it is made of. */
function drivers(report: Report, best: ReportOption): Pick<Below, 'drivers' | 'driversHead'> {
	const moved = report.comparison.tornado?.find(({ option }) => option === best.id);
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
	const driversHead = moved === undefined ? 'What it is made of' : 'What decides it';
	return { driversHead, drivers: words };
}

const largestRows = ({ rows }: ReportOption) =>
	rows
		.filter(({ block, total }) => (block === 'infra' || block === 'support') && !isGap(total))
		.sort((a, b) => Number(b.total) - Number(a.total))
		.slice(0, MOST_DRIVERS);

/** Price dates, what is stale, what is missing; reasons stand in the comparison, other notes in appendix C. */
function remarks({ pricesAsOf, warnings, options }: Report): string {
	const unpriced = options
		.filter(({ status }) => status === 'incomplete')
		.map(({ label }) => shortName(label));
	const missing =
		unpriced.length === 0
			? []
			: [
					`Without a figure that it needs, so not ranked: ${unpriced.join(', ')}; why stands under “${COMPARISON}”.`
				];
	const stale = warnings
		.filter(({ code }) => code === 'STALE_PRICES')
		.map(({ message }) => message);
	const prices = `Prices read between ${pricesAsOf.oldest} and ${pricesAsOf.newest}.`;
	const scope = stale.length > 0 ? [] : ['Tax, data-centre and application cost are not included.'];
	const others = warnings.length - stale.length;
	const more =
		others > 0 ? [`${others} more ${others === 1 ? 'note' : 'notes'} in appendix C.`] : [];
	return [prices, ...stale, ...scope, ...missing, ...more].join(' ');
}
