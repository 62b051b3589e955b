import { draw, heightOf } from '../../charts/config/draw.ts';
import { fillLook } from '../../charts/palette.ts';
import { PRINT_PALETTE, splitPaint } from '../../charts/print-palette.ts';
import type { DrawOp } from '../../charts/recording-context.ts';
import { whiskerOf, type BarSpec, type ChartSpec } from '../../charts/specs/spec.ts';
import { withShortNames } from '../short-names.ts';
import { descriptionOf } from '../svg.ts';
import { colourOf } from './lettering.ts';
import type { Paper } from './paper.ts';

/** Points of a px. */
const SCALE = 0.75;
const KEY_POINTS = 16;
const BELOW = 8;
/** The key above a chart, the room below it, and a point for what rounding adds. */
const AROUND = KEY_POINTS + BELOW + 1;

/** Smallest that a chart is drawn: its letters stay legible. */
const SMALLEST = 0.6;

/** Smallest at which the letters of a chart read well beside the text. */
const LEGIBLE = 0.8;
const FEWEST_BARS = 3;

/** A chart of bars with as many of the first as there is room for. */
export function asManyBars(spec: BarSpec, room: number): BarSpec {
	const fits = (bars: BarSpec['bars']): boolean => heightAt({ ...spec, bars }, LEGIBLE) <= room;
	let { bars } = spec;
	while (bars.length > FEWEST_BARS && !fits(bars)) bars = bars.slice(0, -1);
	return { ...spec, bars };
}

const keyOf = ({ kind }: ChartSpec): number => (kind === 'bars' ? KEY_POINTS : 0);

/** Points that a chart takes, with its key and the room below it. */
const heightAt = (spec: ChartSpec, scale: number): number =>
	heightOf(spec) * SCALE * scale + keyOf(spec) + BELOW;

/** How large a chart is drawn: as `room` lets it be, up to its full size. */
const scaleFor = (spec: ChartSpec, room: number, least: number): number =>
	heightAt(spec, 1) <= room
		? 1
		: Math.min(1, Math.max((room - AROUND) / (heightOf(spec) * SCALE), least));

/** A chart under its heading, both on one page: a little smaller where that keeps it on this one. */
export function titledFigure(paper: Paper, title: string, chart: ChartSpec): void {
	const head = paper.heightOfHeading(2, title);
	const least = paper.isHalfFull ? LEGIBLE : SMALLEST;
	const scale = scaleFor(chart, paper.room - head, least);
	paper.need(head + heightAt(chart, scale));
	paper.heading(2, title);
	figure(paper, chart, paper.room);
}

/**
 * A chart as vectors with text that can be selected, and its findings for who cannot see it. Where
 * `room` points are too few it is drawn smaller.
 */
export function figure(paper: Paper, chart: ChartSpec, room = paper.room): void {
	const spec = withShortNames(chart);
	const scale = scaleFor(spec, room, SMALLEST);
	const height = heightAt(spec, scale);
	const points = SCALE * scale;
	const drawing = draw(spec, Math.round(paper.width / points));
	paper.need(height);
	const top = paper.y;
	const alt = paper.printable.of(`${spec.title}. ${descriptionOf(chart)}`);
	const bbox: [number, number, number, number] = [
		paper.left,
		top,
		paper.left + paper.width,
		top + height - BELOW
	];
	paper.leaf(
		'Figure',
		() => {
			if (spec.kind === 'bars') writeKey(paper, spec);
			paper.doc.save();
			paper.doc.translate(paper.left, top + keyOf(spec)).scale(points);
			for (const op of drawing.ops) paint(paper, op);
			paper.doc.restore();
		},
		{ alt, bbox }
	);
	paper.y = top + height;
}

function paint(paper: Paper, op: DrawOp): void {
	const { doc } = paper;
	switch (op.kind) {
		case 'fill':
			return fillPath(paper, op);
		case 'stroke': {
			const [dash, space] = op.dash;
			doc.save();
			doc.lineWidth(op.widthPx);
			if (dash !== undefined) doc.dash(dash, { space: space ?? dash });
			doc.strokeOpacity(op.opacity).path(op.path).stroke(splitPaint(op.paint).colour);
			doc.restore();
			return;
		}
		case 'text':
			return writeText(paper, op);
	}
}

interface Filled {
	readonly path: string;
	readonly paint: string;
	readonly opacity: number;
}

const STRIPE_EVERY = 6;

/** The series of a chart by their fills, and what its whiskers mean. */
function writeKey(paper: Paper, spec: BarSpec): void {
	const style = { size: 8.5, colour: '--ink-2' };
	const y = paper.y + 1;
	let x = paper.left;
	const words = (text: string, after: number): void => {
		const width = paper.widthOf(text, style) + 2;
		paper.write(text, { x: x + after, y, width }, style);
		x += after + width + 16;
	};
	for (const { id, label } of spec.series) {
		const fill = PRINT_PALETTE.fill(fillLook(id));
		const path = `M${x} ${y + 1}h8v8h-8z`;
		if (typeof fill === 'string') fillPath(paper, { path, paint: fill, opacity: 1 });
		words(label, 12);
	}
	const whisker = whiskerOf(spec);
	if (whisker === undefined) return;
	paper.doc
		.path(`M${x} ${y + 5}h14M${x} ${y + 2}v6M${x + 14} ${y + 2}v6`)
		.lineWidth(1)
		.stroke(colourOf('--ink'));
	words(whisker, 18);
}

/** A fill, with the marks that tell it apart in grey. */
function fillPath({ doc }: Paper, { path, paint: look, opacity }: Filled): void {
	const { colour, pattern } = splitPaint(look);
	doc.save();
	doc.fillOpacity(opacity).path(path).fill(colour);
	doc.restore();
	if (pattern === undefined) return;
	const { x, y, right, bottom } = boundsOf(path);
	const height = bottom - y;
	doc.save();
	doc.path(path).clip();
	doc.lineWidth(1.4).strokeOpacity(0.6);
	if (pattern === 'dots') doc.dash(1.4, { space: 3.2 });
	for (let at = x - height; at < right; at += STRIPE_EVERY) {
		doc.moveTo(at, bottom).lineTo(at + height, y);
	}
	doc.stroke('#ffffff');
	doc.restore();
}

interface Bounds {
	readonly x: number;
	readonly y: number;
	readonly right: number;
	readonly bottom: number;
}

/** Of a path of absolute points, or of the square of a key. */
function boundsOf(path: string): Bounds {
	const square = /^M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)/.exec(path);
	if (square !== null) {
		const [x = 0, y = 0, width = 0, height = 0] = square.slice(1).map(Number);
		return { x, y, right: x + width, bottom: y + height };
	}
	const numbers = [...path.matchAll(/-?[\d.]+/g)].map(([text]) => Number(text));
	const xs = numbers.filter((_, at) => at % 2 === 0);
	const ys = numbers.filter((_, at) => at % 2 === 1);
	return {
		x: Math.min(...xs),
		y: Math.min(...ys),
		right: Math.max(...xs),
		bottom: Math.max(...ys)
	};
}

function writeText({ doc, printable }: Paper, op: Extract<DrawOp, { kind: 'text' }>): void {
	const text = printable.of(op.text);
	doc.font(op.weight >= 600 ? 'semibold' : 'regular').fontSize(op.sizePx);
	const width = doc.widthOfString(text);
	const shift = op.anchor === 'end' ? width : op.anchor === 'middle' ? width / 2 : 0;
	doc.save();
	if (op.turn !== 0) doc.rotate(op.turn, { origin: [op.x, op.y] });
	doc
		.fillColor(splitPaint(op.paint).colour)
		.fillOpacity(op.opacity)
		.text(text, op.x - shift, op.y, { lineBreak: false, baseline: 'alphabetic' });
	doc.restore();
}
