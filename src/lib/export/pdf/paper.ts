import PDFDocument from 'pdfkit';
import { PRINT_COLOURS } from '../../charts/print-palette.ts';
import { FONTS, type Face } from './fonts.ts';
import { Printable } from './printable.ts';

export type PaperSize = 'a4' | 'letter';

export interface PaperAsked {
	readonly size: PaperSize;
	readonly title: string;
	readonly subject: string;
	readonly made: Date;
	/** Left and right of the line above each page. */
	readonly head: readonly [string, string];
	/** Left of the line below each page. */
	readonly foot: string;
}

export interface TextStyle {
	readonly face?: Face;
	readonly size: number;
	/** Custom property of the palette. */
	readonly colour?: string;
	readonly align?: 'left' | 'right';
	readonly gap?: number;
}

export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
}

const SIDE = 45;
const TOP = 70;
const BOTTOM = 54;

/** Digits of one width, so that columns of amounts stand in line. */
const TABULAR: PDFKit.Mixins.OpenTypeFeatures[] = ['tnum'];

export const colourOf = (token: string): string => PRINT_COLOURS[token] ?? '#000000';

/** Pages of one document: a cursor, text and rules in points, and the tree that readers follow. */
export class Paper {
	readonly doc: PDFKit.PDFDocument;
	readonly printable = new Printable();
	readonly left = SIDE;
	readonly #root: PDFKit.PDFStructureElement;
	readonly #asked: PaperAsked;
	y = TOP;

	constructor(asked: PaperAsked) {
		this.#asked = asked;
		const options: PDFKit.PDFDocumentOptions = {
			size: asked.size === 'a4' ? 'A4' : 'LETTER',
			margins: { top: 0, bottom: 0, left: 0, right: 0 },
			font: '', // none until ours are there: the standard ones cannot be embedded
			bufferPages: true,
			pdfVersion: '1.7',
			lang: 'en',
			tagged: true,
			displayTitle: true,
			info: {
				Title: this.printable.of(asked.title),
				Subject: this.printable.of(asked.subject),
				Author: 'MeshUp',
				Creator: 'MeshUp',
				CreationDate: asked.made,
				ModDate: asked.made
			}
		};
		Object.assign(options, { subset: 'PDF/UA' }); // which the types do not know
		this.doc = new PDFDocument(options);
		for (const face of ['regular', 'semibold'] as const) {
			this.doc.registerFont(face, FONTS[face].buffer);
		}
		this.#root = this.doc.struct('Document');
		this.doc.addStructure(this.#root);
	}

	get width(): number {
		return this.doc.page.width - 2 * SIDE;
	}

	/** Points left on this page. */
	get room(): number {
		return this.doc.page.height - BOTTOM - this.y;
	}

	newPage(): void {
		this.doc.addPage();
		this.y = TOP;
	}

	/** Goes on to a new page where less than this is left. */
	need(points: number): void {
		if (this.room < points) this.newPage();
	}

	heightOf(text: string, width: number, style: TextStyle): number {
		this.#face(style);
		return this.doc.heightOfString(this.printable.of(text), {
			width,
			lineGap: style.gap ?? 0,
			...(style.align === 'right' ? { features: TABULAR } : {})
		});
	}

	widthOf(text: string, style: TextStyle): number {
		this.#face(style);
		const features = style.align === 'right' ? { features: TABULAR } : {};
		return this.doc.widthOfString(this.printable.of(text), features);
	}

	/** Draws text in a box and gives its height; who calls says what it is. */
	write(text: string, { x, y, width }: Box, style: TextStyle): void {
		this.#face(style);
		this.doc.fillColor(colourOf(style.colour ?? '--ink')).text(this.printable.of(text), x, y, {
			width,
			align: style.align ?? 'left',
			lineGap: style.gap ?? 0,
			...(style.align === 'right' ? { features: TABULAR } : {})
		});
	}

	/** Something that readers meet in its order. */
	element(
		tag: string,
		options: PDFKit.Mixins.StructureElementOptions = {}
	): PDFKit.PDFStructureElement {
		const element = this.doc.struct(tag, options);
		this.#root.add(element);
		return element;
	}

	leaf(tag: string, draw: () => void, options: PDFKit.Mixins.StructureElementOptions = {}): void {
		const element = this.element(tag, options);
		element.add(draw);
		element.end();
	}

	/** Something that only looks: rules, washes, page furniture. */
	artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
		this.doc.markContent('Artifact', { type });
		draw();
		this.doc.endMarkedContent();
	}

	rule(colour = '--line', thick = 0.75): void {
		const { y } = this;
		this.artifact(() => {
			this.doc
				.moveTo(this.left, y)
				.lineTo(this.left + this.width, y)
				.lineWidth(thick)
				.strokeColor(colourOf(colour))
				.stroke();
		});
	}

	heading(level: 1 | 2 | 3, text: string): void {
		const style = HEADINGS[level];
		const height = this.heightOf(text, this.width, style);
		this.need(height + KEEP_WITH_NEXT[level]);
		if (level > 1) this.y += 8;
		const at = { x: this.left, y: this.y, width: this.width };
		this.leaf(`H${level}`, () => this.write(text, at, style));
		this.y += height + 4;
	}

	paragraph(text: string, style: TextStyle = BODY): void {
		if (text === '') return;
		const height = this.heightOf(text, this.width, style);
		this.need(Math.min(height, 200));
		const at = { x: this.left, y: this.y, width: this.width };
		this.leaf('P', () => this.write(text, at, style));
		this.y += height + 5;
	}

	/** A paragraph that must not be overlooked. */
	notice(text: string): void {
		const style = { size: 9, colour: '--warn' };
		const inner = this.width - 20;
		const height = this.heightOf(text, inner, style);
		this.need(height + 18);
		const { y } = this;
		this.artifact(() => {
			this.doc.roundedRect(this.left, y, this.width, height + 12, 3).fill(colourOf('--warn-wash'));
		});
		this.leaf('P', () => this.write(text, { x: this.left + 10, y: y + 6, width: inner }, style));
		this.y += height + 20;
	}

	/** Head and foot of every page, once their number is known. */
	furniture(): void {
		const { start, count } = this.doc.bufferedPageRange();
		for (let page = 0; page < count; page++) {
			this.doc.switchToPage(start + page);
			this.artifact(() => this.#furniture(page + 1, count), 'Pagination');
		}
		this.#root.end();
	}

	#furniture(page: number, count: number): void {
		const style = { size: 8, colour: '--ink-3' };
		const { head, foot } = this.#asked;
		const half = this.width / 2;
		const right = { ...style, align: 'right' } as const;
		const low = this.doc.page.height - 44;
		this.line(head[0], { x: this.left, y: 42, width: half - 6 }, style);
		this.line(head[1], { x: this.left + half + 6, y: 42, width: half - 6 }, right);
		this.line(foot, { x: this.left, y: low + 6, width: this.width - 80 }, style);
		const number = { x: this.left + this.width - 76, y: low + 6, width: 76 };
		this.line(`Page ${page} of ${count}`, number, right);
		for (const y of [56, low]) {
			this.doc
				.moveTo(this.left, y)
				.lineTo(this.left + this.width, y)
				.lineWidth(0.75)
				.strokeColor(colourOf('--line-2'))
				.stroke();
		}
	}

	/** Draws text on one line, cut where it is too long. */
	line(text: string, { x, y, width }: Box, style: TextStyle): void {
		this.#face(style);
		let shown = this.printable.of(text);
		while (this.doc.widthOfString(shown) > width && shown.length > 2) {
			shown = `${shown.replace(/…$/, '').slice(0, -1)}…`;
		}
		const align = style.align ?? 'left';
		this.doc
			.fillColor(colourOf(style.colour ?? '--ink'))
			.text(shown, x, y, { width: width + 1, align, lineBreak: false });
	}

	#face({ face = 'regular', size }: TextStyle): void {
		this.doc.font(face).fontSize(size);
	}
}

const BODY: TextStyle = { size: 10, colour: '--ink-2', gap: 1.5 };

const HEADINGS: Readonly<Record<1 | 2 | 3, TextStyle>> = {
	1: { face: 'semibold', size: 19, gap: 1 },
	2: { face: 'semibold', size: 12.5 },
	3: { face: 'semibold', size: 10.5 }
};

/** A heading never stands alone at the foot of a page. */
const KEEP_WITH_NEXT: Readonly<Record<1 | 2 | 3, number>> = { 1: 60, 2: 70, 3: 50 };
