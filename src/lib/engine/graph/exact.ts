import { Decimal } from '../decimal.ts';
import { arithmetic, equal, isAbove, isPositive, NOTHING } from './decimal-kernels.ts';
import { Movement } from './movement.ts';
import type { FaultCode } from './node.ts';
import type { Step, Tape } from './tape.ts';

/** Values of the inputs, by path. A path that is not there is an input without a figure. */
export type Values = ReadonlyMap<string, Decimal>;

/** No figure, because these inputs have none. */
export class Gap {
	readonly paths: readonly string[];
	constructor(paths: readonly string[]) {
		this.paths = [...new Set(paths)].sort();
	}
}

/** A guard that did not hold. Checks of an option find it first and give it a path. */
export class GuardFault extends Error {
	readonly code: FaultCode;
	constructor(code: FaultCode) {
		super(code);
		this.code = code;
	}
}

export type Exact = Decimal | Gap;

/** What a reading is of. */
export interface Plan {
	readonly values: Values;
	/** Inputs that leave a derived value without a figure, by its path. */
	readonly causes?: ReadonlyMap<string, readonly string[]>;
	readonly months: number;
}

const MOST_TRIALS = 2 ** 1000;
/** Above the horizon of any plan: makes one number of a step and a month. */
const MOST_MONTHS = 4096;

/** The last time a step was worked out: the same arguments give the same value again. */
interface Last {
	a: Exact;
	b: Exact;
	value: Exact;
}

/** A count that was found, and every value that the search for it read. */
interface Found {
	readonly read: ReadonlyMap<number, Exact>;
	readonly value: Exact;
}

/**
 * Decimal reading of one tape: lazy, so that only what a figure depends on is computed.
 *
 * Most quantities stay as they are from month to month. What cannot move has one value. A step whose
 * arguments are the very objects of last time is not computed again, and a value equal to the last one
 * is that object: so whatever stands still for a while costs a look-up a month.
 */
export class ExactReading {
	readonly #tape: Tape;
	readonly #plan: Plan;
	readonly #movement: Movement;
	readonly #memo: ((Exact | undefined)[] | undefined)[] = [];
	readonly #last: (Last | undefined)[] = [];
	readonly #found: (Found | undefined)[] = [];
	readonly #trials = new Map<number, Decimal>();
	readonly #trialMemo = new Map<number, Exact>();
	#read: Map<number, Exact> | undefined;

	constructor(tape: Tape, plan: Plan) {
		this.#tape = tape;
		this.#plan = plan;
		this.#movement = new Movement(tape, {
			isOne: (index) => isOne(this.at(index, 0)),
			branchOf: (index) => this.#branch(this.#step(index), index, 0)
		});
	}

	/** The value of a root or a named step in month k + 1. */
	of(key: string, k = 0): Exact {
		const step = this.#tape.roots.get(key) ?? this.#tape.named.get(key)?.step;
		if (step === undefined) throw new Error(`nothing is called "${key}"`);
		const mark = this.#tape.steps[step]?.within ?? 0;
		return mark === 0 ? this.at(step, k) : this.#atFound(step, mark, k);
	}

	/** A step of a search, at the count that the search found (at one where it found none). */
	#atFound(index: number, mark: number, k: number): Exact {
		const count = this.at(this.#tape.searches.get(mark) ?? -1, k);
		if (count instanceof Gap) return count;
		this.#trials.set(mark, Decimal.max(count, 1));
		this.#trialMemo.clear();
		const value = this.at(index, k);
		this.#trialMemo.clear();
		return value;
	}

	/** Months 1…N of a root or a named step. */
	series(key: string): readonly Exact[] {
		return Array.from({ length: this.#plan.months }, (_, k) => this.of(key, k));
	}

	/** The same as a double; not a number where an input has no figure. */
	number(key: string, k = 0): number {
		const value = this.of(key, k);
		return value instanceof Gap ? NaN : value.toNumber();
	}

	numbers(key: string): readonly number[] {
		return Array.from({ length: this.#plan.months }, (_, k) => this.number(key, k));
	}

	/** Whether a margin is above 0 in month k + 1; one without a figure is not judged. */
	holds(key: string, k: number): boolean {
		const margin = this.of(key, k);
		return margin instanceof Gap || isPositive(margin);
	}

	at(index: number, k: number): Exact {
		const step = this.#step(index);
		if (step.within !== 0) return this.#onTrial(step, index, k);
		const moves = step.monthly && this.#movement.moves(index);
		const month = moves ? k : 0;
		const row = (this.#memo[index] ??= []);
		const known = row[month];
		const value = known ?? this.#work(step, index, month);
		if (known === undefined) row[month] = value;
		if (moves) this.#read?.set(index, value);
		return value;
	}

	#step(index: number): Step {
		const step = this.#tape.steps[index];
		if (step === undefined) throw new Error(`no step ${index}`);
		return step;
	}

	#onTrial(step: Step, index: number, k: number): Exact {
		const key = index * MOST_MONTHS + k;
		const known = this.#trialMemo.get(key);
		if (known !== undefined) return known;
		const value = this.#work(step, index, k);
		this.#trialMemo.set(key, value);
		return value;
	}

	#work(step: Step, index: number, k: number): Exact {
		switch (step.op) {
			case 'constant':
				return new Decimal(step.text);
			case 'leaf':
				return this.#leaf(step.text);
			case 'month':
				return new Decimal(k);
			case 'bound':
				return this.#trials.get(step.figure) ?? new Gap([]);
			case 'held':
				return this.#arg(step, 0, step.figure === Infinity ? 0 : k - (k % step.figure));
			case 'ifAbove':
				return this.#choose(step, index, k);
			case 'overMonths':
				return this.#overMonths(step);
			case 'leastCount':
				return this.#leastCount(step, index, k);
			case 'guard':
				return guarded(this.#arg(step, 0, k), step.code ?? 'INPUT_INVALID');
			default:
				return this.#combine(step, index, k);
		}
	}

	#leaf(path: string): Exact {
		const { values, causes } = this.#plan;
		return values.get(path) ?? new Gap(causes?.get(path) ?? [path]);
	}

	#arg(step: Step, at: number, k: number): Exact {
		return this.at(step.args[at] ?? -1, k);
	}

	#combine(step: Step, index: number, k: number): Exact {
		const a = this.#arg(step, 0, k);
		const b = step.args.length > 1 ? this.#arg(step, 1, k) : a;
		const last = this.#last[index];
		if (last?.a === a && last.b === b) return last.value;
		const fresh = a instanceof Gap || b instanceof Gap ? gapOf(a, b) : arithmetic(step.op, a, b);
		const value = same(last?.value, fresh);
		this.#last[index] = { a, b, value };
		return value;
	}

	/** The branch that is not taken is not read: it may be without a value. */
	#choose(step: Step, index: number, k: number): Exact {
		const branch = this.#branch(step, index, k);
		if (branch !== undefined) return this.at(branch, k);
		return gapOf(this.#arg(step, 0, k), this.#arg(step, 1, k));
	}

	/** The step that a choice takes; none where what it compares has no figure. */
	#branch(step: Step, index: number, k: number): number | undefined {
		const x = this.#arg(step, 0, k);
		const limit = this.#arg(step, 1, k);
		if (x instanceof Gap || limit instanceof Gap) return undefined;
		const last = this.#last[index];
		const known = last?.a === x && last.b === limit ? last.value : undefined;
		const value = known ?? (isAbove(x, limit) ? ABOVE : NOTHING);
		if (known === undefined) this.#last[index] = { a: x, b: limit, value };
		return step.args[value === ABOVE ? 2 : 3];
	}

	#overMonths(step: Step): Exact {
		let total: Exact = NOTHING;
		for (let k = 0; k < this.#plan.months; k++) {
			const month = this.#arg(step, 0, k);
			total =
				total instanceof Gap || month instanceof Gap ? gapOf(total, month) : total.plus(month);
		}
		return total;
	}

	/** The count of last time, if all that the search read then is as it was. */
	#leastCount(step: Step, index: number, k: number): Exact {
		const found = this.#found[index];
		if (found !== undefined && this.#isAsItWas(found, k)) return found.value;
		const outer = this.#read;
		const read = new Map<number, Exact>();
		this.#read = read;
		try {
			const value = this.#search(step, k);
			this.#found[index] = { read, value };
			return value;
		} finally {
			this.#read = outer;
		}
	}

	/** Read in the same order, so nothing is read that the search would not have read. */
	#isAsItWas({ read }: Found, k: number): boolean {
		for (const [at, value] of read) if (this.at(at, k) !== value) return false;
		return true;
	}

	/** Doubles until the need is met, then halves the interval. */
	#search(step: Step, k: number): Exact {
		let high = 1;
		for (; ; high *= 2) {
			const need = this.#need(step, high, k);
			if (need instanceof Gap) return need;
			if (high === 1 && need.lte(0)) return NOTHING;
			if (need.lte(high)) break;
			if (high > MOST_TRIALS) return new Gap([]);
		}
		let low = Math.floor(high / 2);
		for (;;) {
			const middle = Math.floor((low + high) / 2);
			// Beyond 2^53 doubles leave whole numbers out: the next one up is near enough.
			if (middle <= low || middle >= high) return new Decimal(high);
			const need = this.#need(step, middle, k);
			if (need instanceof Gap) return need;
			if (need.lte(middle)) high = middle;
			else low = middle;
		}
	}

	#need(step: Step, count: number, k: number): Exact {
		this.#trials.set(step.figure, new Decimal(count));
		this.#trialMemo.clear();
		const need = this.#arg(step, 0, k);
		this.#trialMemo.clear();
		return need;
	}
}

const ONE = new Decimal(1);
/** Stands for "yes" among the last values of a choice. */
const ABOVE = ONE;

const isOne = (value: Exact): boolean => value instanceof Decimal && equal(value, ONE);

/** The object of last time, when it has the same value. */
const same = (before: Exact | undefined, now: Exact): Exact =>
	before instanceof Decimal && now instanceof Decimal && equal(before, now) ? before : now;

const gapOf = (...values: readonly Exact[]): Gap =>
	new Gap(values.flatMap((value) => (value instanceof Gap ? value.paths : [])));

function guarded(value: Exact, code: FaultCode): Exact {
	if (value instanceof Gap || isPositive(value)) return value;
	throw new GuardFault(code);
}
