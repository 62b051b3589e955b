import { addLanes, type Lane, type Grid } from './lane-kernels.ts';
import type { Step, Tape } from './tape.ts';

/**
 * Reading in doubles over samples × months: ranges, tornado, break-even, and the first paint.
 *
 * A guard that does not hold, and a missing input, make NaN of what depends on them: the caller
 * drops and counts such samples.
 */
export interface LanesReading {
	/** One array: month-major where it varies over both. */
	lane(key: string): Lane;
	/** Value of a sample in month k + 1. */
	at(key: string, k: number, sample?: number): number;
}

export type LaneValues = ReadonlyMap<string, number | Float64Array>;

/** Runs a tape over `samples` draws and `months` months. */
export function readLanes(
	tape: Tape,
	values: LaneValues,
	grid: Grid,
	only?: readonly string[]
): LanesReading {
	const lanes: Lane[] = [];
	const needed = only === undefined ? undefined : neededBy(tape, only);
	tape.steps.forEach((step, index) => {
		if (needed !== undefined && !needed.has(index)) return;
		if (step.within === 0) lanes[index] = work(tape, step, lanes, values, grid);
	});
	const lane = (key: string): Lane => {
		const at = tape.roots.get(key) ?? tape.named.get(key)?.step;
		const found = at === undefined ? undefined : lanes[at];
		if (found === undefined) throw new Error(`nothing is called "${key}"`);
		return found;
	};
	return {
		lane,
		at: (key, k, sample = 0) => valueAt(lane(key), grid, k, sample)
	};
}

function neededBy(tape: Tape, keys: readonly string[]): ReadonlySet<number> {
	const needed = new Set<number>();
	const visit = (index: number): void => {
		if (needed.has(index)) return;
		needed.add(index);
		for (const arg of tape.steps[index]?.args ?? []) visit(arg);
	};
	for (const key of keys) {
		const at = tape.roots.get(key) ?? tape.named.get(key)?.step;
		if (at !== undefined) visit(at);
	}
	return needed;
}

export function valueAt(lane: Lane, grid: Grid, k: number, sample: number): number {
	const row = lane.monthly ? k * (lane.sampled ? grid.samples : 1) : 0;
	return lane.values[row + (lane.sampled ? sample : 0)] ?? NaN;
}

const fixed = (value: number): Lane => ({
	values: Float64Array.of(value),
	monthly: false,
	sampled: false
});

function work(
	tape: Tape,
	step: Step,
	lanes: readonly Lane[],
	values: LaneValues,
	grid: Grid
): Lane {
	switch (step.op) {
		case 'constant':
			return fixed(Number(step.text));
		case 'leaf': {
			const value = values.get(step.text) ?? NaN;
			return typeof value === 'number'
				? fixed(value)
				: { values: value, monthly: false, sampled: true };
		}
		case 'month':
			return {
				values: Float64Array.from({ length: grid.months }, (_, k) => k),
				monthly: true,
				sampled: false
			};
		case 'leastCount':
			return leastCounts(tape, step, lanes, values, grid);
		default: {
			const args = step.args.map((arg) => lanes[arg] ?? fixed(NaN));
			return addLanes(step, args, grid);
		}
	}
}

/** Steps of a trial, in order: those within the mark on which the need depends. */
function bodyOf(tape: Tape, step: Step): readonly number[] {
	const body = new Set<number>();
	const visit = (index: number): void => {
		if (body.has(index) || tape.steps[index]?.within !== step.figure) return;
		for (const arg of tape.steps[index]?.args ?? []) visit(arg);
		body.add(index);
	};
	visit(step.args[0] ?? -1);
	return [...body];
}

/** All lanes search at once: each doubles until its need is met, then halves its interval. */
function leastCounts(
	tape: Tape,
	step: Step,
	outer: readonly Lane[],
	values: LaneValues,
	grid: Grid
): Lane {
	const body = bodyOf(tape, step);
	const root = step.args[0] ?? -1;
	const size = grid.months * grid.samples;
	const wide = (fill: number): Lane => ({
		values: new Float64Array(size).fill(fill),
		monthly: true,
		sampled: true
	});
	const lanes = [...outer];
	const trial = wide(1);
	const needOf = (): Lane => {
		for (const index of body) {
			const inner = tape.steps[index];
			if (inner === undefined) continue;
			lanes[index] = inner.op === 'bound' ? trial : work(tape, inner, lanes, values, grid);
		}
		return lanes[root] ?? fixed(NaN);
	};
	return search(needOf, trial, wide(1), grid);
}

const MOST_DOUBLINGS = 50;

function search(needOf: () => Lane, trial: Lane, high: Lane, grid: Grid): Lane {
	const size = high.values.length;
	const low = new Float64Array(size);
	const need = (): Float64Array => spread(needOf(), grid);
	const first = need();
	const met = new Uint8Array(size);
	const nothing = Uint8Array.from(first, (x) => (x <= 0 ? 1 : 0));
	for (let i = 0; i < size; i++) met[i] = (first[i] ?? NaN) <= 1 ? 1 : 0;
	for (let turn = 0; turn < MOST_DOUBLINGS && met.includes(0); turn++) {
		for (let i = 0; i < size; i++) {
			if (met[i] === 0) {
				low[i] = high.values[i] ?? 0;
				high.values[i] = (high.values[i] ?? 1) * 2;
			}
		}
		trial.values.set(high.values);
		const now = need();
		for (let i = 0; i < size; i++) if ((now[i] ?? NaN) <= (high.values[i] ?? 0)) met[i] = 1;
	}
	for (let turn = 0; turn < MOST_DOUBLINGS; turn++) {
		let open = false;
		for (let i = 0; i < size; i++) {
			const gap = (high.values[i] ?? 0) - (low[i] ?? 0);
			if (met[i] === 1 && gap > 1) open = true;
			trial.values[i] = Math.floor(((high.values[i] ?? 0) + (low[i] ?? 0)) / 2);
		}
		if (!open) break;
		const now = need();
		for (let i = 0; i < size; i++) {
			if (met[i] === 0 || (high.values[i] ?? 0) - (low[i] ?? 0) <= 1) continue;
			const middle = trial.values[i] ?? 0;
			if ((now[i] ?? NaN) <= middle) high.values[i] = middle;
			else low[i] = middle;
		}
	}
	for (let i = 0; i < size; i++) {
		if (met[i] === 0) high.values[i] = NaN;
		else if (nothing[i] === 1) high.values[i] = 0;
	}
	return high;
}

/** A lane written out over the whole grid. */
function spread(lane: Lane, grid: Grid): Float64Array {
	if (lane.monthly && lane.sampled) return lane.values;
	const out = new Float64Array(grid.months * grid.samples);
	for (let k = 0; k < grid.months; k++) {
		for (let i = 0; i < grid.samples; i++) out[k * grid.samples + i] = valueAt(lane, grid, k, i);
	}
	return out;
}
