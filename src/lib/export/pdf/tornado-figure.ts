import { formatMoneyCompact } from '../../format/money.ts';
import { formatShare } from '../../format/quantity.ts';
import type { ReportTornado, ReportTornadoBar } from '../../report/types.ts';
import { colourOf } from './lettering.ts';
import type { Paper } from './paper.ts';

interface TornadoAsked {
	readonly tornado: ReportTornado;
	readonly label: string;
	readonly currency: string;
}

const ROW = 19.5;
const BAR = 9;
/** Points of the two lines below the bars, and of the room around them. */
const NOTE = 36;
/** Room for the amount at either end of a bar. */
const AMOUNT = 42;
const NAME_SHARE = 0.38;

/** What moves the total of an option: each input at both ends of its range, widest first. */
export function tornadoFigure(paper: Paper, asked: TornadoAsked): void {
	const { tornado, label, currency } = asked;
	const { bars, rest } = tornado;
	const title = `What moves the total of ${label}`;
	paper.need(paper.heightOfHeading(2, title) + bars.length * ROW + NOTE);
	paper.heading(2, title);
	const top = paper.y;
	const height = bars.length * ROW + 4;
	const money = (amount: string): string => formatMoneyCompact(amount, currency);
	const alt = bars
		.map(({ label: name, cheap, dear }) => `${name}: from ${money(cheap)} to ${money(dear)}`)
		.join('; ');
	const bbox: [number, number, number, number] = [
		paper.left,
		top,
		paper.left + paper.width,
		top + height
	];
	paper.leaf(
		'Figure',
		() => {
			const at = scaleOf(paper, tornado);
			bars.forEach((bar, row) => drawBar(paper, { bar, y: top + row * ROW, at, money }));
			const centre = at(Number(tornado.central));
			paper.doc
				.moveTo(centre, top - 2)
				.lineTo(centre, top + height - 4)
				.lineWidth(0.75)
				.strokeColor(colourOf('--ink'))
				.stroke();
		},
		{ alt: paper.printable.of(`Total of ${label} as one input moves. ${alt}.`), bbox }
	);
	paper.y = top + height + 2;
	const others =
		rest === undefined
			? ''
			: ` ${rest.count} more inputs move it less, by at most ${money(rest.widest)}.`;
	paper.paragraph(
		`The line stands at ${money(tornado.central)}; each bar is one input at the low and the high end of its range, all others as they are.${others}`,
		{ size: 8.5, colour: '--ink-3' }
	);
}

/** Where an amount stands, in points. */
function scaleOf(paper: Paper, { bars, central }: ReportTornado): (amount: number) => number {
	const amounts = [central, ...bars.flatMap(({ cheap, dear }) => [cheap, dear])].map(Number);
	const [low, high] = [Math.min(...amounts), Math.max(...amounts)];
	const from = paper.left + paper.width * NAME_SHARE + AMOUNT;
	const to = paper.left + paper.width - AMOUNT;
	return (amount) => (high === low ? from : from + ((amount - low) / (high - low)) * (to - from));
}

/** As the field of the input shows it. */
const written = (end: string | undefined, { percent }: ReportTornadoBar): string =>
	percent === true && end !== undefined ? formatShare(Number(end)) : (end ?? '');

interface DrawnBar {
	readonly bar: ReportTornadoBar;
	readonly y: number;
	readonly at: (amount: number) => number;
	readonly money: (amount: string) => string;
}

function drawBar(paper: Paper, { bar, y, at, money }: DrawnBar): void {
	const [from, to] = [at(Number(bar.cheap)), at(Number(bar.dear))];
	const width = paper.width * NAME_SHARE;
	const unit = bar.unit === '1' ? '' : `, ${bar.unit}`;
	const ends = [bar.low, bar.high].every((end) => end !== undefined)
		? `${written(bar.low, bar)} to ${written(bar.high, bar)}${unit}`
		: '';
	paper.line(bar.label, { x: paper.left, y, width }, { size: 8.5 });
	paper.line(
		[ends, bar.basis].filter((part) => part !== undefined && part !== '').join('; '),
		{ x: paper.left, y: y + 10, width },
		{ size: 7, colour: '--ink-3' }
	);
	paper.doc.rect(from, y + 3, Math.max(to - from, 0.75), BAR).fill(colourOf('--block-infra'));
	const small = { size: 8 };
	paper.line(
		money(bar.cheap),
		{ x: from - AMOUNT - 3, y: y + 2.5, width: AMOUNT },
		{ ...small, align: 'right' }
	);
	paper.line(money(bar.dear), { x: to + 3, y: y + 2.5, width: AMOUNT }, small);
}
