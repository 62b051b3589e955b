import { scalarOf } from './scalar.ts';
import { bodyOf, type Step, type Tape } from './tape.ts';

/** What a reading is of: `valueOf` gives nothing for an input without a figure. */
export interface PointsAsked {
	readonly valueOf: (path: string) => number | undefined;
	readonly months: number;
}

const MOST_TRIALS = 2 ** 1000;

/** What all runs of a tape share: constants, and how much room its steps need. */
interface Template {
	/** A place for each step; no number where it is not a constant. */
	readonly still: Float64Array;
	readonly start: Int32Array;
	/** Steps that may take a row of months. */
	readonly rows: number;
}

const templates = new WeakMap<Tape, Template>();

function templateOf(tape: Tape): Template {
	const known = templates.get(tape);
	if (known !== undefined) return known;
	const still = Float64Array.from(tape.steps, ({ op, text }) =>
		op === 'constant' ? Number(text) : NaN
	);
	const rows = tape.steps.filter(({ monthly, within }) => monthly || within !== 0).length;
	const start = Int32Array.from(tape.steps, (_, index) => index);
	const made = { still, start, rows };
	templates.set(tape, made);
	return made;
}

/**
 * Doubles of one set of inputs, month by month: the first paint, and what `lanes` gives for one sample.
 *
 * All values stand in one array: a place for each step, then rows of months for those that change. So
 * a step costs its arithmetic, and no object. Missing inputs, and guards that do not hold, make NaN.
 */
export class PointsReading {
	readonly #tape: Tape;
	readonly #months: number;
	readonly #values: Float64Array;
	/** Where the values of each step begin: its own place, or a row. */
	readonly #start: Int32Array;
	#end: number;

	constructor(tape: Tape, { valueOf, months }: PointsAsked) {
		const { still, start, rows } = templateOf(tape);
		this.#tape = tape;
		this.#months = months;
		this.#end = still.length;
		this.#values = new Float64Array(still.length + rows * months);
		this.#values.set(still);
		this.#start = start.slice();
		for (const [path, index] of tape.leaves) this.#values[index] = valueOf(path) ?? NaN;
		for (const [index, step] of tape.steps.entries()) {
			if (step.within === 0) this.#work(step, index);
		}
	}

	/** Place of a root or a named step in month k + 1: two that are equal have the same value. */
	place(key: string, k: number): number {
		const index = this.#tape.roots.get(key) ?? this.#tape.named.get(key)?.step;
		if (index === undefined) throw new Error(`nothing is called "${key}"`);
		return this.#at(index, k);
	}

	/** What stands at a place; not a number, rather than none that is finite, where there is none. */
	value(place: number): number {
		const value = this.#values[place] ?? NaN;
		return Number.isFinite(value) ? value : NaN;
	}

	at(key: string, k: number): number {
		return this.value(this.place(key, k));
	}

	/** Months 1 to N of a root or a named step. */
	months(key: string): readonly number[] {
		const first = this.place(key, 0);
		if (!this.#moves(first)) return new Array<number>(this.#months).fill(this.value(first));
		const found: number[] = [];
		for (let k = 0; k < this.#months; k++) found.push(this.value(first + k));
		return found;
	}

	/** Where step `index` has its value of month k + 1. */
	#at(index: number, k: number): number {
		const start = this.#start[index] ?? -1;
		return this.#moves(start) ? start + k : start;
	}

	/** Whether the values that begin there are a row of months. */
	#moves(start: number): boolean {
		return start >= this.#tape.steps.length;
	}

	#row(): number {
		const row = this.#end;
		this.#end += this.#months;
		return row;
	}

	#work(step: Step, index: number): void {
		const { op, args } = step;
		if (op === 'constant' || op === 'leaf') return;
		if (op === 'leastCount') return this.#search(step, index);
		if (op === 'overMonths') {
			this.#values[index] = this.#sum(args[0] ?? -1);
		} else if (op === 'held' && step.figure === Infinity) {
			this.#values[index] = this.#read(args[0] ?? 0, 0);
		} else if (op === 'month' || args.some((arg) => this.#moves(this.#start[arg] ?? -1))) {
			const row = this.#row();
			this.#fill(step, row);
			this.#settle(index, row);
		} else {
			this.#values[index] = op === 'held' ? this.#read(args[0] ?? 0, 0) : this.#once(step, 0);
		}
	}

	/** Without its months where none differs: growth of 0 leaves all that hangs on it standing still. */
	#settle(index: number, row: number): void {
		const values = this.#values;
		const first = values[row];
		for (let at = row + 1; at < row + this.#months; at++) {
			if (Object.is(values[at], first)) continue;
			this.#start[index] = row;
			return;
		}
		values[index] = first ?? NaN;
		this.#end = row;
	}

	/** One step in one month. */
	#once({ op, args }: Step, k: number): number {
		const [a = 0, b = 0, c = 0, d = 0] = args;
		if (args.length === 1) return scalarOf(op, this.#read(a, k));
		if (args.length === 2) return scalarOf(op, this.#read(a, k), this.#read(b, k));
		return scalarOf(op, this.#read(a, k), this.#read(b, k), this.#read(c, k), this.#read(d, k));
	}

	#read(index: number, k: number): number {
		return this.#values[this.#at(index, k)] ?? NaN;
	}

	/** One step in all months: the commonest operations in loops of their own. */
	#fill(step: Step, row: number): void {
		const { op, args, figure } = step;
		const values = this.#values;
		const end = row + this.#months;
		let x = this.#start[args[0] ?? -1] ?? -1;
		let y = this.#start[args[1] ?? -1] ?? -1;
		const dx = this.#moves(x) ? 1 : 0;
		const dy = this.#moves(y) ? 1 : 0;
		switch (op) {
			case 'add':
				for (let o = row; o < end; o++, x += dx, y += dy)
					values[o] = (values[x] ?? NaN) + (values[y] ?? NaN);
				break;
			case 'sub':
				for (let o = row; o < end; o++, x += dx, y += dy)
					values[o] = (values[x] ?? NaN) - (values[y] ?? NaN);
				break;
			case 'mul':
				for (let o = row; o < end; o++, x += dx, y += dy)
					values[o] = (values[x] ?? NaN) * (values[y] ?? NaN);
				break;
			case 'div':
				for (let o = row; o < end; o++, x += dx, y += dy)
					values[o] = (values[x] ?? NaN) / (values[y] ?? NaN);
				break;
			case 'max':
				for (let o = row; o < end; o++, x += dx, y += dy)
					values[o] = Math.max(values[x] ?? NaN, values[y] ?? NaN);
				break;
			case 'min':
				for (let o = row; o < end; o++, x += dx, y += dy)
					values[o] = Math.min(values[x] ?? NaN, values[y] ?? NaN);
				break;
			case 'held':
				for (let k = 0; k < this.#months; k++)
					values[row + k] = values[x + k - (k % figure)] ?? NaN;
				break;
			case 'month':
				for (let k = 0; k < this.#months; k++) values[row + k] = k;
				break;
			default:
				for (let k = 0; k < this.#months; k++) values[row + k] = this.#once(step, k);
		}
	}

	#sum(index: number): number {
		let total = 0;
		for (let k = 0; k < this.#months; k++) total += this.#read(index, k);
		return total;
	}

	/** The least count of every month in which something that the need reads may differ. */
	#search(step: Step, index: number): void {
		const steps = this.#tape.steps;
		const body = bodyOf(this.#tape, step);
		const root = step.args[0] ?? -1;
		const reads = [root, ...body.flatMap((at) => steps[at]?.args ?? [])];
		const monthly = reads.some((at) => this.#moves(this.#start[at] ?? -1));
		for (const inner of body) this.#start[inner] = monthly ? this.#row() : inner;
		const row = monthly ? this.#row() : index;
		let count = 1;
		for (let k = 0; k < (monthly ? this.#months : 1); k++) {
			const needOf = (trial: number): number => this.#need(body, root, k, trial);
			const found = leastFrom(count, needOf);
			count = found > 1 ? found : 1;
			// Leaves the steps of the search at what it found, for whoever asks for one.
			needOf(count);
			this.#values[row + k] = found;
		}
		if (monthly) this.#start[index] = row;
	}

	#need(body: readonly number[], root: number, k: number, trial: number): number {
		for (const index of body) {
			const step = this.#tape.steps[index];
			if (step === undefined) continue;
			this.#values[this.#at(index, k)] = step.op === 'bound' ? trial : this.#once(step, k);
		}
		return this.#read(root, k);
	}
}

/**
 * The smallest whole n ≥ 1 with need(n) ≤ n, for a need that never rises with n; 0 where need(1) is 0,
 * NaN without one. It begins at `start`, the count of the month before, and steps away ever wider.
 */
function leastFrom(start: number, needOf: (count: number) => number): number {
	let low = 0;
	let high = start;
	let need = needOf(high);
	for (let step = 1; need > high && high < MOST_TRIALS; step *= 2) {
		low = high;
		high += step;
		need = needOf(high);
	}
	if (!(need <= high)) return NaN;
	for (let step = 1; low === 0 && high > 1; step *= 2) {
		const lower = Math.max(1, high - step);
		const less = needOf(lower);
		if (less <= lower) [high, need] = [lower, less];
		else low = lower;
	}
	if (high === 1) return need <= 0 ? 0 : 1;
	for (;;) {
		const middle = Math.floor((low + high) / 2);
		// Beyond 2^53 doubles leave whole numbers out: the next one up is near enough.
		if (middle <= low || middle >= high) return high;
		if (needOf(middle) <= middle) high = middle;
		else low = middle;
	}
}
