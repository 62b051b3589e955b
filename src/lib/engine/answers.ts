import { Decimal } from './decimal.ts';
import { Gap, type Exact } from './graph/gap.ts';
import { PointsReading } from './graph/points.ts';
import type { Tape } from './graph/tape.ts';

/** Answers of one option, whichever way its formulas were read. */
export interface Answers {
	/** A quantity, row or named step in month k + 1. */
	of(key: string, k?: number): Exact;
	series(key: string): readonly Exact[];
	/** The same as a double; not a number where an input has no figure. */
	number(key: string, k?: number): number;
	/** Months 1 to N as doubles. */
	numbers(key: string): readonly number[];
	/** Whether a margin is above 0 in month k + 1; one without a figure is not judged. */
	holds(key: string, k: number): boolean;
}

interface Read {
	readonly values: ReadonlyMap<string, Decimal>;
	/** Inputs that leave a derived value without a figure, by its path. */
	readonly causes: ReadonlyMap<string, readonly string[]>;
	readonly months: number;
}

const NOTHING = new Decimal(0);

/** A figure that was read before is the same object: it is turned into a double once. */
const doubles = new WeakMap<Decimal, number>();

function numberOf(value: Decimal): number {
	const known = doubles.get(value);
	if (known !== undefined) return known;
	const number = value.toNumber();
	doubles.set(value, number);
	return number;
}

/** The reading in doubles of one set of inputs, answering as the exact one does. */
export class DoubleAnswers implements Answers {
	readonly #tape: Tape;
	readonly #read: Read;
	readonly #points: PointsReading;
	/** By place. */
	readonly #figures = new Map<number, Exact>();

	constructor(tape: Tape, read: Read) {
		this.#tape = tape;
		this.#read = read;
		const valueOf = (path: string): number | undefined => {
			const value = read.values.get(path);
			return value === undefined ? undefined : numberOf(value);
		};
		this.#points = new PointsReading(tape, { valueOf, months: read.months });
	}

	of(key: string, k = 0): Exact {
		const place = this.#points.place(key, k);
		const known = this.#figures.get(place);
		if (known !== undefined) return known;
		const figure = this.#figure(key, this.#points.value(place));
		this.#figures.set(place, figure);
		return figure;
	}

	series(key: string): readonly Exact[] {
		return Array.from({ length: this.#read.months }, (_, k) => this.of(key, k));
	}

	number(key: string, k = 0): number {
		return this.#points.at(key, k);
	}

	numbers(key: string): readonly number[] {
		return this.#points.months(key);
	}

	holds(key: string, k: number): boolean {
		return !(this.number(key, k) <= 0);
	}

	#figure(key: string, value: number): Exact {
		if (value === 0) return NOTHING;
		return Number.isNaN(value) ? new Gap(this.#gapsOf(key)) : new Decimal(value);
	}

	/** Inputs without a figure on which a step depends. */
	#gapsOf(key: string): readonly string[] {
		const { values, causes } = this.#read;
		const found: string[] = [];
		const seen = new Set<number>();
		const visit = (index: number): void => {
			if (seen.has(index)) return;
			seen.add(index);
			const step = this.#tape.steps[index];
			if (step?.op === 'leaf' && !values.has(step.text)) {
				found.push(...(causes.get(step.text) ?? [step.text]));
			}
			for (const arg of step?.args ?? []) visit(arg);
		};
		visit(this.#tape.roots.get(key) ?? this.#tape.named.get(key)?.step ?? -1);
		return found;
	}
}
