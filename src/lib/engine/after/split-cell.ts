import { Decimal } from '../decimal.ts';
import { invariant } from './invariant.ts';
import { sum } from './sum.ts';

/**
 * Breaks one rounded cell into parts in proportion to `weights`, by largest remainders, so that the
 * parts add up to the cell exactly (`model.md` §17). Equal remainders: the earlier part first.
 *
 * `total` is a ledger cell, a whole number of minor units. Without any weight the parts are equal.
 */
export function splitCell(
	total: Decimal,
	weights: readonly Decimal[],
	minorUnit: number
): readonly Decimal[] {
	const scale = new Decimal(10).pow(minorUnit);
	const units = total.abs().times(scale);
	invariant(units.isInteger(), `${total.toString()} is no whole number of minor units`);
	invariant(
		weights.every((weight) => weight.gte(0) && weight.isFinite()),
		'a weight is below 0'
	);
	if (weights.length === 0) return [];

	const whole = sum(weights);
	const shares = weights.map((weight) =>
		whole.isZero() ? units.dividedBy(weights.length) : units.times(weight).dividedBy(whole)
	);
	const parts = withRemainders(shares, units);
	return parts
		.map((part) => (total.isNegative() && !part.isZero() ? part.negated() : part))
		.map((part) => part.dividedBy(scale));
}

function withRemainders(shares: readonly Decimal[], units: Decimal): readonly Decimal[] {
	const floors = shares.map((share) => share.floor());
	const left = units.minus(sum(floors)).toNumber();
	const byRemainder = shares
		.map((share, index) => ({ index, remainder: share.minus(share.floor()) }))
		.sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index);
	const raised = new Set(byRemainder.slice(0, left).map(({ index }) => index));
	return floors.map((part, index) => (raised.has(index) ? part.plus(1) : part));
}
