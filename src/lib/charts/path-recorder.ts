import { mapped, type Matrix } from './matrix.ts';

const FULL = 2 * Math.PI;
/** Arcs are drawn as cubic curves of at most a quarter turn. */
const QUARTER = Math.PI / 2;

/** Segments of a path as SVG path data, with the transform of the moment baked in. */
export class PathRecorder {
	#data: string[] = [];
	#last = { x: 0, y: 0 };
	#first = { x: 0, y: 0 };

	get data(): string {
		return this.#data.join('');
	}

	begin(): void {
		this.#data = [];
	}

	close(): void {
		if (this.#data.length > 0) this.#data.push('Z');
		this.#last = this.#first;
	}

	move(at: Matrix, x: number, y: number): void {
		this.#data.push(`M${mapped(at, x, y)}`);
		this.#last = this.#first = { x, y };
	}

	line(at: Matrix, x: number, y: number): void {
		if (this.#data.length === 0) return this.move(at, x, y);
		this.#data.push(`L${mapped(at, x, y)}`);
		this.#last = { x, y };
	}

	curve(at: Matrix, points: readonly [number, number, number, number, number, number]): void {
		const [x1, y1, x2, y2, x, y] = points;
		this.#data.push(`C${mapped(at, x1, y1)} ${mapped(at, x2, y2)} ${mapped(at, x, y)}`);
		this.#last = { x, y };
	}

	quadratic(at: Matrix, points: readonly [number, number, number, number]): void {
		const [cx, cy, x, y] = points;
		const from = this.#last;
		const [x1, y1] = [from.x + (2 / 3) * (cx - from.x), from.y + (2 / 3) * (cy - from.y)];
		this.curve(at, [x1, y1, x + (2 / 3) * (cx - x), y + (2 / 3) * (cy - y), x, y]);
	}

	rect(at: Matrix, [x, y, width, height]: readonly [number, number, number, number]): void {
		this.move(at, x, y);
		this.line(at, x + width, y);
		this.line(at, x + width, y + height);
		this.line(at, x, y + height);
		this.close();
	}

	/** An arc around (x, y), from one angle to another, clockwise unless said. */
	arc(
		at: Matrix,
		[x, y, radius]: readonly [number, number, number],
		[start, end]: readonly [number, number],
		isAnticlockwise: boolean
	): void {
		const sweep = sweepOf(start, end, isAnticlockwise);
		this.line(at, x + radius * Math.cos(start), y + radius * Math.sin(start));
		const parts = Math.max(1, Math.ceil(Math.abs(sweep) / QUARTER - 1e-9));
		const step = sweep / parts;
		const reach = (4 / 3) * Math.tan(step / 4) * radius;
		for (let part = 0; part < parts; part++) {
			const [from, to] = [start + part * step, start + (part + 1) * step];
			const [x1, y1] = [x + radius * Math.cos(from), y + radius * Math.sin(from)];
			const [x2, y2] = [x + radius * Math.cos(to), y + radius * Math.sin(to)];
			this.curve(at, [
				x1 - reach * Math.sin(from),
				y1 + reach * Math.cos(from),
				x2 + reach * Math.sin(to),
				y2 - reach * Math.cos(to),
				x2,
				y2
			]);
		}
	}
}

function sweepOf(start: number, end: number, isAnticlockwise: boolean): number {
	const turn = isAnticlockwise ? start - end : end - start;
	const sweep = turn >= FULL ? FULL : ((turn % FULL) + FULL) % FULL;
	return isAnticlockwise ? -sweep : sweep;
}
