import { colourOf, SMALL, type TextStyle } from './lettering.ts';
import type { Paper } from './paper.ts';

export interface TableColumn {
	readonly head: string;
	/** Share of the width. */
	readonly share: number;
	readonly numeric?: boolean;
}

export interface TableRow {
	readonly cells: readonly string[];
	/** In bold letters. */
	readonly strong?: boolean;
	/** A total: bold, above a line that ends a sum. */
	readonly total?: boolean;
	/** Names the rows below it, and never stands without one of them. */
	readonly leads?: boolean;
}

export interface TableAsked {
	readonly columns: readonly TableColumn[];
	readonly rows: readonly TableRow[];
	readonly size?: number;
}

const GUTTER = 8;
/** Between numbers, which end at its edge, and text, which begins at it. */
const WIDE_GUTTER = 16;
const PAD = 3;

interface Placed extends TableColumn {
	readonly x: number;
	readonly width: number;
}

/** Columns of text keep at least this share of the page. */
const LEAST_TEXT = 0.16;
const SMALLEST = 5.5;

interface Layout {
	readonly size: number;
	readonly columns: readonly Placed[];
}

/** Numbers never break: their columns are as wide as they, and the letters smaller where it must be. */
function layoutOf(paper: Paper, asked: TableAsked, size: number): Layout {
	const { columns } = asked;
	const gutters = columns.slice(1).map((column, at) => gutterAfter(columns[at], column));
	const free = paper.width - sum(gutters);
	const widths = columns.map((column, at) =>
		column.numeric === true ? numbersWidth(paper, asked, at, size) : 0
	);
	const taken = widths.reduce((sum, width) => sum + width, 0);
	const texts = columns.filter(({ numeric }) => numeric !== true).length;
	if (free - taken < texts * LEAST_TEXT * paper.width && size > SMALLEST) {
		return layoutOf(paper, asked, size - 0.5);
	}
	const shares = columns.map(({ share }) => share);
	const total = shares.reduce((sum, share) => sum + share, 0);
	const wished = shares.map((share) => (share / total) * free);
	const missing = sum(widths.map((width, at) => Math.max(0, width - (wished[at] ?? 0))));
	const spare = sum(wished.map((width, at) => Math.max(0, width - (widths[at] ?? 0))));
	const given = spare === 0 ? 0 : Math.min(1, missing / spare);
	let x = paper.left;
	return {
		size,
		columns: columns.map((column, at) => {
			const [wish, least] = [wished[at] ?? 0, widths[at] ?? 0];
			const width = wish < least ? least : wish - (wish - least) * given;
			const placed = { ...column, x, width };
			x += width + (gutters[at] ?? 0);
			return placed;
		})
	};
}

const gutterAfter = (left: TableColumn | undefined, right: TableColumn): number =>
	left?.numeric === true && right.numeric !== true ? WIDE_GUTTER : GUTTER;

const isBold = ({ strong, total, leads }: TableRow): boolean =>
	[strong, total, leads].includes(true);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const numbersWidth = (paper: Paper, { rows }: TableAsked, at: number, size: number): number =>
	Math.max(
		0,
		...rows.map((row) => {
			const face = isBold(row) ? ({ face: 'semibold' } as const) : {};
			return paper.widthOf(row.cells[at] ?? '', { ...face, size, align: 'right' }) + 1;
		})
	);

interface Measured extends Layout {
	readonly head: TextStyle;
	readonly headHeight: number;
	readonly styleOf: (row: TableRow) => TextStyle;
	readonly heightOf: (row: TableRow) => number;
}

function measured(paper: Paper, asked: TableAsked): Measured {
	const { size, columns } = layoutOf(paper, asked, asked.size ?? 8.5);
	const head: TextStyle = { face: 'semibold', size: size - 0.5, colour: '--ink-2' };
	const styleOf = (row: TableRow): TextStyle =>
		isBold(row) ? { face: 'semibold', size } : { size };
	const heightOf = (cells: readonly string[], style: TextStyle): number =>
		Math.max(
			...columns.map(({ width, numeric }, column) => {
				const aligned = numeric === true ? ({ ...style, align: 'right' } as const) : style;
				return paper.heightOf(cells[column] ?? '', width, aligned);
			}),
			size
		) +
		2 * PAD;
	const heads = asked.columns.map((column) => column.head);
	return {
		size,
		columns,
		head,
		headHeight: heightOf(heads, head),
		styleOf,
		heightOf: (row) => heightOf(row.cells, styleOf(row))
	};
}

/** Points below a table. */
const AFTER = 8;

/** Points that a table takes on one page. */
export function heightOfTable(paper: Paper, asked: TableAsked): number {
	const { headHeight, heightOf } = measured(paper, asked);
	return headHeight + sum(asked.rows.map(heightOf)) + AFTER;
}

interface Titled extends TableAsked {
	readonly level?: 2 | 3;
	/** Below the heading. */
	readonly about?: string;
	/** Below the table. */
	readonly note?: string;
}

/** A table under its heading and above its note, on one page where that leaves none half empty. */
export function titledTable(paper: Paper, title: string, asked: Titled): void {
	const { level = 2, about = '', note = '' } = asked;
	const words = paper.heightOfParagraph(about, SMALL) + paper.heightOfParagraph(note, SMALL);
	paper.keep(paper.heightOfHeading(level, title) + heightOfTable(paper, asked) + words);
	paper.heading(level, title);
	paper.paragraph(about, SMALL);
	table(paper, asked);
	paper.paragraph(note, SMALL);
}

/** Rows that at least stand together, at either end of a page. */
const FEWEST_ROWS = 2;

/** So few rows at the end stay together with the one that names them. */
const MOST_LED = 9;

/**
 * A table with heads that say what they are of; they come again on each page. It starts on this page
 * where a few of its rows have room; who wants it whole asks for its height first.
 */
export function table(paper: Paper, asked: TableAsked): void {
	const { rows } = asked;
	const { columns: at, head, headHeight, styleOf, heightOf } = measured(paper, asked);
	const heights = rows.map(heightOf);
	/** Of a row and of what must stand on its page. */
	const kept = (row: number): number => {
		if (row >= rows.length - FEWEST_ROWS) return sum(heights.slice(row));
		if (rows[row]?.leads !== true) return heights[row] ?? 0;
		const led = heights.slice(row);
		const isLast = !rows.slice(row + 1).some(({ leads }) => leads === true);
		return sum(isLast && led.length <= MOST_LED ? led : led.slice(0, 2));
	};
	paper.need(headHeight + sum(heights.slice(0, FEWEST_ROWS)));
	const element = paper.element('Table');
	const headRow = paper.doc.struct('TR');
	element.add(headRow);
	at.forEach((column) => {
		const cell = paper.doc.struct('TH', { scope: 'Column' });
		headRow.add(cell);
		cell.add(() => writeCell(paper, column, column.head, head));
		cell.end();
	});
	headRow.end();
	paper.y += headHeight;
	line(paper, '--ink-2');
	rows.forEach((row, place) => {
		const style = styleOf(row);
		if (paper.room < kept(place)) {
			paper.newPage();
			paper.artifact(() => at.forEach((column) => writeCell(paper, column, column.head, head)));
			paper.y += headHeight;
			line(paper, '--ink-2');
		}
		const tr = paper.doc.struct('TR');
		element.add(tr);
		at.forEach((column, index) => {
			const text = row.cells[index] ?? '';
			const cell = index === 0 ? paper.doc.struct('TH', { scope: 'Row' }) : paper.doc.struct('TD');
			tr.add(cell);
			if (text !== '') cell.add(() => writeCell(paper, column, text, style));
			cell.end();
		});
		tr.end();
		paper.y += heights[place] ?? 0;
		line(paper, row.total === true ? '--ink-2' : '--line');
	});
	element.end();
	paper.y += AFTER;
}

function writeCell(paper: Paper, column: Placed, text: string, style: TextStyle): void {
	const align = column.numeric === true ? 'right' : 'left';
	const box = { x: column.x, y: paper.y + PAD, width: column.width };
	paper.write(text, box, { ...style, align });
}

function line(paper: Paper, colour: string): void {
	const { y } = paper;
	paper.artifact(() => {
		paper.doc
			.moveTo(paper.left, y)
			.lineTo(paper.left + paper.width, y)
			.lineWidth(0.5)
			.strokeColor(colourOf(colour))
			.stroke();
	});
}
