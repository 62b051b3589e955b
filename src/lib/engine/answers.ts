import { Decimal } from './decimal.ts';
import { Gap, type Exact } from './graph/exact.ts';
import type { Lane } from './graph/lane-kernels.ts';
import { readLanes, type LanesReading } from './graph/lanes.ts';
import type { Tape } from './graph/tape.ts';

/** Answers of one option, whichever way its formulas were read. */
export interface Answers {
	/** A quantity, row or named step in month k + 1. */
	of(key: string, k?: number): Exact;
	series(key: string): readonly Exact[];
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

/** The doubles reading with one sample, answering as the exact one does. */
export class DoubleAnswers implements Answers {
	readonly #tape: Tape;
	readonly #read: Read;
	readonly #lanes: LanesReading;
	readonly #figures = new Map<Lane, Exact[]>();

	constructor(tape: Tape, read: Read) {
		this.#tape = tape;
		this.#read = read;
		const numbers = new Map<string, number>();
		for (const path of tape.leaves.keys()) {
			const value = read.values.get(path);
			if (value !== undefined) numbers.set(path, numberOf(value));
		}
		this.#lanes = readLanes(tape, numbers, { samples: 1, months: read.months });
	}

	of(key: string, k = 0): Exact {
		const lane = this.#lanes.lane(key);
		const month = lane.monthly ? k : 0;
		const known = this.#figures.get(lane) ?? [];
		if (known.length === 0) this.#figures.set(lane, known);
		return (known[month] ??= this.#figure(key, lane.values[month] ?? NaN));
	}

	series(key: string): readonly Exact[] {
		return Array.from({ length: this.#read.months }, (_, k) => this.of(key, k));
	}

	/** The same as a plain double; not a number where an input has no figure. */
	number(key: string, k = 0): number {
		const lane = this.#lanes.lane(key);
		return lane.values[lane.monthly ? k : 0] ?? NaN;
	}

	#figure(key: string, value: number): Exact {
		if (value === 0) return NOTHING;
		return Number.isFinite(value) ? new Decimal(value) : new Gap(this.#gapsOf(key));
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
