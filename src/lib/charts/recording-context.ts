import { composed, IDENTITY, mapped, round, scaleOf, turnOf, type Matrix } from './matrix.ts';
import { PathRecorder } from './path-recorder.ts';
import { textWidth } from './text-width.ts';

interface Painted {
	readonly paint: string;
	readonly opacity: number;
}

export type Anchor = 'start' | 'middle' | 'end';

/** What was drawn, in px of the chart, transforms baked in. `path` is SVG path data. */
export type DrawOp =
	| (Painted & { readonly kind: 'fill'; readonly path: string })
	| (Painted & {
			readonly kind: 'stroke';
			readonly path: string;
			readonly widthPx: number;
			readonly dash: readonly number[];
	  })
	| (Painted & {
			readonly kind: 'text';
			readonly text: string;
			readonly x: number;
			/** Of the baseline. */
			readonly y: number;
			readonly sizePx: number;
			readonly weight: number;
			readonly anchor: Anchor;
			/** Degrees, clockwise. */
			readonly turn: number;
	  });

interface State {
	readonly at: Matrix;
	readonly fillStyle: unknown;
	readonly strokeStyle: unknown;
	readonly globalAlpha: number;
	readonly lineWidth: number;
	readonly font: string;
	readonly textAlign: string;
	readonly textBaseline: string;
	readonly dash: readonly number[];
}

/** Share of the size by which a baseline lies below what is asked for. */
const BASELINES: Readonly<Record<string, number>> = {
	top: 0.78,
	hanging: 0.78,
	middle: 0.36,
	bottom: -0.22
};

/**
 * A 2D context that keeps a list of what was drawn instead of pixels: the part that Chart.js asks
 * for, and no more. Gradients, images and patterns throw, so that nothing is lost in silence; a
 * clip is taken as given, for axes reach as far as their data.
 */
export class RecordingContext {
	readonly canvas: unknown;
	readonly ops: DrawOp[] = [];
	fillStyle: unknown = '#000000';
	strokeStyle: unknown = '#000000';
	globalAlpha = 1;
	lineWidth = 1;
	lineCap = 'butt';
	lineJoin = 'miter';
	lineDashOffset = 0;
	font = '10px sans-serif';
	textAlign = 'start';
	textBaseline = 'alphabetic';
	direction = 'ltr';
	#at: Matrix = IDENTITY;
	#dash: readonly number[] = [];
	readonly #stack: State[] = [];
	readonly #path = new PathRecorder();

	constructor(canvas: unknown) {
		this.canvas = canvas;
	}

	save(): void {
		const { fillStyle, strokeStyle, globalAlpha, lineWidth, font, textAlign, textBaseline } = this;
		const style = { fillStyle, strokeStyle, globalAlpha, lineWidth, font, textAlign, textBaseline };
		this.#stack.push({ ...style, at: this.#at, dash: this.#dash });
	}

	restore(): void {
		const state = this.#stack.pop();
		if (state === undefined) return;
		const { at, dash, ...style } = state;
		this.#at = at;
		this.#dash = dash;
		Object.assign(this, style);
	}

	translate(x: number, y: number): void {
		this.#at = composed(this.#at, { ...IDENTITY, e: x, f: y });
	}

	rotate(angle: number): void {
		const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
		this.#at = composed(this.#at, { a: cos, b: sin, c: -sin, d: cos, e: 0, f: 0 });
	}

	scale(x: number, y: number): void {
		this.#at = composed(this.#at, { ...IDENTITY, a: x, d: y });
	}

	setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
		this.#at = { a, b, c, d, e, f };
	}

	resetTransform(): void {
		this.#at = IDENTITY;
	}

	setLineDash(dash: readonly number[]): void {
		this.#dash = dash;
	}

	getLineDash(): number[] {
		return [...this.#dash];
	}

	beginPath(): void {
		this.#path.begin();
	}

	closePath(): void {
		this.#path.close();
	}

	moveTo(x: number, y: number): void {
		this.#path.move(this.#at, x, y);
	}

	lineTo(x: number, y: number): void {
		this.#path.line(this.#at, x, y);
	}

	bezierCurveTo(...points: readonly [number, number, number, number, number, number]): void {
		this.#path.curve(this.#at, points);
	}

	quadraticCurveTo(...points: readonly [number, number, number, number]): void {
		this.#path.quadratic(this.#at, points);
	}

	rect(...box: readonly [number, number, number, number]): void {
		this.#path.rect(this.#at, box);
	}

	arc(
		x: number,
		y: number,
		radius: number,
		start: number,
		end: number,
		anticlockwise = false
	): void {
		this.#path.arc(this.#at, [x, y, radius], [start, end], anticlockwise);
	}

	/** Kept for what is drawn next to be cut at: see above. */
	clip(): void {
		this.#path.begin();
	}

	clearRect(): void {
		this.ops.length = 0;
	}

	fillRect(...box: readonly [number, number, number, number]): void {
		const path = new PathRecorder();
		path.rect(this.#at, box);
		this.ops.push({ kind: 'fill', path: path.data, ...this.#painted(this.fillStyle) });
	}

	strokeRect(...box: readonly [number, number, number, number]): void {
		const path = new PathRecorder();
		path.rect(this.#at, box);
		this.#stroke(path.data);
	}

	fill(): void {
		const path = this.#path.data;
		if (path === '') return;
		this.ops.push({ kind: 'fill', path, ...this.#painted(this.fillStyle) });
	}

	stroke(path?: unknown): void {
		if (path !== undefined) throw new Error('A path of the browser cannot be recorded.');
		if (this.#path.data !== '') this.#stroke(this.#path.data);
	}

	#stroke(path: string): void {
		const scale = scaleOf(this.#at);
		this.ops.push({
			kind: 'stroke',
			path,
			widthPx: round(this.lineWidth * scale),
			dash: this.#dash.map((length) => round(length * scale)),
			...this.#painted(this.strokeStyle)
		});
	}

	fillText(text: string, x: number, y: number): void {
		if (text === '') return;
		const { sizePx, weight } = this.#face();
		const down = (BASELINES[this.textBaseline] ?? 0) * sizePx;
		const [px = '0', py = '0'] = mapped(this.#at, x, y + down).split(' ');
		this.ops.push({
			kind: 'text',
			text,
			x: Number(px),
			y: Number(py),
			sizePx: round(sizePx * scaleOf(this.#at)),
			weight,
			anchor: anchorOf(this.textAlign),
			turn: turnOf(this.#at),
			...this.#painted(this.fillStyle)
		});
	}

	/** Outlines of text are not used by our charts. */
	strokeText(): void {
		throw new Error('Outlined text cannot be recorded.');
	}

	measureText(text: string): { readonly width: number } {
		const { sizePx, weight } = this.#face();
		return { width: textWidth(text, sizePx, weight) };
	}

	createLinearGradient(): never {
		throw new Error('A gradient cannot be recorded.');
	}

	createRadialGradient(): never {
		throw new Error('A gradient cannot be recorded.');
	}

	createPattern(): never {
		throw new Error('A pattern of pixels cannot be recorded.');
	}

	drawImage(): never {
		throw new Error('An image cannot be recorded.');
	}

	#painted(style: unknown): Painted {
		if (typeof style !== 'string') throw new Error('Only plain colours can be recorded.');
		return { paint: style, opacity: this.globalAlpha };
	}

	/** Size and weight of a CSS font. */
	#face(): { readonly sizePx: number; readonly weight: number } {
		const size = /(\d+(?:\.\d+)?)px/.exec(this.font)?.[1];
		const weight = /(?:^|\s)([1-9]00|bold)\s/.exec(this.font)?.[1];
		return {
			sizePx: Number(size ?? 12),
			weight: weight === 'bold' ? 700 : Number(weight ?? 400)
		};
	}
}

const anchorOf = (align: string): Anchor =>
	align === 'center' ? 'middle' : align === 'right' || align === 'end' ? 'end' : 'start';
