import { scalarOf } from '../graph/scalar.ts';
import { hoisted } from './hoisted.ts';
import { intervalOf, EVERYTHING, type Interval } from './interval.ts';
import { changesOfHeld, joined, partAt, type Part, type PartOp, type Steps } from './part.ts';
import { simpler } from './simpler.ts';
import { StillParts } from './still-parts.ts';

/**
 * Builds the steps of a program, of several options at once: equal steps are one, what does not vary
 * over samples is worked out, and what the bounds decide is not asked again in every sample.
 */
export class Builder implements Steps {
	readonly months: number;
	readonly parts: Part[] = [];
	readonly #equal = new Map<string, number>();
	readonly #still = new StillParts(this.parts);

	constructor(months: number) {
		this.months = months;
	}

	at(index: number): Part {
		return partAt(this.parts, index);
	}

	constant(value: number): number {
		return this.#still.constant(value);
	}

	/** Values by month that no sample changes. */
	series(values: Float64Array): number {
		return this.#still.series(values);
	}

	month(): number {
		return this.series(Float64Array.from({ length: this.months }, (_, k) => k));
	}

	/** Draws of one input, which lie within `bounds`. */
	column(name: string, bounds: Interval): number {
		return this.#add(`column ${name}`, { ...this.#free('column', bounds), column: name });
	}

	/** The count under trial of a search. */
	trial(mark: number): number {
		const bounds: Interval = { low: 1, high: 2 ** 53, gap: false };
		const free = this.#free('trial', bounds);
		return this.#add(`trial ${mark}`, { ...free, within: mark, figure: mark });
	}

	#free(op: PartOp, bounds: Interval): Part {
		const none = { args: [], changes: undefined, series: undefined, column: undefined };
		return { ...none, op, sampled: true, bounds, within: 0, figure: 0 };
	}

	/** One operation on earlier steps. */
	make(op: PartOp, args: readonly number[], figure = 0): number {
		const parts = args.map((arg) => this.at(arg));
		if (parts.every(({ sampled }) => !sampled) && op !== 'leastCount') {
			return this.#workedOut(op, parts, figure);
		}
		return simpler(this, { op, args, figure }) ?? this.#whole(op, args, figure);
	}

	/** The search for the least count; its need is a step that depends on the trial. */
	search(need: number, mark: number, reads: readonly number[]): number {
		const changes = joined(
			reads.map((read) => this.at(read).changes),
			this.months
		);
		const free = this.#free('leastCount', { ...EVERYTHING });
		return this.#add(`leastCount ${mark}`, { ...free, args: [need], changes, figure: mark });
	}

	#workedOut(op: PartOp, parts: readonly Part[], figure: number): number {
		const [a = NOTHING, b = NOTHING, c = NOTHING, d = NOTHING] = parts.map(seriesOf);
		const length = Math.max(a.length, b.length, c.length, d.length);
		const out = new Float64Array(length);
		for (let k = 0; k < length; k++) {
			out[k] =
				op === 'held'
					? valueIn(a, figure === Infinity ? 0 : k - (k % figure))
					: scalarOf(op, valueIn(a, k), valueIn(b, k), valueIn(c, k), valueIn(d, k));
		}
		return this.series(out);
	}

	#whole(op: PartOp, args: readonly number[], figure: number): number {
		if (op === 'pow') return this.#power(args);
		const elsewhere = hoisted(this, op, args);
		if (elsewhere !== undefined) return elsewhere;
		const parts = args.map((arg) => this.at(arg));
		const bounds = op === 'held' ? this.at(args[0] ?? 0).bounds : boundsOf(op, parts);
		if (bounds.low === bounds.high && !bounds.gap && op !== 'held') {
			return this.constant(bounds.low);
		}
		const all = joined(
			parts.map(({ changes }) => changes),
			this.months
		);
		return this.#add(`${op} ${figure} ${args.join(' ')}`, {
			op,
			args,
			sampled: true,
			changes: op === 'held' && all !== undefined ? changesOfHeld(all, figure) : all,
			bounds,
			within: Math.max(...parts.map(({ within }) => within)),
			figure,
			series: undefined,
			column: undefined
		});
	}

	/** x^y as e^(y · ln x): the logarithm is taken once where only y changes with the month. */
	#power(args: readonly number[]): number {
		const [x = 0, y = 0] = args;
		const { bounds } = this.at(x);
		if (bounds.gap || bounds.low <= 0) return this.#plain('pow', args);
		return this.make('exp', [this.make('mul', [y, this.make('ln', [x])])]);
	}

	#plain(op: PartOp, args: readonly number[]): number {
		const parts = args.map((arg) => this.at(arg));
		const changes = joined(
			parts.map((part) => part.changes),
			this.months
		);
		const within = Math.max(...parts.map((part) => part.within));
		const free = this.#free(op, EVERYTHING);
		return this.#add(`${op} 0 ${args.join(' ')}`, { ...free, args, changes, within });
	}

	#add(key: string, part: Part): number {
		const equal = this.#equal.get(key);
		if (equal !== undefined) return equal;
		const index = this.parts.push(part) - 1;
		this.#equal.set(key, index);
		return index;
	}
}

const NOTHING = Float64Array.of(NaN);

const seriesOf = ({ series }: Part): Float64Array => series ?? NOTHING;

const valueIn = (series: Float64Array, k: number): number =>
	series[series.length === 1 ? 0 : k] ?? NaN;

const boundsOf = (op: PartOp, parts: readonly Part[]): Interval =>
	intervalOf(
		op,
		parts.map(({ bounds }) => bounds)
	);
