import { colourOf, type Paper, type TextStyle } from './paper.ts';

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

function placed(paper: Paper, columns: readonly TableColumn[]): readonly Placed[] {
	const shares = columns.reduce((sum, { share }) => sum + share, 0);
	const free = paper.width - GUTTER * (columns.length - 1);
	let x = paper.left;
	return columns.map((column) => {
		const width = (column.share / shares) * free;
		const at = { ...column, x, width };
		x += width + GUTTER;
		return at;
	});
}

/** A table with heads that say what they are of; they come again on each page. */
export function table(paper: Paper, { columns, rows, size = 8.5 }: TableAsked): void {
	const at = placed(paper, columns);
	const head: TextStyle = { face: 'semibold', size: size - 0.5, colour: '--ink-2' };
	const styleOf = ({ strong }: TableRow): TextStyle =>
		strong === true ? { face: 'semibold', size } : { size };
	const heads = columns.map((column) => column.head);
	const heightOf = (cells: readonly string[], style: TextStyle): number =>
		Math.max(
			...at.map(({ width }, column) => paper.heightOf(cells[column] ?? '', width, style)),
			size
		) +
		2 * PAD;
	const headHeight = heightOf(heads, head);
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
		const height = heightOf(row.cells, style);
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
	paper.y += 8;
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
