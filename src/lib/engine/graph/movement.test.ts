import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Decimal } from '../decimal.ts';
import { ExactReading } from './exact.ts';
import { Gap } from './gap.ts';
import {
	constant,
	ifAbove,
	leaf,
	monthsSinceStart,
	number,
	one,
	power,
	type Formula
} from './expr.ts';
import { Movement } from './movement.ts';
import { tapeOf } from './tape.ts';

const rate = leaf('rate', '1');
const price = leaf('price', 'USD/month');
const grown = price.by(power(one.plus(rate), monthsSinceStart));

/** Whether a formula moves where rates of growth are 0 and a choice takes its first branch. */
function moves(formula: Formula): boolean {
	const tape = tapeOf({ it: formula });
	const movement = new Movement(tape, {
		isOne: (index) => tape.steps[index]?.op === 'add',
		branchOf: (index) => tape.steps[index]?.args[2]
	});
	return movement.moves(tape.roots.get('it') ?? -1);
}

it('holds still what grows at a rate of 0, and what follows it', () => {
	expect(moves(grown)).toBe(false);
	expect(moves(grown.plus(price).roundedUp())).toBe(false);
});

it('lets move what a month is part of, be it beside what stands still', () => {
	expect(moves(price.by(monthsSinceStart))).toBe(true);
	expect(moves(grown.plus(price.by(monthsSinceStart)))).toBe(true);
	expect(moves(price.by(power(number(2), monthsSinceStart)))).toBe(true);
	// 1 to the power of a month is 1, a month to the power of 1 is not.
	expect(moves(price.by(power(monthsSinceStart, one.plus(rate))))).toBe(true);
});

it('follows the branch that a choice takes, and both where what it compares moves', () => {
	const limit = constant(1, 'USD/month');
	const moving = price.by(monthsSinceStart);
	expect(moves(ifAbove(price, limit, price, moving))).toBe(false);
	expect(moves(ifAbove(price, limit, moving, price))).toBe(true);
	expect(moves(ifAbove(moving, limit, price, limit))).toBe(true);
});

it('gives each month its own value whatever the rate: price · (1 + rate)^k', () => {
	const hundredths = fc.integer({ min: -50, max: 50 }).map((part) => new Decimal(part).div(100));
	fc.assert(
		fc.property(fc.oneof(fc.constant(new Decimal(0)), hundredths), (at) => {
			const values = new Map([
				['rate', at],
				['price', new Decimal(8)]
			]);
			const series = new ExactReading(tapeOf({ it: grown }), { values, months: 4 }).series('it');
			const hand = [0, 1, 2, 3].map((k) => at.plus(1).pow(k).times(8).toFixed());
			expect(series.map((month) => (month instanceof Gap ? '' : month.toFixed()))).toEqual(hand);
		})
	);
});

it('names the input that is missing in every month, though the growth is 0', () => {
	const values = new Map([['rate', new Decimal(0)]]);
	const series = new ExactReading(tapeOf({ it: grown }), { values, months: 3 }).series('it');
	expect(series).toEqual([new Gap(['price']), new Gap(['price']), new Gap(['price'])]);
});
