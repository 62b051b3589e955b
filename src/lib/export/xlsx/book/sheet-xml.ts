import { linesOf } from '../../lines.ts';
import type { Entry, Rows } from '../grid.ts';
import type { CellStyle } from './cell-style.ts';
import type { Styles } from './styles-xml.ts';
import type { Texts } from './texts-xml.ts';
import { escaped, XML_HEAD } from './xml.ts';

export interface Printed {
	readonly rows: number;
	readonly columns: number;
}

/** What a sheet is beside its cells. */
export interface SheetShape {
	/** In letters, from the first column on. */
	readonly widths: readonly number[];
	/** Rows and columns that stay in sight, and come again on each printed page. */
	readonly frozen?: { readonly rows: number; readonly columns: number };
	/** First of the frozen rows that is printed again; one beyond them: none is. */
	readonly printedFrom?: number;
	/** What is printed, where that is not all. */
	readonly printed?: Printed;
	/** Pages side by side that it is printed on; 1 where absent. */
	readonly pagesWide?: number;
	/** Left of the line below each printed page. */
	readonly foot: string;
}

export interface SheetAsked {
	readonly rows: Rows;
	readonly shape: SheetShape;
	readonly styles: Styles;
	readonly texts: Texts;
	/** The sheet that a reader sees first. */
	readonly isFirst: boolean;
}

/** "A" for 1, "AA" for 27. */
export function columnName(column: number): string {
	let name = '';
	for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
		name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
	}
	return name;
}

/** One sheet as XML. Text is a string cell whatever it begins with: it is never read as a formula. */
export function sheetXml(asked: SheetAsked): string {
	const { rows, shape, isFirst } = asked;
	const columns = shape.widths.map(
		(width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`
	);
	return (
		`${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
		'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
		`<sheetViews><sheetView showGridLines="0"${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">` +
		`${paneXml(shape)}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
		`<cols>${columns.join('')}</cols><sheetData>${rowsXml(rows, asked)}</sheetData>` +
		'<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>' +
		`<pageSetup paperSize="9" orientation="landscape" fitToWidth="${shape.pagesWide ?? 1}" fitToHeight="0"/>` +
		`<headerFooter><oddFooter>${footXml(shape.foot)}</oddFooter></headerFooter></worksheet>`
	);
}

function paneXml({ frozen }: SheetShape): string {
	if (frozen === undefined) return '';
	const { rows, columns } = frozen;
	const split = `${columns === 0 ? '' : ` xSplit="${columns}"`} ySplit="${rows}"`;
	const pane = columns === 0 ? 'bottomLeft' : 'bottomRight';
	const first = `${columnName(columns + 1)}${rows + 1}`;
	return `<pane${split} topLeftCell="${first}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
}

/** Characters of the reader's words: all of a footer, codes included, may have 255. */
const FOOT_CHARS = 200;

/**
 * An ampersand begins a code there, so one of the reader's is written twice; and the size of the
 * letters would go on into a number that begins their words, so a space stands between.
 */
function footXml(foot: string): string {
	const words = [...foot.replaceAll('&', '&&')].slice(0, FOOT_CHARS).join('');
	const whole = /&*$/.exec(words)?.[0].length ?? 0;
	return escaped(`&L&8 ${whole % 2 === 0 ? words : words.slice(0, -1)}&R&8&A · page &P of &N`);
}

/** Points of one line of letters, and of those around it. */
const LINE_POINTS = 13;
const AROUND_POINTS = 2;
/** Letters of running text are narrower than the digits that widths of columns count. */
const LETTER = 0.92;
/** Excel knows no higher rows than 409 points. */
const MOST_LINES = 31;

/**
 * Room for text that breaks into lines, by the count of its letters: not every reader of workbooks
 * measures rows when it opens one.
 */
function heightXml(entries: readonly Entry[], widths: readonly number[]): string {
	let most = 1;
	entries.forEach((entry, column) => {
		if (!('text' in entry) || entry.style.wrap !== true) return;
		const lines = linesOf(
			entry.text,
			widths[column - 1] ?? 8,
			(part) => part.length * LETTER
		).length;
		most = Math.min(Math.max(most, lines), MOST_LINES);
	});
	return most === 1 ? '' : ` ht="${most * LINE_POINTS + AROUND_POINTS}" customHeight="1"`;
}

function rowsXml(rows: Rows, { styles, texts, shape }: SheetAsked): string {
	const names: string[] = [];
	const numbers = new Map<CellStyle, string>();
	const look = (style: CellStyle): string => {
		const known = numbers.get(style) ?? ` s="${styles.numberOf(style)}"`;
		numbers.set(style, known);
		return known;
	};
	const parts: string[] = [];
	rows.forEach((entries, row) => {
		parts.push(`<row r="${row}"${heightXml(entries, shape.widths)}>`);
		entries.forEach((entry, column) => {
			names[column] ??= columnName(column);
			parts.push(cellXml(`${names[column] ?? ''}${row}`, look(entry.style), entry, texts));
		});
		parts.push('</row>');
	});
	return parts.join('');
}

function cellXml(at: string, look: string, entry: Entry, texts: Texts): string {
	if ('blank' in entry) return `<c r="${at}"${look}/>`;
	if ('text' in entry) return `<c r="${at}"${look} t="s"><v>${texts.numberOf(entry.text)}</v></c>`;
	if ('number' in entry) return `<c r="${at}"${look}><v>${entry.number}</v></c>`;
	const { formula, result } = entry;
	const kind = typeof result === 'string' ? ' t="str"' : '';
	const value = typeof result === 'string' ? escaped(result) : result;
	return `<c r="${at}"${look}${kind}><f>${escaped(formula)}</f><v>${value}</v></c>`;
}
