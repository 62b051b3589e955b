import { colourOf, type TextStyle } from './lettering.ts';
import type { Paper } from './paper.ts';

export interface TableColumn {
	readonly head: string;
	/** Share of the width. */
	readonly share: number;
	readonly numeric?: boolean;
}

export interface TableRow {
	readonly cells: readonly string[];
	/** A total. */
	readonly strong?: boolean;
}

export interface TableAsked {
	readonly columns: readonly TableColumn[];
	readonly rows: readonly TableRow[];
	readonly size?: number;
}

const GUTTER = 8;
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
	const free = paper.width - GUTTER * (columns.length - 1);
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
			x += width + GUTTER;
			return placed;
		})
	};
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const numbersWidth = (paper: Paper, { rows }: TableAsked, at: number, size: number): number =>
	Math.max(
		0,
		...rows.map(({ cells, strong }) => {
			const face = strong === true ? ({ face: 'semibold' } as const) : {};
			return paper.widthOf(cells[at] ?? '', { ...face, size, align: 'right' }) + 1;
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
	const styleOf = ({ strong }: TableRow): TextStyle =>
		strong === true ? { face: 'semibold', size } : { size };
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

/** A table with heads that say what they are of; they come again on each page. */
export function table(paper: Paper, asked: TableAsked): void {
	const { rows } = asked;
	const { size, columns: at, head, headHeight, styleOf, heightOf } = measured(paper, asked);
	paper.need(headHeight + 3 * (size + 2 * PAD));
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
	for (const row of rows) {
		const style = styleOf(row);
		const height = heightOf(row);
		if (paper.room < height) {
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
		paper.y += height;
		line(paper, row.strong === true ? '--ink-2' : '--line');
	}
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
