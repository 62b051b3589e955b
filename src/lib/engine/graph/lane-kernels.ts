import { sumOfPowers } from './power-sum.ts';
import type { Step } from './tape.ts';

/** Values that vary over months, over samples, over both (month-major) or over neither. */
export interface Lane {
	readonly values: Float64Array;
	readonly monthly: boolean;
	readonly sampled: boolean;
}

export interface Grid {
	readonly samples: number;
	readonly months: number;
}

const NOISE = 1e-9;
const TIE = 1e-12;

/** Strides with which a lane is walked beside a wider one. */
interface Walk {
	readonly row: number;
	readonly one: number;
}

const walk = (lane: Lane, grid: Grid): Walk => ({
	row: lane.monthly ? (lane.sampled ? grid.samples : 1) : 0,
	one: lane.sampled ? 1 : 0
});

function room(args: readonly Lane[], grid: Grid): Lane {
	let monthly = false;
	let sampled = false;
	for (const arg of args) {
		monthly ||= arg.monthly;
		sampled ||= arg.sampled;
	}
	const size = (monthly ? grid.months : 1) * (sampled ? grid.samples : 1);
	return { values: new Float64Array(size), monthly, sampled };
}

/** One step over all samples and months. */
export function addLanes(step: Step, args: readonly Lane[], grid: Grid): Lane {
	const [a, b, c, d] = args;
	if (a === undefined) throw new Error(`"${step.op}" has no argument`);
	if (step.op === 'held') return held(a, step.figure, grid);
	if (step.op === 'overMonths') return overMonths(a, grid);
	if (b === undefined) return single(step, a);
	if (c !== undefined && d !== undefined) return choose([a, b, c, d], grid);
	return double(step, a, b, grid);
}

function single(step: Step, a: Lane): Lane {
	const from = a.values;
	const out = new Float64Array(from.length);
	const size = from.length;
	switch (step.op) {
		case 'ceil':
			for (let i = 0; i < size; i++) out[i] = Math.max(0, Math.ceil((from[i] ?? NaN) - NOISE));
			break;
		case 'floor':
			for (let i = 0; i < size; i++) out[i] = Math.floor((from[i] ?? NaN) + NOISE);
			break;
		case 'ln':
			for (let i = 0; i < size; i++) out[i] = Math.log(from[i] ?? NaN);
			break;
		case 'exp':
			for (let i = 0; i < size; i++) out[i] = Math.exp(from[i] ?? NaN);
			break;
		case 'guard':
			for (let i = 0; i < size; i++) out[i] = (from[i] ?? NaN) > 0 ? (from[i] ?? NaN) : NaN;
			break;
		default:
			throw new Error(`"${step.op}" does not take one argument`);
	}
	return { values: out, monthly: a.monthly, sampled: a.sampled };
}

function double(step: Step, a: Lane, b: Lane, grid: Grid): Lane {
	const out = room([a, b], grid);
	const rows = out.monthly ? grid.months : 1;
	if (!out.sampled) {
		// Months alone: one row that walks over them.
		const [da, db] = [a.monthly ? 1 : 0, b.monthly ? 1 : 0];
		row(step.op, out.values, 0, rows, a.values, 0, da, b.values, 0, db);
		return out;
	}
	const width = grid.samples;
	const [wa, wb] = [walk(a, grid), walk(b, grid)];
	for (let k = 0; k < rows; k++) {
		row(
			step.op,
			out.values,
			k * width,
			width,
			a.values,
			k * wa.row,
			wa.one,
			b.values,
			k * wb.row,
			wb.one
		);
	}
	return out;
}

// Ten positions, for this one loop: an object per row and step would cost more than the row.
function row(
	op: Step['op'],
	out: Float64Array,
	o: number,
	width: number,
	x: Float64Array,
	p: number,
	dp: number,
	y: Float64Array,
	q: number,
	dq: number
): void {
	const end = o + width;
	switch (op) {
		case 'add':
			for (; o < end; o++, p += dp, q += dq) out[o] = (x[p] ?? NaN) + (y[q] ?? NaN);
			break;
		case 'sub':
			for (; o < end; o++, p += dp, q += dq) out[o] = (x[p] ?? NaN) - (y[q] ?? NaN);
			break;
		case 'mul':
			for (; o < end; o++, p += dp, q += dq) out[o] = (x[p] ?? NaN) * (y[q] ?? NaN);
			break;
		case 'div':
			for (; o < end; o++, p += dp, q += dq) out[o] = (x[p] ?? NaN) / (y[q] ?? NaN);
			break;
		case 'max':
			for (; o < end; o++, p += dp, q += dq) out[o] = Math.max(x[p] ?? NaN, y[q] ?? NaN);
			break;
		case 'min':
			for (; o < end; o++, p += dp, q += dq) out[o] = Math.min(x[p] ?? NaN, y[q] ?? NaN);
			break;
		case 'pow':
			for (; o < end; o++, p += dp, q += dq) out[o] = Math.pow(x[p] ?? NaN, y[q] ?? NaN);
			break;
		case 'powerSum':
			for (; o < end; o++, p += dp, q += dq) out[o] = sumOfPowers(x[p] ?? NaN, y[q] ?? NaN);
			break;
		default:
			throw new Error(`"${op}" does not take two arguments`);
	}
}

function choose(args: readonly [Lane, Lane, Lane, Lane], grid: Grid): Lane {
	const out = room(args, grid);
	const rows = out.monthly ? grid.months : 1;
	const width = out.sampled ? grid.samples : 1;
	const [x, limit, above, otherwise] = args;
	const walks = args.map((arg) => walk(arg, grid));
	const place = (at: number, k: number, i: number): number =>
		k * (walks[at]?.row ?? 0) + i * (walks[at]?.one ?? 0);
	for (let k = 0; k < rows; k++) {
		for (let i = 0; i < width; i++) {
			const value = x.values[place(0, k, i)] ?? NaN;
			const edge = limit.values[place(1, k, i)] ?? NaN;
			const taken = value - edge > Math.abs(edge) * TIE ? above : otherwise;
			const from = taken === above ? 2 : 3;
			const answer = taken.values[place(from, k, i)] ?? NaN;
			out.values[k * width + i] = value - edge === value - edge ? answer : NaN;
		}
	}
	return out;
}

function held(a: Lane, period: number, grid: Grid): Lane {
	const width = a.sampled ? grid.samples : 1;
	if (!a.monthly) return a;
	if (period === Infinity) {
		return { values: a.values.slice(0, width), monthly: false, sampled: a.sampled };
	}
	const out = new Float64Array(a.values.length);
	for (let k = 0; k < grid.months; k++) {
		const from = (k - (k % period)) * width;
		out.set(a.values.subarray(from, from + width), k * width);
	}
	return { values: out, monthly: true, sampled: a.sampled };
}

function overMonths(a: Lane, grid: Grid): Lane {
	const width = a.sampled ? grid.samples : 1;
	const out = new Float64Array(width);
	for (let k = 0; k < grid.months; k++) {
		for (let i = 0; i < width; i++) {
			out[i] = (out[i] ?? 0) + (a.values[(a.monthly ? k * width : 0) + i] ?? NaN);
		}
	}
	return { values: out, monthly: false, sampled: a.sampled };
}
