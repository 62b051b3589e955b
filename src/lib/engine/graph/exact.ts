import { Decimal } from '../decimal.ts';
import type { FaultCode } from './node.ts';
import { sumOfPowers } from './power-sum.ts';
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

const LEAST = new Decimal(0);
const NOISE = new Decimal('1e-9');
/** Two values nearer than this, relatively, are equal when compared: the noise of doubles. */
const TIE = new Decimal('1e-12');
const MOST_TRIALS = 2 ** 50;

/** Decimal reading of one tape: lazy, so that only what a figure depends on is computed. */
export class ExactReading {
	readonly #tape: Tape;
	readonly #values: Values;
	readonly #months: number;
	readonly #memo: (Exact | undefined)[][];
	readonly #trials = new Map<number, Decimal>();
	readonly #trialMemo = new Map<string, Exact>();

	constructor(tape: Tape, values: Values, months: number) {
		this.#tape = tape;
		this.#values = values;
		this.#months = months;
		this.#memo = tape.steps.map(() => []);
	}

	/** The value of a root or a named step in month k + 1. */
	of(key: string, k = 0): Exact {
		const step = this.#tape.roots.get(key) ?? this.#tape.named.get(key)?.step;
		if (step === undefined) throw new Error(`nothing is called "${key}"`);
		return this.at(step, k);
	}

	/** Months 1…N of a root or a named step. */
	series(key: string): readonly Exact[] {
		return Array.from({ length: this.#months }, (_, k) => this.of(key, k));
	}

	at(index: number, k: number): Exact {
		const step = this.#tape.steps[index];
		if (step === undefined) throw new Error(`no step ${index}`);
		if (step.within !== 0) return this.#onTrial(step, index, k);
		const month = step.monthly ? k : 0;
		const row = this.#memo[index] ?? [];
		const known = row[month];
		if (known !== undefined) return known;
		const value = this.#work(step, month);
		row[month] = value;
		return value;
	}

	#onTrial(step: Step, index: number, k: number): Exact {
		const key = `${index} ${k}`;
		const known = this.#trialMemo.get(key);
		if (known !== undefined) return known;
		const value = this.#work(step, k);
		this.#trialMemo.set(key, value);
		return value;
	}

	#work(step: Step, k: number): Exact {
		switch (step.op) {
			case 'constant':
				return new Decimal(step.text);
			case 'leaf':
				return this.#values.get(step.text) ?? new Gap([step.text]);
			case 'month':
				return new Decimal(k);
			case 'bound':
				return this.#trials.get(step.figure) ?? new Gap([]);
			case 'held':
				return this.#arg(step, 0, step.figure === Infinity ? 0 : k - (k % step.figure));
			case 'ifAbove':
				return this.#choose(step, k);
			case 'overMonths':
				return this.#overMonths(step);
			case 'leastCount':
				return this.#leastCount(step, k);
			case 'guard':
				return guarded(this.#arg(step, 0, k), step.code ?? 'INPUT_INVALID');
			default:
				return this.#combine(step, k);
		}
	}

	#arg(step: Step, at: number, k: number): Exact {
		return this.at(step.args[at] ?? -1, k);
	}

	#combine(step: Step, k: number): Exact {
		const a = this.#arg(step, 0, k);
		const b = step.args.length > 1 ? this.#arg(step, 1, k) : a;
		if (a instanceof Gap || b instanceof Gap) return gapOf(a, b);
		return arithmetic(step.op, a, b);
	}

	#choose(step: Step, k: number): Exact {
		const x = this.#arg(step, 0, k);
		const limit = this.#arg(step, 1, k);
		if (x instanceof Gap || limit instanceof Gap) return gapOf(x, limit);
		const above = x.minus(limit).gt(limit.abs().times(TIE));
		return this.#arg(step, above ? 2 : 3, k);
	}

	#overMonths(step: Step): Exact {
		let total: Exact = new Decimal(0);
		for (let k = 0; k < this.#months; k++) {
			const month = this.#arg(step, 0, k);
			total =
				total instanceof Gap || month instanceof Gap ? gapOf(total, month) : total.plus(month);
		}
		return total;
	}

	/** Doubles until the need is met, then halves the interval. */
	#leastCount(step: Step, k: number): Exact {
		let high = 1;
		for (; ; high *= 2) {
			const need = this.#need(step, high, k);
			if (need instanceof Gap) return need;
			if (high === 1 && need.lte(0)) return new Decimal(0);
			if (need.lte(high)) break;
			if (high > MOST_TRIALS) return new Gap([]);
		}
		let low = Math.floor(high / 2);
		while (high - low > 1) {
			const middle = Math.floor((low + high) / 2);
			const need = this.#need(step, middle, k);
			if (need instanceof Gap) return need;
			if (need.lte(middle)) high = middle;
			else low = middle;
		}
		return new Decimal(high);
	}

	#need(step: Step, count: number, k: number): Exact {
		this.#trials.set(step.figure, new Decimal(count));
		this.#trialMemo.clear();
		const need = this.#arg(step, 0, k);
		this.#trialMemo.clear();
		return need;
	}
}

const gapOf = (...values: readonly Exact[]): Gap =>
	new Gap(values.flatMap((value) => (value instanceof Gap ? value.paths : [])));

function guarded(value: Exact, code: FaultCode): Exact {
	if (value instanceof Gap || value.gt(0)) return value;
	throw new GuardFault(code);
}

function arithmetic(op: Step['op'], a: Decimal, b: Decimal): Decimal {
	switch (op) {
		case 'add':
			return a.plus(b);
		case 'sub':
			return a.minus(b);
		case 'mul':
			return a.times(b);
		case 'div':
			return a.div(b);
		case 'max':
			return a.lt(b) ? b : a;
		case 'min':
			return a.gt(b) ? b : a;
		case 'ceil':
			return Decimal.max(LEAST, a.minus(NOISE).ceil());
		case 'floor':
			return a.plus(NOISE).floor();
		case 'pow':
			return raised(a, b);
		case 'powerSum':
			return new Decimal(sumOfPowers(a.toNumber(), b.toNumber()));
		case 'ln':
			return new Decimal(Math.log(a.toNumber()));
		case 'exp':
			return new Decimal(Math.exp(a.toNumber()));
		default:
			throw new Error(`"${op}" is not arithmetic`);
	}
}

/** Whole exponents exactly, others in doubles (`model.md` §1). */
const raised = (base: Decimal, exponent: Decimal): Decimal =>
	exponent.isInteger()
		? base.toPower(exponent)
		: new Decimal(Math.pow(base.toNumber(), exponent.toNumber()));
