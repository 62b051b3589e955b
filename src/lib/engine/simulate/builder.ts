import { scalarOf } from '../graph/scalar.ts';
import { alwaysAbove, hull, intervalOf, point, EVERYTHING, type Interval } from './interval.ts';
import {
	changesIn,
	changesOfHeld,
	joined,
	partAt,
	priceOf,
	type Part,
	type PartOp,
	type Steps
} from './part.ts';

const PRODUCTS: ReadonlySet<PartOp> = new Set(['mul', 'div']);
const SUMS: ReadonlySet<PartOp> = new Set(['add', 'sub']);

/**
 * Builds the steps of a program, of several options at once: equal steps are one, what does not vary
 * over samples is worked out, and what the bounds decide is not asked again in every sample.
 */
export class Builder implements Steps {
	readonly months: number;
	readonly parts: Part[] = [];
	readonly #equal = new Map<string, number>();
	readonly #constants = new Map<number, number>();
	/** Series of one sum: few are not the same. */
	readonly #series = new Map<number, number[]>();

	constructor(months: number) {
		this.months = months;
	}

	at(index: number): Part {
		return partAt(this.parts, index);
	}

	constant(value: number): number {
		const known = this.#constants.get(value);
		if (known !== undefined) return known;
		const index = this.parts.push(still(Float64Array.of(value), undefined)) - 1;
		this.#constants.set(value, index);
		return index;
	}

	/** Values by month that no sample changes. */
	series(values: Float64Array): number {
		const changes = values.length === 1 ? undefined : changesIn(values);
		if (changes === undefined) return this.constant(values[0] ?? NaN);
		const sum = values.reduce((total, value) => total + value, 0);
		const alike = this.#series.get(sum) ?? [];
		const known = alike.find((index) => isSame(this.at(index).series, values));
		if (known !== undefined) return known;
		const index = this.parts.push(still(values, changes)) - 1;
		this.#series.set(sum, [...alike, index]);
		return index;
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
		return this.#simpler(op, args, figure) ?? this.#whole(op, args, figure);
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

	/** A step that is there already, where the operation does nothing in any sample. */
	#simpler(op: PartOp, args: readonly number[], figure: number): number | undefined {
		const [x = 0, y = 0, above = 0, otherwise = 0] = args;
		const [a, b] = [this.at(x), this.at(y)];
		switch (op) {
			case 'add':
				if (isJust(a, 0)) return y;
				return isJust(b, 0) ? x : undefined;
			case 'sub':
				return isJust(b, 0) ? x : undefined;
			case 'mul':
				if (isJust(a, 1)) return y;
				if (isJust(b, 1)) return x;
				if (isJust(a, 0) && !b.bounds.gap) return x;
				return isJust(b, 0) && !a.bounds.gap ? y : undefined;
			case 'div':
				if (isJust(b, 1)) return x;
				return isJust(a, 0) && !intervalOf(op, [a.bounds, b.bounds]).gap ? x : undefined;
			case 'max':
				return this.#larger(x, y) ?? this.#larger(y, x) ?? this.#roundedLast(op, a, b);
			case 'min':
				if (this.#larger(x, y) !== undefined) return y;
				return this.#larger(y, x) === undefined ? this.#roundedLast(op, a, b) : x;
			case 'guard':
				return a.bounds.low > 0 ? x : undefined;
			case 'held':
				return a.changes === undefined ? x : this.#heldStill(x, a.changes, figure);
			case 'ifAbove': {
				if (above === otherwise && !a.bounds.gap && !b.bounds.gap) return above;
				const known = alwaysAbove(a.bounds, b.bounds);
				return known === undefined ? undefined : known ? above : otherwise;
			}
			default:
				return undefined;
		}
	}

	/** `x` where it is at least `y` in every sample. */
	#larger(x: number, y: number): number | undefined {
		const [a, b] = [this.at(x).bounds, this.at(y).bounds];
		return !a.gap && !b.gap && a.low >= b.high ? x : undefined;
	}

	/** The larger of two that are rounded up is the larger, rounded up: one rounding for two. */
	#roundedLast(op: 'max' | 'min', a: Part, b: Part): number | undefined {
		const [x, y] = [a.args[0], b.args[0]];
		if (a.op !== 'ceil' || b.op !== 'ceil' || x === undefined || y === undefined) return undefined;
		return this.make('ceil', [this.make(op, [x, y])]);
	}

	/** What changes only where a period begins is held already. */
	#heldStill(x: number, changes: Uint8Array, period: number): number | undefined {
		const still = changes.every((change, k) => change === 0 || k % period === 0);
		return still ? x : undefined;
	}

	#whole(op: PartOp, args: readonly number[], figure: number): number {
		if (op === 'pow') return this.#power(args);
		const hoisted = this.#hoisted(op, args);
		if (hoisted !== undefined) return hoisted;
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

	/**
	 * (p · q) · t as q · (p · t) where p · t is worked out less often: what stands still over months
	 * leaves the loop over months.
	 */
	#hoisted(op: PartOp, args: readonly number[]): number | undefined {
		const family = PRODUCTS.has(op) ? PRODUCTS : SUMS.has(op) ? SUMS : undefined;
		if (family === undefined) return undefined;
		const [x = 0, y = 0] = args;
		return this.#moved(family, { left: x, right: y, op }) ?? this.#movedLeft(family, op, x, y);
	}

	/** x op (p · q): the same, for an operation whose sides may change places. */
	#movedLeft(family: ReadonlySet<PartOp>, op: PartOp, x: number, y: number): number | undefined {
		return op === 'mul' || op === 'add'
			? this.#moved(family, { left: y, right: x, op })
			: undefined;
	}

	#moved(family: ReadonlySet<PartOp>, { left, right, op }: Pair): number | undefined {
		const inner = this.at(left);
		if (!family.has(inner.op) || inner.within !== 0 || this.at(right).within !== 0)
			return undefined;
		const [p = 0, q = 0] = inner.args;
		const price = priceOf(inner);
		const direct = op === 'mul' || op === 'add';
		const straight = inner.op === 'mul' || inner.op === 'add';
		const [times, per] = family === PRODUCTS ? MULTIPLIED : ADDED;
		if (this.#joint(p, right) < price) {
			const outer = this.make(direct ? times : per, [p, right]);
			return straight ? this.make(times, [outer, q]) : this.make(per, [outer, q]);
		}
		if (this.#joint(q, right) >= price) return undefined;
		// p·(q·t), p·(q/t), p·(t/q), p/(q·t)
		if (direct === straight) {
			return this.make(straight ? times : per, [p, this.make(times, [q, right])]);
		}
		const [top, under] = straight ? [q, right] : [right, q];
		return this.make(times, [p, this.make(per, [top, under])]);
	}

	/** What a step of both would cost a sample. */
	#joint(x: number, y: number): number {
		const [a, b] = [this.at(x), this.at(y)];
		const changes = joined([a.changes, b.changes], this.months);
		return priceOf({ sampled: a.sampled || b.sampled, changes });
	}

	#add(key: string, part: Part): number {
		const equal = this.#equal.get(key);
		if (equal !== undefined) return equal;
		const index = this.parts.push(part) - 1;
		this.#equal.set(key, index);
		return index;
	}
}

interface Pair {
	readonly left: number;
	readonly right: number;
	readonly op: PartOp;
}

const MULTIPLIED = ['mul', 'div'] as const;
const ADDED = ['add', 'sub'] as const;

const NOTHING = Float64Array.of(NaN);

const seriesOf = ({ series }: Part): Float64Array => series ?? NOTHING;

const valueIn = (series: Float64Array, k: number): number =>
	series[series.length === 1 ? 0 : k] ?? NaN;

function isSame(a: Float64Array | undefined, b: Float64Array): boolean {
	if (a?.length !== b.length) return false;
	for (let k = 0; k < b.length; k++) if (!Object.is(a[k], b[k])) return false;
	return true;
}

const still = (series: Float64Array, changes: Uint8Array | undefined): Part => ({
	op: 'series',
	args: [],
	sampled: false,
	changes,
	bounds: series.length === 1 ? point(series[0] ?? NaN) : hull(series),
	within: 0,
	figure: 0,
	series,
	column: undefined
});

const isJust = ({ sampled, series }: Part, value: number): boolean =>
	!sampled && series?.length === 1 && series[0] === value;

const boundsOf = (op: PartOp, parts: readonly Part[]): Interval =>
	intervalOf(
		op,
		parts.map(({ bounds }) => bounds)
	);
