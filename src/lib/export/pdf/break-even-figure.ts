import { formatNumber } from '../../format/number.ts';
import type { Report, ReportBreakEven, ReportStretch } from '../../report/types.ts';
import { colourOf, SMALL } from './lettering.ts';
import type { Paper } from './paper.ts';

const ROW = 26;
const BAND = 11;
const NAME_SHARE = 0.3;

/** Fill of a stretch; letters say the same without colour. */
const FILL: Readonly<Record<ReportStretch['cheaper'], string>> = {
	a: '--block-infra',
	b: '--block-support',
	equal: '--line-2',
	unknown: '--line'
};

/** Where two options cost the same while one thing moves: a band a row, on a scale of powers. */
export function breakEvenFigure(
	paper: Paper,
	report: Report,
	crossings: readonly ReportBreakEven[]
): void {
	const names = new Map(report.options.map(({ id, label }) => [id, label]));
	const nameOf = (id: string): string => names.get(id) ?? id;
	const [first] = crossings;
	if (first === undefined) return;
	const title = 'Where the answer flips';
	const about = `A: ${nameOf(first.a)} costs less; B: ${nameOf(first.b)} does. The mark is this plan. Nodes are billed here by the share used, so that steps of whole nodes do not blur the crossing.`;
	const head = paper.heightOfHeading(2, title) + paper.heightOfParagraph(about, SMALL);
	paper.keep(head + crossings.length * ROW + 4);
	paper.need(head + ROW);
	paper.heading(2, title);
	paper.paragraph(about, SMALL);
	for (const crossing of crossings) {
		paper.need(ROW);
		const top = paper.y;
		const bbox: [number, number, number, number] = [
			paper.left,
			top,
			paper.left + paper.width,
			top + ROW - 4
		];
		const alt = paper.printable.of(`${crossing.label}. ${crossing.words}`);
		paper.leaf('Figure', () => drawRow(paper, crossing, top), { alt, bbox });
		paper.y = top + ROW;
	}
	paper.y += 4;
}

function drawRow(paper: Paper, it: ReportBreakEven, top: number): void {
	const width = paper.width * NAME_SHARE;
	const from = paper.left + width + 10;
	const to = paper.left + paper.width;
	const at = scaleOf(it, from, to);
	paper.line(it.label, { x: paper.left, y: top, width }, { size: 8.5 });
	paper.line(it.unit, { x: paper.left, y: top + 11, width }, { size: 7, colour: '--ink-3' });
	for (const { from: low, to: high, cheaper } of it.stretches) {
		const [x, end] = [at(low), at(high)];
		paper.doc.rect(x, top, Math.max(end - x, 0.5), BAND).fill(colourOf(FILL[cheaper]));
		if ((cheaper === 'a' || cheaper === 'b') && end - x > 12) {
			const colour = cheaper === 'a' ? '--card' : '--ink';
			const box = { x: x + 4, y: top + 1.5, width: end - x - 4 };
			paper.line(cheaper.toUpperCase(), box, { size: 7.5, face: 'semibold', colour });
		}
	}
	if (it.at !== undefined && it.at >= it.from && it.at <= it.to) mark(paper, at(it.at), top);
	const small = { size: 7, colour: '--ink-3' };
	const y = top + BAND + 2;
	paper.line(formatNumber(it.from), { x: from, y, width: 60 }, small);
	paper.line(formatNumber(it.to), { x: to - 60, y, width: 60 }, { ...small, align: 'right' });
	for (const crossing of it.crossings) {
		const x = Math.min(Math.max(at(crossing), from + 55), to - 55);
		const words = formatNumber(crossing);
		const wide = paper.widthOf(words, small) + 1;
		paper.line(words, { x: x - wide / 2, y, width: wide }, { size: 7, face: 'semibold' });
	}
}

/** Powers where all is above 0, else even steps. */
function scaleOf({ from, to }: ReportBreakEven, left: number, right: number) {
	const bend = from > 0 && to > from ? Math.log : (value: number) => value;
	const [low, high] = [bend(from), bend(to)];
	return (value: number): number =>
		high === low ? left : left + ((bend(value) - low) / (high - low)) * (right - left);
}

/** A drop that points at the band from above. */
function mark({ doc }: Paper, x: number, top: number): void {
	doc
		.polygon([x - 3, top - 4], [x + 3, top - 4], [x, top + 2])
		.fillAndStroke(colourOf('--ink'), colourOf('--card'));
	doc
		.moveTo(x, top)
		.lineTo(x, top + BAND)
		.lineWidth(1)
		.strokeColor(colourOf('--ink'))
		.stroke();
}
