import type { Binary, FaultCode, Meaning, Node, Unary } from './node.ts';
import { perUnit, timesUnit, type Per, type Times } from './units.ts';

/** A formula of any unit. */
export interface Formula {
	readonly node: Node;
}

/**
 * A formula with a unit. It has no value: `exact`, `lanes`, `explain` and the workbook read it.
 *
 * Chains read left to right, without precedence: `a.plus(b).by(c)` is (a + b) · c.
 */
export class Expr<U extends string> implements Formula {
	readonly node: Node;
	/** Only a type: keeps `Expr<'core'>` and `Expr<'MiB'>` apart. */
	declare protected readonly unit: (unit: U) => U;

	constructor(node: Node) {
		this.node = node;
	}

	plus(other: Expr<U>): Expr<U> {
		return binary('add', this, other, this.node.unit);
	}
	minus(other: Expr<U>): Expr<U> {
		return binary('sub', this, other, this.node.unit);
	}
	/** Times a plain factor: the unit stays. */
	by(factor: Expr<'1'>): Expr<U> {
		return binary('mul', this, factor, this.node.unit);
	}
	times<V extends string>(other: Expr<V>): Expr<Times<U, V>> {
		return binary('mul', this, other, timesUnit(this.node.unit, other.node.unit));
	}
	over<V extends string>(other: Expr<V>): Expr<Per<U, V>> {
		return binary('div', this, other, perUnit(this.node.unit, other.node.unit));
	}
	atLeast(floor: Expr<U>): Expr<U> {
		return binary('max', this, floor, this.node.unit);
	}
	atMost(ceiling: Expr<U>): Expr<U> {
		return binary('min', this, ceiling, this.node.unit);
	}
	/** ceil* of `model.md` §1: the ceiling of (x − 1e-9), never below 0. */
	roundedUp(): Expr<U> {
		return unary('ceil', this);
	}
	/** floor* of `model.md` §1: the floor of (x + 1e-9). */
	roundedDown(): Expr<U> {
		return unary('floor', this);
	}
	/** Says an open unit: throws where the computed unit is another. */
	in<V extends string>(unit: V): Expr<V> {
		if (this.node.unit !== unit) throw new Error(`${this.node.unit} is not ${unit}`);
		return new Expr<V>(this.node);
	}
	/** Names the step: a term in the explanation, a row in the workbook. */
	as(meaning: Meaning): Expr<U> {
		return new Expr({ op: 'named', unit: this.node.unit, args: [this.node], meaning });
	}
	/** The value in the month in which the current period of `months` began. */
	heldFor(months: number): Expr<U> {
		return new Expr({ op: 'held', unit: this.node.unit, args: [this.node], period: months });
	}
	/** The value in month 1, whatever the month. */
	atMonthOne(): Expr<U> {
		return this.heldFor(Infinity);
	}
	/** Must be above 0; the readings answer with the code where it is not. */
	guarded(code: FaultCode): Expr<U> {
		return new Expr({ op: 'guard', unit: this.node.unit, args: [this.node], code });
	}
}

const binary = <A extends string, B extends string, R extends string>(
	op: Binary,
	a: Expr<A>,
	b: Expr<B>,
	unit: string
): Expr<R> => new Expr<R>({ op, unit, args: [a.node, b.node] });

const unary = <U extends string>(op: Unary, a: Expr<U>): Expr<U> =>
	new Expr({ op, unit: a.node.unit, args: [a.node] });

/** A number with a unit. Definitions and counts per thing only: figures are inputs. */
export const constant = <U extends string>(value: number | string, unit: U): Expr<U> =>
	new Expr({ op: 'constant', unit, text: String(value) });

export const number = (value: number | string): Expr<'1'> => constant(value, '1');
export const one = number(1);
export const zero = <U extends string>(unit: U): Expr<U> => constant(0, unit);

/** 0 in the unit of another quantity. */
export const zeroLike = <U extends string>(like: Expr<U>): Expr<U> =>
	new Expr({ op: 'constant', unit: like.node.unit, text: '0' });

/** An input, by its path in the record. */
export const leaf = <U extends string>(path: string, unit: U): Expr<U> =>
	new Expr({ op: 'leaf', unit, path });

/** k of `model.md` §1: 0 in month 1. A plain number: it counts, it does not measure. */
export const monthsSinceStart = new Expr<'1'>({ op: 'month', unit: '1' });

/** base^exponent of plain numbers; exact where the exponent is whole. */
export const power = (base: Expr<'1'>, exponent: Expr<'1'>): Expr<'1'> =>
	binary('pow', base, exponent, '1');

export const naturalLog = (x: Expr<'1'>): Expr<'1'> => unary('ln', x);
export const exponential = (x: Expr<'1'>): Expr<'1'> => unary('exp', x);

/** Σ_{i=1..count} i^exponent. */
export const powerSum = (count: Expr<'1'>, exponent: Expr<'1'>): Expr<'1'> =>
	binary('powerSum', count, exponent, '1');

/** Σ over months 1…N of a monthly amount. */
export const overMonths = <U extends string>(monthly: Expr<U>): Expr<U> =>
	unary('overMonths', monthly);

/** `above` where x > limit, else `otherwise`. The branch not taken may be without a value. */
export const ifAbove = <U extends string, V extends string>(
	x: Expr<V>,
	limit: Expr<V>,
	above: Expr<U>,
	otherwise: Expr<U>
): Expr<U> =>
	new Expr({
		op: 'ifAbove',
		unit: above.node.unit,
		args: [x.node, limit.node, above.node, otherwise.node]
	});

let marks = 0;

/**
 * The smallest whole n ≥ 1 with need(n) ≤ n, for a need that never rises with n (`model.md` §6,
 * tunnels that shrink as nodes are added). 0 where need(1) is 0.
 */
export const leastCount = <U extends string>(
	unit: U,
	need: (count: Expr<U>) => Expr<U>
): Expr<U> => {
	const mark = ++marks;
	const trial = new Expr<U>({ op: 'bound', unit, mark });
	return new Expr({ op: 'leastCount', unit, args: [need(trial).node], mark });
};

export const sum = <U extends string>(unit: U, terms: readonly Expr<U>[]): Expr<U> => {
	const [first, ...rest] = terms;
	return first === undefined ? zero(unit) : rest.reduce((all, term) => all.plus(term), first);
};

/** Most terms that a reader takes in at once. */
const MOST_TERMS = 6;

/** A sum over a list of any length: long ones get a name for every few of their terms. */
export function longSum<U extends string>(
	unit: U,
	terms: readonly Expr<U>[],
	{ id, label }: Pick<Meaning, 'id' | 'label'>
): Expr<U> {
	if (terms.length <= MOST_TERMS) return sum(unit, terms);
	const parts: Expr<U>[] = [];
	for (let at = 0; at < terms.length; at += MOST_TERMS) {
		const part = terms.slice(at, at + MOST_TERMS);
		const range = `${at + 1}–${at + part.length}`;
		const name = { id: `${id}.${range}`, label: `${label}, ${range}` };
		parts.push(sum(unit, part).as({ ...name, symbol: `Σ${range}` }));
	}
	return longSum(unit, parts, { id: `${id}.sum`, label });
}

export const largest = <U extends string>(first: Expr<U>, ...rest: Expr<U>[]): Expr<U> =>
	rest.reduce((all, term) => all.atLeast(term), first);

export const smallest = <U extends string>(first: Expr<U>, ...rest: Expr<U>[]): Expr<U> =>
	rest.reduce((all, term) => all.atMost(term), first);

/** Any amount as a plain number, for a margin that is only compared with 0. */
export const unitless = <U extends string>(amount: Expr<U>): Expr<'1'> =>
	new Expr({
		op: 'div',
		unit: '1',
		args: [amount.node, { op: 'constant', unit: amount.node.unit, text: '1' }]
	});
