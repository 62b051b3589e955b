import { Decimal } from '../engine/decimal.ts';
import { formatCellExact } from '../format/ledger-cell.ts';
import { MINUS } from '../format/number.ts';
import { isGap } from '../report/gap.ts';
import type { MoneyOrGap, Report, ReportOption } from '../report/types.ts';
import { markdownName, markdownTable, markdownText, type MarkdownColumn } from './markdown-text.ts';

export interface MarkdownAsked {
	readonly report: Report;
	/** The report before a change: adds what each option cost, and the difference. */
	readonly before?: Report;
	/** Address that restores the plan. */
	readonly link?: string;
	/** Address of a picture of the cost chart. */
	readonly image?: string;
}

/** A comment on GitHub ends near 65,536 characters. */
const MOST_CHARS = 60_000;

const text = (head: string): MarkdownColumn => ({ head, numeric: false });
const number = (head: string): MarkdownColumn => ({ head, numeric: true });

/** The report as a comment on a pull request: totals first, every row folded away below. */
export function toMarkdown({ report, before, link, image }: MarkdownAsked): string {
	const head =
		`### ${markdownText(report.name)}\n\n**${markdownText(report.sentence)}.**\n\n` +
		saidOf(report) +
		`${totals(report, before)}\n`;
	const notes = report.warnings.map(({ message }) => `- ${markdownText(message)}\n`).join('');
	const foot = footOf(report, link, image);
	const body = rowsOf(report);
	const room = MOST_CHARS - head.length - foot.length - notes.length - 2;
	const detail = body.length <= room ? body : '_Rows left out: too many for a comment._\n\n';
	return `${head}${notes}${notes === '' ? '' : '\n'}${detail}${foot}`;
}

/** The ask, how sure it is, and what stands behind the answer: a paragraph each. */
const saidOf = ({ ask, comparison, subSentence }: Report): string =>
	[ask && `${ask.words}.`, comparison.words, subSentence]
		.flatMap((words) => (words ? [`${markdownText(words)}\n\n`] : []))
		.join('');

const amount = (cell: MoneyOrGap): string =>
	isGap(cell) ? 'not available' : formatCellExact(cell);

function totals(report: Report, before: Report | undefined): string {
	const { currency, options, comparison } = report;
	if (before !== undefined) return changes(report, before);
	const isDrawn = options.some(({ range }) => range !== undefined);
	const heads = ['Infrastructure', 'Support', 'Of it one-off', `Total, ${currency}`];
	const columns = [
		text('Option'),
		...[...heads, ...(isDrawn ? ['P10', 'P50', 'P90'] : []), 'Present value'].map(number)
	];
	return markdownTable(
		columns,
		options.map((option) => {
			const { oneOff, infra, support, spend, presentValue } = option.totals;
			const { range } = option;
			const band = [range?.p10, range?.p50, range?.p90].map((end) => (end ? amount(end) : ''));
			const best = option.id === comparison.cheapest;
			const name = nameOf(option);
			const cells = [infra, support, oneOff, spend].map(amount);
			return [
				best ? `**${name}**` : name,
				...cells,
				...(isDrawn ? band : []),
				amount(presentValue)
			];
		})
	);
}

function nameOf({ label, status }: ReportOption): string {
	const name = markdownName(label);
	return status === 'available' ? name : `${name} (${status})`;
}

function changes(report: Report, before: Report): string {
	const columns = [
		text('Option'),
		...['Before', `Now, ${report.currency}`, 'Difference', '%'].map(number)
	];
	const sameMoney = report.currency === before.currency;
	return markdownTable(
		columns,
		report.options.map((option) => {
			const old = before.options.find(({ id }) => id === option.id)?.totals.spend;
			const now = option.totals.spend;
			const known = old !== undefined && sameMoney && !isGap(old) && !isGap(now);
			const [difference, share] = known ? compared(old, now) : ['', ''];
			const was = old === undefined ? 'not there' : amount(old);
			return [nameOf(option), was, amount(now), difference, share];
		})
	);
}

function compared(old: string, now: string): readonly [difference: string, share: string] {
	const difference = new Decimal(now).minus(old);
	const digits = now.split('.')[1]?.length ?? 0;
	const share = new Decimal(old).isZero()
		? ''
		: `${difference.div(new Decimal(old).abs()).times(100).toFixed(1)} %`.replace('-', MINUS);
	const money = formatCellExact(difference.toFixed(digits));
	return [difference.gt(0) ? `+${money}` : money, difference.gt(0) ? `+${share}` : share];
}

/** Totals of all rows, an option a column. */
function rowsOf(report: Report): string {
	const options = report.options.filter(({ rows }) => rows.length > 0);
	const [first] = options;
	if (first === undefined) return '';
	const columns = [text('Row'), ...options.map(({ label }) => number(markdownName(label)))];
	const lines = first.rows.map(({ key, label }) => [
		markdownText(label),
		...options.map(({ rows }) => {
			const total = rows.find((row) => row.key === key)?.total;
			return total === undefined ? '' : amount(total);
		})
	]);
	const words = `Every row over ${report.months} months, ${report.currency}`;
	const table = markdownTable(columns, lines);
	const gaps = options.flatMap((option) => reasonsOf(option)).join('');
	return `<details>\n<summary>${words}</summary>\n\n${table}${gaps === '' ? '' : `\n${gaps}`}\n</details>\n\n`;
}

const reasonsOf = ({ label, rows }: ReportOption): readonly string[] =>
	rows.flatMap(({ label: row, total }) =>
		isGap(total)
			? [`- ${markdownName(label)}, ${markdownText(row)}: ${markdownText(total.reason)}\n`]
			: []
	);

function footOf(report: Report, link: string | undefined, image: string | undefined): string {
	const { modelVersion, dataVersion, exchange, pricesAsOf, generatedAt } = report;
	const rate = exchange === undefined ? '' : ` · ${markdownText(exchange.words)}`;
	const about = `Estimate, not a quote${rate} · model ${modelVersion} · data ${dataVersion} · prices ${pricesAsOf.oldest} to ${pricesAsOf.newest} · made ${generatedAt.slice(0, 10)}`;
	const picture = image === undefined ? '' : `\n![Total cost by option](${address(image)})\n`;
	return `${about}\n${picture}${link === undefined ? '' : `\n[Open the plan](${address(link)})\n`}`;
}

/** An address that ends where it should. */
const address = (url: string): string =>
	url.replace(/[\s()<>\\]/g, (found) => `%${found.charCodeAt(0).toString(16).padStart(2, '0')}`);
