import { PRINT_COLOURS } from '../../charts/print-palette.ts';
import type { Face } from './fonts.ts';
import { linesOf } from '../lines.ts';

export interface TextStyle {
	readonly face?: Face;
	readonly size: number;
	/** Custom property of the palette. */
	readonly colour?: string;
	readonly align?: 'left' | 'right';
	/** Points between lines, beyond those of the font. */
	readonly gap?: number;
}

/** Of notes beside tables and charts. */
export const SMALL: TextStyle = { size: 8.5, colour: '--ink-3' };

export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
}

/**
 * Digits of one width, so that columns of amounts stand in line; words at the right edge keep their
 * own letters, as the dashes of tabular digits are wide.
 */
const TABULAR: PDFKit.Mixins.TextOptions = { features: ['tnum'] };

const isTabular = (text: string, right: boolean): boolean => right && !/[a-z]/i.test(text);

/** Kerning moves a 1 so far under the point before it that "0.1" reads "01": there a new part begins. */
const partsOf = (line: string): readonly string[] => line.split(/(?<=\d\.)(?=1)/);

export const colourOf = (token: string): string => PRINT_COLOURS[token] ?? '#000000';

/** Text in boxes, in points: how wide and high it is, and drawing it. Texts hold printable letters. */
export class Lettering {
	readonly #doc: PDFKit.PDFDocument;
	/** Widths at size 1: setting text is most of the work, so each text is measured once. */
	readonly #widths = new Map<string, number>();
	readonly #broken = new Map<string, readonly string[]>();

	constructor(doc: PDFKit.PDFDocument) {
		this.#doc = doc;
	}

	widthOf(text: string, { face = 'regular', align = 'left', size }: TextStyle): number {
		const key = `${face} ${align} ${text}`;
		let width = this.#widths.get(key);
		if (width === undefined) {
			this.#doc.font(face).fontSize(1);
			width = isTabular(text, align === 'right')
				? this.#doc.widthOfString(text, TABULAR)
				: partsOf(text).reduce((sum, part) => sum + this.#doc.widthOfString(part), 0);
			this.#widths.set(key, width);
		}
		return width * size;
	}

	heightOf(text: string, width: number, style: TextStyle): number {
		return this.#lines(text, width, style).length * this.#lineHeight(style);
	}

	write(text: string, { x, y, width }: Box, style: TextStyle): void {
		const high = this.#lineHeight(style);
		this.#lines(text, width, style).forEach((line, at) => {
			this.#draw(line, { x, y: y + at * high, width }, style);
		});
	}

	/** Draws text on one line, cut where it is too long. */
	line(text: string, box: Box, style: TextStyle): void {
		let shown = text;
		while (this.widthOf(shown, style) > box.width && shown.length > 2) {
			shown = `${shown.replace(/…$/, '').slice(0, -1)}…`;
		}
		this.#draw(shown, box, style);
	}

	#draw(line: string, { x, y, width }: Box, style: TextStyle): void {
		if (line === '') return;
		const right = style.align === 'right';
		const from = right ? x + width - this.widthOf(line, style) : x;
		this.#face(style);
		this.#doc.fillColor(colourOf(style.colour ?? '--ink'));
		if (isTabular(line, right)) {
			this.#doc.text(line, from, y, { lineBreak: false, ...TABULAR });
			return;
		}
		let at = from;
		for (const part of partsOf(line)) {
			this.#doc.text(part, at, y, { lineBreak: false });
			at += this.widthOf(part, style);
			this.#face(style);
		}
	}

	/** Who keeps a table on one page asks for its lines more than once. */
	#lines(text: string, width: number, style: TextStyle): readonly string[] {
		const { face = 'regular', align = 'left', size } = style;
		const key = `${face} ${align} ${size} ${width} ${text}`;
		let lines = this.#broken.get(key);
		if (lines === undefined) {
			lines = linesOf(text, width, (part) => this.widthOf(part, style));
			this.#broken.set(key, lines);
		}
		return lines;
	}

	#lineHeight(style: TextStyle): number {
		this.#face(style);
		return this.#doc.currentLineHeight(true) + (style.gap ?? 0);
	}

	#face({ face = 'regular', size }: TextStyle): void {
		this.#doc.font(face).fontSize(size);
	}
}
