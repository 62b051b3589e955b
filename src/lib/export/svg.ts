import { draw, type Drawing } from '../charts/config/draw.ts';
import { fillLook } from '../charts/palette.ts';
import { PRINT_COLOURS, PRINT_PALETTE, splitPaint } from '../charts/print-palette.ts';
import type { DrawOp } from '../charts/recording-context.ts';
import { whiskerOf, type ChartSpec } from '../charts/specs/spec.ts';
import { withShortNames } from './short-names.ts';

export interface SvgAsked {
	readonly spec: ChartSpec;
	readonly widthPx?: number;
	/** Written below the chart: date, version, address. */
	readonly foot?: string;
}

const WIDTH_PX = 760;
const HEAD_PX = 58;
const FOOT_PX = 28;
const MARGIN_PX = 16;
const FONT = `Inter,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif`;

/** A chart as one self-contained SVG: no script, no style sheet, no address; text stays text. */
export function toSvg({ spec: chart, widthPx = WIDTH_PX, foot }: SvgAsked): string {
	const spec = withShortNames(chart);
	const drawing = draw(spec, widthPx - 2 * MARGIN_PX);
	const height = HEAD_PX + drawing.heightPx + FOOT_PX;
	const body = drawing.ops.map(opToSvg).join('');
	const below =
		foot === undefined
			? ''
			: text({ x: MARGIN_PX, y: height - 10, size: 10.5, paint: colourOf('--ink-3') }, foot);
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPx} ${height}" ` +
		`width="${widthPx}" height="${height}" role="img" font-family="${FONT}">` +
		`<title>${escaped(spec.title)}</title><desc>${escaped(descriptionOf(chart))}</desc>` +
		`<defs>${patternsOf(drawing)}</defs>` +
		`<rect width="${widthPx}" height="${height}" fill="${colourOf('--card')}"/>` +
		text({ x: MARGIN_PX, y: 24, size: 15, weight: 600, paint: colourOf('--ink') }, spec.title) +
		keyOf(spec) +
		`<g transform="translate(${MARGIN_PX} ${HEAD_PX})">${body}</g>${below}</svg>\n`
	);
}

/** What the picture says, for who cannot see it. */
export const descriptionOf = (spec: ChartSpec): string => {
	const values =
		spec.kind === 'bars'
			? spec.bars.map(({ label, end, mark }) => `${label}${mark ? ` (${mark})` : ''}: ${end}`)
			: spec.lines.map(({ label, end }) => `${label}: ${end}`);
	return [spec.finding, `${values.join('; ')}.`, ...spec.notes].join(' ');
};

const colourOf = (token: string): string => PRINT_COLOURS[token] ?? '#000000';

/** Swatches of the series of a bar chart; lines carry their names at their ends. */
function keyOf(spec: ChartSpec): string {
	if (spec.kind === 'lines') return '';
	let x = MARGIN_PX;
	const swatches = spec.series
		.map(({ id, label }) => {
			const fill = PRINT_PALETTE.fill(fillLook(id));
			const at = x;
			x += 30 + label.length * 7;
			const paint = typeof fill === 'string' ? paintOf(fill) : '';
			return (
				`<rect x="${at}" y="36" width="11" height="11" fill="${paint}"/>` + keyWords(at + 16, label)
			);
		})
		.join('');
	const whisker = whiskerOf(spec);
	if (whisker === undefined) return swatches;
	const path = `M${x} 41.5h16M${x} 37.5v8M${x + 16} 37.5v8`;
	return (
		swatches +
		`<path d="${path}" fill="none" stroke="${colourOf('--ink')}"/>` +
		keyWords(x + 21, whisker)
	);
}

const keyWords = (x: number, words: string): string =>
	text({ x, y: 46, size: 11.5, paint: colourOf('--ink-2') }, words);

interface TextAt {
	readonly x: number;
	readonly y: number;
	readonly size: number;
	readonly weight?: number;
	readonly paint: string;
}

const text = ({ x, y, size, weight, paint }: TextAt, words: string): string =>
	`<text x="${x}" y="${y}" font-size="${size}"${weight === undefined ? '' : ` font-weight="${weight}"`} fill="${paint}">${escaped(words)}</text>`;

function opToSvg(op: DrawOp): string {
	const faint = op.opacity === 1 ? '' : ` opacity="${op.opacity}"`;
	switch (op.kind) {
		case 'fill':
			return `<path d="${op.path}" fill="${paintOf(op.paint)}"${faint}/>`;
		case 'stroke': {
			const dash = op.dash.length === 0 ? '' : ` stroke-dasharray="${op.dash.join(' ')}"`;
			return `<path d="${op.path}" fill="none" stroke="${plain(op.paint)}" stroke-width="${op.widthPx}"${dash}${faint}/>`;
		}
		case 'text': {
			const anchor = op.anchor === 'start' ? '' : ` text-anchor="${op.anchor}"`;
			const turn = op.turn === 0 ? '' : ` transform="rotate(${op.turn} ${op.x} ${op.y})"`;
			const weight = op.weight === 400 ? '' : ` font-weight="${op.weight}"`;
			return `<text x="${op.x}" y="${op.y}" font-size="${op.sizePx}"${weight} fill="${plain(op.paint)}"${anchor}${turn}${faint}>${escaped(op.text)}</text>`;
		}
	}
}

/** Only colours that we wrote get into an attribute. */
const COLOUR = /^(?:#[\da-f]{3,8}|rgba?\([\d.,\s%]+\)|transparent)$/i;
const plain = (paint: string): string => {
	const { colour } = splitPaint(paint);
	return COLOUR.test(colour) ? colour : '#000000';
};

const patternId = (paint: string): string => `p${paint.replace(/[^\da-z]/gi, '')}`;

const paintOf = (paint: string): string =>
	splitPaint(paint).pattern === undefined ? plain(paint) : `url(#${patternId(paint)})`;

const STRIPES =
	'<path d="M-2 6L6 -2M0 8L8 0M2 10L10 2" stroke="#fff" stroke-opacity=".55" stroke-width="1.6"/>';
const DOTS = '<circle cx="4" cy="4" r="1.4" fill="#fff" fill-opacity=".55"/>';

function patternsOf({ ops }: Drawing): string {
	const paints = new Set(ops.map(({ paint }) => paint));
	return [...paints]
		.flatMap((paint) => {
			const { pattern } = splitPaint(paint);
			if (pattern === undefined) return [];
			const marks = pattern === 'stripes' ? STRIPES : DOTS;
			return `<pattern id="${patternId(paint)}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${plain(paint)}"/>${marks}</pattern>`;
		})
		.join('');
}

/** Text within XML, without what XML cannot hold. */
export const escaped = (words: string): string =>
	words
		// eslint-disable-next-line no-control-regex -- these are the very characters that go
		.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;');
