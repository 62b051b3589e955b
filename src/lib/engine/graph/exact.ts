import { Decimal } from '../decimal.ts';
import { arithmetic, equal, isAbove, isPositive, NOTHING } from './decimal-kernels.ts';
import { Gap, gapOf, type Exact } from './gap.ts';
import { Movement } from './movement.ts';
import type { FaultCode } from './node.ts';
import { Searches } from './searches.ts';
import type { Step, Tape } from './tape.ts';

/** Values of the inputs, by path. A path that is not there is an input without a figure. */
export type Values = ReadonlyMap<string, Decimal>;

/** A guard that did not hold. Checks of an option find it first and give it a path. */
export class GuardFault extends Error {
	readonly code: FaultCode;
	constructor(code: FaultCode) {
		super(code);
		this.code = code;
	}
}

/** What a reading is of. */
export interface Plan {
	readonly values: Values;
	/** Inputs that leave a derived value without a figure, by its path. */
	readonly causes?: ReadonlyMap<string, readonly string[]>;
	readonly months: number;
}

/** The last time a step was worked out: the same arguments give the same value again. */
interface Last {
	a: Exact;
	b: Exact;
	value: Exact;
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
	readonly #searches = new Searches((index, k) => this.at(index, k));

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
		if (mark === 0) return this.at(step, k);
		const count = this.at(this.#tape.searches.get(mark) ?? -1, k);
		return count instanceof Gap ? count : this.#searches.atCount(step, k, { mark, count });
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
		if (step.within !== 0) {
			return this.#searches.onTrial(index, k, () => this.#work(step, index, k));
		}
		const moves = step.monthly && this.#movement.moves(index);
		const month = moves ? k : 0;
		const row = (this.#memo[index] ??= []);
		const known = row[month];
		const value = known ?? this.#work(step, index, month);
		if (known === undefined) row[month] = value;
		if (moves) this.#searches.wasRead(index, value);
		return value;
	}

	#step(index: number): Step {
		const step = this.#tape.steps[index];
		if (step === undefined) throw new Error(`no step ${index}`);
		return step;
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
				return this.#searches.trial(step.figure);
			case 'held':
				return this.#arg(step, 0, step.figure === Infinity ? 0 : k - (k % step.figure));
			case 'ifAbove':
				return this.#choose(step, index, k);
			case 'overMonths':
				return this.#overMonths(step);
			case 'leastCount':
				return this.#searches.leastCount(step, index, k);
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
}

const ONE = new Decimal(1);
/** Stands for "yes" among the last values of a choice. */
const ABOVE = ONE;

const isOne = (value: Exact): boolean => value instanceof Decimal && equal(value, ONE);

/** The object of last time, when it has the same value. */
const same = (before: Exact | undefined, now: Exact): Exact =>
	before instanceof Decimal && now instanceof Decimal && equal(before, now) ? before : now;

function guarded(value: Exact, code: FaultCode): Exact {
	if (value instanceof Gap || isPositive(value)) return value;
	throw new GuardFault(code);
}
