import { reach } from '../charts/specs/reach.ts';
import { choosable, type EmbedView } from '../charts/specs/embed-view.ts';
import { valueOf, type Bar } from '../charts/specs/spec.ts';
import type { Theme } from '../embed/protocol.ts';
import { formatDay } from '../format/date.ts';
import { wrapped, type Wrapped } from './wrapped.ts';
import { styleOf } from './picture-style.ts';

/** Size of a card in chats and wikis, px. */
export const CARD = { width: 1200, height: 630 } as const;

const FONT = 'ui-sans-serif,system-ui,Segoe UI,Roboto,Helvetica Neue,Arial,sans-serif';
const LEFT = 420;
const RIGHT = 60;
/** Room of a total between a name and its bar. */
const TOTAL = 110;
/** Free before a name. */
const EDGE = 20;
const TOP = 190;
const MOST_BARS = 8;

const escaped = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');

const shortened = (text: string, most: number): string =>
	text.length > most ? `${text.slice(0, most - 1)}…` : text;

interface Words {
	readonly x: number;
	readonly y: number;
	readonly size: number;
	readonly tone?: 'ink' | 'ink2' | 'ink3';
	readonly bold?: boolean;
	readonly end?: boolean;
}

function words(
	text: string,
	{ x, y, size, tone = 'ink', bold = false, end = false }: Words
): string {
	const weight = bold ? ' font-weight="700"' : '';
	const anchor = end ? ' text-anchor="end"' : '';
	return `<text class="${tone}" x="${x}" y="${y}" font-size="${size}"${weight}${anchor}>${escaped(text)}</text>`;
}

/** Choices first; what can only be looked at fills the rest of the room. */
function shownOf(view: EmbedView): readonly Bar[] {
	const first = choosable(view);
	return [...first, ...view.bars.filter((bar) => !first.includes(bar))].slice(0, MOST_BARS);
}

type Row = Omit<Words, 'x' | 'y'> & { readonly text: string };

/** Beside the total, which stands beside the bar: at the end of a whisker it would read as P90. What keeps an option from being a choice stands below its name. */
function nameOf({ label, mark, best }: Bar, middle: number): string {
	const place = { x: LEFT - TOTAL, end: true };
	const weight = best ? 700 : 400;
	const small = { size: 16, most: mark === undefined ? 2 : 1 };
	const settings = [{ size: 21, most: 1 }, { size: 18, most: 1 }, small] as const;
	const { size, lines } = wrapped(label, { width: LEFT - TOTAL - EDGE, weight, settings });
	const marked: readonly Row[] = mark === undefined ? [] : [{ text: mark, size: 15, tone: 'ink3' }];
	const rows: readonly Row[] = [...lines.map((text) => ({ text, size, bold: best })), ...marked];
	const first = middle - 9.5 * (rows.length - 1);
	return rows
		.map(({ text, ...how }, at) => words(text, { ...place, ...how, y: first + 19 * at }))
		.join('');
}

/** Where the total lies in 80 of 100 futures. */
function whisker(
	{ range }: Bar,
	{ scale, y }: { readonly scale: number; readonly y: number }
): string {
	if (range === undefined) return '';
	const [low, high] = [range.low, range.high].map((value) => (LEFT + value * scale).toFixed(1));
	const [top, foot] = [(y - 7).toFixed(1), (y + 7).toFixed(1)];
	return `<path class="range" d="M${low} ${y.toFixed(1)}H${high}M${low} ${top}V${foot}M${high} ${top}V${foot}"/>`;
}

function bars(view: EmbedView): string {
	const shown = shownOf(view);
	const pitch = Math.min(58, (CARD.height - TOP - 110) / Math.max(1, shown.length));
	const scale = (CARD.width - LEFT - RIGHT) / (reach({ bars: shown, layout: 'stacked' }).high || 1);
	return shown
		.map((bar, row) => {
			const y = TOP + row * pitch;
			let x = LEFT;
			const pieces = bar.points.map((point, at) => {
				const width = Math.max(0, (valueOf(point) ?? 0) * scale);
				const piece = `<rect class="${view.series[at]?.id ?? 'infra'}" x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${(pitch * 0.62).toFixed(1)}"/>`;
				x += width;
				return width > 0 ? piece : '';
			});
			const middle = y + pitch * 0.31 + 7;
			return (
				nameOf(bar, middle) +
				pieces.join('') +
				whisker(bar, { scale, y: y + pitch * 0.31 }) +
				// An option without a figure has its mark in place of one: said once.
				(bar.end === bar.mark
					? ''
					: words(bar.end, {
							x: LEFT - 16,
							y: middle,
							size: 21,
							bold: bar.best,
							end: true
						}))
			);
		})
		.join('');
}

/** Room that a word of the key takes, px. */
const widthOf = (label: string): number => 56 + label.length * 10;

function key({ series, bars: drawn }: EmbedView): string {
	const y = TOP - 22;
	let x = 48;
	const entries = series.map(({ id, label }) => {
		const entry =
			`<rect class="${id}" x="${x}" y="${y - 14}" width="16" height="16" rx="3"/>` +
			words(label, { x: x + 24, y, size: 18, tone: 'ink2' });
		x += widthOf(label);
		return entry;
	});
	if (drawn.some(({ range }) => range !== undefined)) {
		entries.push(
			`<path class="range" d="M${x} ${y - 6}h24m-24 -6v12m24 -12v12"/>` +
				words('80 of 100 futures', { x: x + 32, y, size: 18, tone: 'ink2' })
		);
	}
	return entries.join('');
}

/** Of a card, within its margins, px. */
const ROOM = CARD.width - 2 * 48;

/** Lines one below the other, the first on its base line. */
const block = ({ size, lines }: Wrapped, { y, ...how }: Omit<Words, 'x' | 'size'>): string =>
	lines
		.map((line, at) => words(line, { x: 48, y: y + at * Math.round(size * 1.22), size, ...how }))
		.join('');

/** The headline, and where it is one line what stands behind it. */
function head({ headline, note }: EmbedView): string {
	const title = wrapped(headline, {
		width: ROOM,
		weight: 700,
		settings: [
			{ size: 36, most: 2 },
			{ size: 27, most: 3 },
			{ size: 21, most: 4 }
		]
	});
	const y = 36 + title.size - 8 * (title.lines.length - 1);
	const told = block(title, { y: title.size === 36 ? 72 : y, bold: true });
	if (title.lines.length > 1) return told;
	const more = wrapped(note, {
		width: ROOM,
		weight: 400,
		settings: [
			{ size: 22, most: 1 },
			{ size: 18, most: 2 }
		]
	});
	return told + block(more, { y: 112 - 4 * (more.lines.length - 1), tone: 'ink2' });
}

export const standingWords = ({ standing }: EmbedView): string =>
	standing.kind === 'pinned'
		? `pinned, prices of ${formatDay(standing.day)}`
		: `prices to ${formatDay(standing.day)}`;

/**
 * The comparison as one picture: no script, no address, text as text. A name and a finding stand in it
 * for who cannot see it (`conventions.md` §1.5).
 */
export function chartSvg(view: EmbedView, theme: Theme): string {
	const { width, height } = CARD;
	const name = view.isDefault ? 'Default plan, nothing entered' : shortened(view.name, 60);
	const foot = `${name} · ${standingWords(view)} · model ${view.modelVersion} · estimate, not a quote`;
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t d" font-family="${FONT}">` +
		`<title id="t">${escaped(view.headline)}</title><desc id="d">${escaped(`${view.finding} ${foot}`)}</desc>` +
		`<style>${styleOf(theme)}</style><rect class="card" width="${width}" height="${height}"/>` +
		head(view) +
		key(view) +
		bars(view) +
		`<path class="line" d="M48 ${height - 64}H${width - 48}"/>` +
		words(foot, { x: 48, y: height - 30, size: 18, tone: 'ink3' }) +
		'</svg>'
	);
}

/** In place of figures: the reason, never a chart of another plan. */
export function faultSvg(message: string, theme: Theme): string {
	const why = wrapped(message, {
		width: ROOM,
		weight: 400,
		settings: [
			{ size: 22, most: 3 },
			{ size: 17, most: 4 }
		]
	});
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 200" width="1200" height="200" role="img" aria-labelledby="t" font-family="${FONT}">` +
		`<title id="t">This estimate cannot be shown. ${escaped(message)}</title>` +
		`<style>${styleOf(theme)}</style><rect class="card" width="1200" height="200"/>` +
		words('This estimate cannot be shown', { x: 48, y: 72, size: 34, bold: true }) +
		block(why, { y: 112, tone: 'ink2' }) +
		'</svg>'
	);
}
