import { addLanes, type Lane, type Grid } from './lane-kernels.ts';
import { scalarOf } from './scalar.ts';
import { bodyOf, type Step, type Tape } from './tape.ts';

/**
 * Reading in doubles over samples × months: what the runs in blocks of samples are held to.
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

/** Without its months where none differs: growth of 0 leaves all that hangs on it standing still. */
function settled(lane: Lane, { samples, months }: Grid): Lane {
	if (!lane.monthly) return lane;
	const width = lane.sampled ? samples : 1;
	const { values } = lane;
	for (let at = width; at < width * months; at++) {
		if (!Object.is(values[at], values[at - width])) return lane;
	}
	return { values: values.slice(0, width), monthly: false, sampled: lane.sampled };
}

function fixed(value: number): Lane {
	const values = new Float64Array(1);
	values[0] = value;
	return { values, monthly: false, sampled: false };
}

/** Constants of a tape, by step: the same in every run. */
const constants = new WeakMap<Step, Lane>();

function constantOf(step: Step): Lane {
	const known = constants.get(step);
	if (known !== undefined) return known;
	const made = fixed(Number(step.text));
	constants.set(step, made);
	return made;
}

const isStill = (lane: Lane | undefined): boolean =>
	lane === undefined || !(lane.monthly || lane.sampled);

const numberIn = (lane: Lane | undefined): number => lane?.values[0] ?? NaN;

/** A step of which no argument varies; nothing where one does, or where months are added up. */
function stillOf({ op, args }: Step, lanes: readonly Lane[]): Lane | undefined {
	if (op === 'overMonths') return undefined;
	const [a = -1, b = -1, c = -1, d = -1] = args;
	const [x, y, above, otherwise] = [lanes[a], lanes[b], lanes[c], lanes[d]];
	if (!(isStill(x) && isStill(y) && isStill(above) && isStill(otherwise))) return undefined;
	if (op === 'held') return x ?? fixed(NaN);
	return fixed(scalarOf(op, numberIn(x), numberIn(y), numberIn(above), numberIn(otherwise)));
}

function work(tape: Tape, step: Step, lanes: Lane[], values: LaneValues, grid: Grid): Lane {
	switch (step.op) {
		case 'constant':
			return constantOf(step);
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
		default:
			return stillOf(step, lanes) ?? moving(step, lanes, grid);
	}
}

function moving(step: Step, lanes: readonly Lane[], grid: Grid): Lane {
	const args = step.args.map((arg) => lanes[arg] ?? fixed(NaN));
	return settled(addLanes(step, args, grid), grid);
}

/**
 * All lanes search at once: each doubles until its need is met, then halves its interval. The trial
 * varies over months and samples only where something that the need reads does.
 */
function leastCounts(tape: Tape, step: Step, lanes: Lane[], values: LaneValues, grid: Grid): Lane {
	const body = bodyOf(tape, step);
	const root = step.args[0] ?? -1;
	// A need that does not depend on the count has no body: then it is read itself.
	const read = [root, ...body.flatMap((at) => tape.steps[at]?.args ?? [])].map((at) => lanes[at]);
	const monthly = read.some((lane) => lane?.monthly);
	const sampled = read.some((lane) => lane?.sampled);
	const shape: Grid = { months: monthly ? grid.months : 1, samples: sampled ? grid.samples : 1 };
	const size = shape.months * shape.samples;
	const needOf = (trial: Float64Array): Float64Array => {
		const bound = { values: trial, monthly, sampled };
		for (const index of body) {
			const inner = tape.steps[index];
			if (inner === undefined) continue;
			lanes[index] = inner.op === 'bound' ? bound : work(tape, inner, lanes, values, grid);
		}
		return spread(lanes[root] ?? fixed(NaN), shape, grid);
	};
	const found = leastMet(needOf, size);
	// Leaves the steps of the search at what it found, for whoever asks for one.
	needOf(found.map((count) => Math.max(count, 1)));
	return { values: found, monthly, sampled };
}

const MOST_DOUBLINGS = 1000;

/** The smallest whole n ≥ 1 with need(n) ≤ n in each place; 0 where need(1) is 0, NaN without one. */
function leastMet(needOf: (trial: Float64Array) => Float64Array, size: number): Float64Array {
	const low = new Float64Array(size);
	const high = new Float64Array(size).fill(1);
	const first = needOf(high);
	const nothing = first.map((need) => (need <= 0 ? 1 : 0));
	let open = true;
	let need = first;
	for (let turn = 0; turn < MOST_DOUBLINGS && open; turn++) {
		open = false;
		for (let i = 0; i < size; i++) {
			// A need that is not a number is never met, nor is it looked for.
			if (!((need[i] ?? NaN) > (high[i] ?? NaN))) continue;
			low[i] = high[i] ?? NaN;
			high[i] = (high[i] ?? NaN) * 2;
			open = true;
		}
		if (open) need = needOf(high);
	}
	halve(needOf, low, high);
	for (let i = 0; i < size; i++) {
		if (Number.isNaN(need[i])) high[i] = NaN;
		else if (nothing[i] === 1) high[i] = 0;
	}
	return high;
}

/** Narrows each interval to its upper end: need is not met at `low`, and met at `high`. */
function halve(
	needOf: (trial: Float64Array) => Float64Array,
	low: Float64Array,
	high: Float64Array
): void {
	const middle = new Float64Array(low.length);
	for (;;) {
		let open = false;
		for (let i = 0; i < low.length; i++) {
			const at = Math.floor(((low[i] ?? NaN) + (high[i] ?? NaN)) / 2);
			const inside = at > (low[i] ?? NaN) && at < (high[i] ?? NaN);
			middle[i] = inside ? at : (high[i] ?? NaN);
			if (inside) open = true;
		}
		if (!open) return;
		const need = needOf(middle);
		for (let i = 0; i < low.length; i++) {
			const at = middle[i] ?? NaN;
			if (at === high[i]) continue;
			if ((need[i] ?? NaN) <= at) high[i] = at;
			else low[i] = at;
		}
	}
}

/** A lane written out over the places of a search. */
function spread(lane: Lane, shape: Grid, grid: Grid): Float64Array {
	const size = shape.months * shape.samples;
	if (lane.values.length === size) return lane.values;
	const out = new Float64Array(size);
	for (let k = 0; k < shape.months; k++) {
		for (let i = 0; i < shape.samples; i++) {
			out[k * shape.samples + i] = valueAt(lane, grid, k, i);
		}
	}
	return out;
}
