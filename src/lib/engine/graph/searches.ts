import { Decimal } from '../decimal.ts';
import { NOTHING } from './decimal-kernels.ts';
import { Gap, type Exact } from './gap.ts';
import type { Step } from './tape.ts';

const MOST_TRIALS = 2 ** 1000;
/** Above the horizon of any plan: makes one number of a step and a month. */
const MOST_MONTHS = 4096;

/** A count that was found, and every value that the search for it read. */
interface Found {
	readonly read: ReadonlyMap<number, Exact>;
	readonly value: Exact;
}

/** Searches for least counts in one reading: steps within them have a value for the trial only. */
export class Searches {
	readonly #at: (index: number, k: number) => Exact;
	readonly #found: (Found | undefined)[] = [];
	readonly #trials = new Map<number, Decimal>();
	readonly #memo = new Map<number, Exact>();
	#read: Map<number, Exact> | undefined;

	/** `at` is the reading's own: the value of a step in month k + 1. */
	constructor(at: (index: number, k: number) => Exact) {
		this.#at = at;
	}

	/** The count under trial. */
	trial(mark: number): Exact {
		return this.#trials.get(mark) ?? new Gap([]);
	}

	/** A step of a search, worked out once a trial. */
	onTrial(index: number, k: number, work: () => Exact): Exact {
		const key = index * MOST_MONTHS + k;
		const known = this.#memo.get(key);
		if (known !== undefined) return known;
		const value = work();
		this.#memo.set(key, value);
		return value;
	}

	/** Told of each value that changes from month to month, so that a search knows what it read. */
	wasRead(index: number, value: Exact): void {
		this.#read?.set(index, value);
	}

	/** A step of a search at the count that was found (at one where none was). */
	atCount(
		index: number,
		k: number,
		{ mark, count }: { readonly mark: number; readonly count: Decimal }
	): Exact {
		return this.#onTrialOf(mark, Decimal.max(count, 1), () => this.#at(index, k));
	}

	/** The count of last time, if all that the search read then is as it was. */
	leastCount(step: Step, index: number, k: number): Exact {
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
		for (const [at, value] of read) if (this.#at(at, k) !== value) return false;
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

	#need({ figure: mark, args: [need = -1] }: Step, count: number, k: number): Exact {
		return this.#onTrialOf(mark, new Decimal(count), () => this.#at(need, k));
	}

	#onTrialOf(mark: number, count: Decimal, read: () => Exact): Exact {
		this.#trials.set(mark, count);
		this.#memo.clear();
		const value = read();
		this.#memo.clear();
		return value;
	}
}
