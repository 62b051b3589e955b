import type { Step, Tape } from './tape.ts';

interface Known {
	/** Whether a step that stands still has the value 1. */
	readonly isOne: (index: number) => boolean;
	/** The step that a choice between still values takes; none where one of them has no figure. */
	readonly branchOf: (index: number) => number | undefined;
}

/**
 * Which steps differ from month to month with the values of one plan. A tape says which may: what
 * grows at a rate of 0 does not, nor does anything that only follows it.
 */
export class Movement {
	readonly #steps: readonly Step[];
	readonly #known: Known;
	readonly #moves: (boolean | undefined)[] = [];

	constructor({ steps }: Pick<Tape, 'steps'>, known: Known) {
		this.#steps = steps;
		this.#known = known;
	}

	moves(index: number): boolean {
		return (this.#moves[index] ??= this.#find(index));
	}

	#find(index: number): boolean {
		const step = this.#steps[index];
		if (step?.monthly !== true) return false;
		// A step of a search has a value within it only: what it is made of has to do.
		if (step.within !== 0) return step.op === 'month' || this.#anyMoves(step.args);
		switch (step.op) {
			case 'month':
				return true;
			case 'pow':
				return this.#grows(step);
			case 'ifAbove':
				return (
					this.#anyMoves(step.args.slice(0, 2)) || this.moves(this.#known.branchOf(index) ?? -1)
				);
			default:
				return this.#anyMoves(step.args);
		}
	}

	/** 1 stays 1, to whatever power. */
	#grows({ args: [base = -1, exponent = -1] }: Step): boolean {
		if (this.moves(base)) return true;
		return this.moves(exponent) && !this.#known.isOne(base);
	}

	#anyMoves(args: readonly number[]): boolean {
		return args.some((arg) => this.moves(arg));
	}
}
