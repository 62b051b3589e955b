import type { Assembly } from './assemble.ts';
import { BINARY, choose, LEFT, RIGHT, UNARY, type Scaled } from './kernels.ts';
import type { Part, Steps } from './part.ts';
import { reachOf } from './reach.ts';
import { searchLeast } from './search.ts';

/** Samples that are worked out together: few enough that all steps stay in the cache. */
export const BLOCK = 256;

/** One step of a block, in month k, for the first n of its samples. */
export type Work = (k: number, n: number) => void;

export interface Timed {
	readonly work: Work;
	/** Months at which it has to be done again; nothing: in the first only. */
	readonly changes: Uint8Array | undefined;
}

/** Steps in order, with a place for the values of each. */
export interface Machine {
	/** Done once for a block. */
	readonly still: readonly Work[];
	/** Done in the first month and in those that change them, month by month. */
	readonly monthly: readonly Timed[];
	readonly columns: readonly { readonly name: string; readonly place: Float64Array }[];
	/** Where the values of a step stand in a month: a place, or one number. */
	readonly valueOf: (index: number) => Value;
}

export type Value =
	| { readonly kind: 'place'; readonly place: Float64Array }
	| { readonly kind: 'number'; readonly series: Float64Array };

/** Lays the steps of an assembly out for blocks of samples. */
export function machineOf({ builder, outputs }: Assembly): Machine {
	const roots = outputs.flatMap(({ monthly, once, margins }) => [monthly, once, ...margins]);
	const layout = new Layout(builder, reachOf(builder.parts, roots), new Set(roots));
	return layout.machine();
}

class Layout {
	readonly #builder: Steps;
	readonly #order: readonly number[];
	readonly #kept: ReadonlySet<number>;
	readonly #places = new Map<number, Float64Array>();
	readonly #filled = new Map<number, Float64Array>();
	/** Steps that stand in the loop over months: also what is held from its first turn on. */
	readonly #waiting = new Set<number>();
	readonly #still: Work[] = [];
	readonly #monthly: Timed[] = [];

	constructor(builder: Steps, order: readonly number[], kept: ReadonlySet<number>) {
		this.#builder = builder;
		this.#order = order;
		this.#kept = kept;
	}

	machine(): Machine {
		this.#assignPlaces();
		const columns: { name: string; place: Float64Array }[] = [];
		for (const index of this.#order) {
			const part = this.#builder.at(index);
			if (part.column !== undefined) {
				columns.push({ name: part.column, place: this.#placeOf(index) });
			} else if (part.sampled && part.within === 0)
				this.#put(index, this.#workOf(index, part), part);
		}
		return {
			still: this.#still,
			monthly: this.#monthly,
			columns,
			valueOf: (index) => this.#valueOf(index)
		};
	}

	#put(index: number, work: Work, { changes, args }: Pick<Part, 'changes' | 'args'>): void {
		const waits = changes !== undefined || args.some((arg) => this.#waiting.has(arg));
		if (waits) this.#waiting.add(index);
		if (waits) this.#monthly.push({ work, changes });
		else this.#still.push(work);
	}

	/** What is worked out anew in every month can give its place away after its last reader. */
	#assignPlaces(): void {
		const lastRead = new Map<number, number>();
		const outer = this.#order.filter((index) => this.#builder.at(index).within === 0);
		for (const index of outer) {
			for (const read of this.#readsOf(index)) lastRead.set(read, index);
		}
		const free: Float64Array[] = [];
		for (const index of outer) {
			const part = this.#builder.at(index);
			if (!part.sampled || part.changes === undefined) continue;
			const place = isEveryMonth(part.changes) ? free.pop() : undefined;
			this.#places.set(index, place ?? new Float64Array(BLOCK));
			for (const read of this.#readsOf(index)) {
				const { changes } = this.#builder.at(read);
				if (lastRead.get(read) !== index || this.#kept.has(read)) continue;
				const given = this.#places.get(read);
				if (given !== undefined && changes !== undefined && isEveryMonth(changes)) {
					lastRead.delete(read);
					free.push(given);
				}
			}
		}
	}

	/** Steps that a step reads; a search reads what its body reads. */
	#readsOf(index: number): readonly number[] {
		const part = this.#builder.at(index);
		if (part.op !== 'leastCount') return part.args;
		const body = this.#bodyOf(part);
		const reads = body.flatMap((inner) => this.#builder.at(inner).args);
		return [...part.args, ...reads].filter((read) => this.#builder.at(read).within === 0);
	}

	#bodyOf({ args, figure }: Part): readonly number[] {
		return reachOf(this.#builder.parts, args, ({ within }) => within === figure);
	}

	#placeOf(index: number): Float64Array {
		const known = this.#places.get(index);
		if (known !== undefined) return known;
		const made = new Float64Array(BLOCK);
		this.#places.set(index, made);
		return made;
	}

	#valueOf(index: number): Value {
		const { series } = this.#builder.at(index);
		return series === undefined
			? { kind: 'place', place: this.#placeOf(index) }
			: { kind: 'number', series };
	}

	#workOf(index: number, part: Part): Work {
		const out = this.#placeOf(index);
		const { op, args } = part;
		const [x = 0, y = 0, above = 0, otherwise = 0] = args;
		switch (op) {
			case 'add':
			case 'sub':
			case 'mul':
			case 'div':
			case 'max':
			case 'min':
				return this.#scaled(op, out, this.#valueOf(x), this.#valueOf(y));
			case 'pow':
			case 'powerSum': {
				const [a, b, work] = [this.#spread(x), this.#spread(y), BINARY[op]];
				return (_, n) => work(out, a, b, n);
			}
			case 'ceil':
			case 'floor':
			case 'ln':
			case 'exp':
			case 'guard':
			case 'held': {
				const [a, work] = [this.#spread(x), UNARY[op]];
				return (_, n) => work(out, a, n);
			}
			case 'ifAbove': {
				const four = [x, y, above, otherwise].map((arg) => this.#spread(arg));
				const [a = out, b = out, c = out, d = out] = four;
				return (_, n) => choose(out, [a, b, c, d], n);
			}
			case 'leastCount':
				return this.#searchOf(out, part);
			default:
				throw new Error(`"${op}" is not worked out sample by sample`);
		}
	}

	#scaled(op: keyof typeof RIGHT, out: Float64Array, a: Value, b: Value): Work {
		if (a.kind === 'place') {
			if (b.kind === 'number') return scaled(RIGHT[op], out, a.place, b.series);
			const [x, y, work] = [a.place, b.place, BINARY[op]];
			return (_, n) => work(out, x, y, n);
		}
		if (b.kind === 'place') return scaled(LEFT[op], out, b.place, a.series);
		throw new Error(`"${op}" of two numbers was not worked out`);
	}

	/** The place of a step; a number is written out over one. */
	#spread(index: number): Float64Array {
		const value = this.#valueOf(index);
		if (value.kind === 'place') return value.place;
		const known = this.#filled.get(index);
		if (known !== undefined) return known;
		const { series } = value;
		const place = new Float64Array(BLOCK).fill(series[0] ?? NaN);
		this.#filled.set(index, place);
		if (series.length > 1) {
			const work: Work = (k) => place.fill(series[k] ?? NaN);
			this.#put(index, work, this.#builder.at(index));
		}
		return place;
	}

	#searchOf(out: Float64Array, part: Part): Work {
		const body = this.#bodyOf(part);
		const trial = body.find((index) => this.#builder.at(index).op === 'trial');
		const steps = body
			.filter((index) => index !== trial)
			.map((index) => this.#workOf(index, this.#builder.at(index)));
		const need = this.#spread(part.args[0] ?? 0);
		const tried = trial === undefined ? new Float64Array(BLOCK) : this.#placeOf(trial);
		return (k, n) => {
			searchLeast(out, tried, n, () => {
				for (const step of steps) step(k, n);
				return need;
			});
		};
	}
}

function scaled(work: Scaled, out: Float64Array, many: Float64Array, one: Float64Array): Work {
	if (one.length > 1) return (k, n) => work(out, many, one[k] ?? NaN, n);
	const value = one[0] ?? NaN;
	return (_, n) => work(out, many, value, n);
}

function isEveryMonth(changes: Uint8Array): boolean {
	for (let k = 1; k < changes.length; k++) if (changes[k] !== 1) return false;
	return true;
}
