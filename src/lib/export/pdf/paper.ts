import PDFDocument from 'pdfkit';
import { FONTS } from './fonts.ts';
import { colourOf, Lettering, type Box, type TextStyle } from './lettering.ts';
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

const SIDE = 45;
const TOP = 70;
const BOTTOM = 54;

/** Pages of one document: a cursor, text and rules in points, and the tree that readers follow. */
export class Paper {
	readonly doc: PDFKit.PDFDocument;
	readonly printable = new Printable();
	readonly left = SIDE;
	readonly #root: PDFKit.PDFStructureElement;
	readonly #asked: PaperAsked;
	readonly #lettering: Lettering;
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
		this.#lettering = new Lettering(this.doc);
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

	/** So much stands on this page that the next part may leave the rest of it empty. */
	get isHalfFull(): boolean {
		return this.y - TOP > (this.doc.page.height - BOTTOM - TOP) / 2;
	}

	/** Keeps what can be parted on one page, as long as that leaves no page half empty. */
	keep(points: number): void {
		if (this.isHalfFull) this.need(points);
	}

	/** A part of the report starts on a page of its own, or below what leaves half of one empty. */
	section(): void {
		if (this.isHalfFull) this.newPage();
	}

	/** Height of text that breaks into lines of this width. */
	heightOf(text: string, width: number, style: TextStyle): number {
		return this.#lettering.heightOf(this.printable.of(text), width, style);
	}

	widthOf(text: string, style: TextStyle): number {
		return this.#lettering.widthOf(this.printable.of(text), style);
	}

	/** Draws text in a box; who calls says what it is. */
	write(text: string, box: Box, style: TextStyle): void {
		this.#lettering.write(this.printable.of(text), box, style);
	}

	/** Draws text on one line, cut where it is too long. */
	line(text: string, box: Box, style: TextStyle): void {
		this.#lettering.line(this.printable.of(text), box, style);
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

	/** Points that a heading takes. */
	heightOfHeading(level: 1 | 2 | 3, text: string): number {
		return this.heightOf(text, this.width, HEADINGS[level]) + (level > 1 ? 8 : 0) + 4;
	}

	/** Points that a paragraph takes. */
	heightOfParagraph(text: string, style: TextStyle = BODY): number {
		return text === '' ? 0 : this.heightOf(text, this.width, style) + 5;
	}

	/** Points that a notice takes. */
	heightOfNotice(text: string): number {
		return this.heightOf(text, this.width - 20, NOTICE) + 20;
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
		const style = NOTICE;
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
}

const BODY: TextStyle = { size: 10, colour: '--ink-2', gap: 1.5 };

const NOTICE: TextStyle = { size: 9, colour: '--warn' };

const HEADINGS: Readonly<Record<1 | 2 | 3, TextStyle>> = {
	1: { face: 'semibold', size: 19, gap: 1 },
	2: { face: 'semibold', size: 12.5 },
	3: { face: 'semibold', size: 10.5 }
};

/** A heading never stands alone at the foot of a page. */
const KEEP_WITH_NEXT: Readonly<Record<1 | 2 | 3, number>> = { 1: 60, 2: 70, 3: 50 };
