import { Decimal } from '../decimal.ts';
import { sumOfPowers } from './power-sum.ts';
import type { Step } from './tape.ts';

export const NOTHING = new Decimal(0);
const ONE = new Decimal(1);
/** What a ceiling forgives (`model.md` §1). */
const NOISE = new Decimal('1e-9');
/** Two values nearer than this, relatively, are equal when compared: the noise of doubles. */
const TIE = new Decimal('1e-12');

/** Equality of finite values, without the copy of its argument that decimal.js makes first. */
export function equal(a: Decimal, b: Decimal): boolean {
	if (a === b) return true;
	if (a.e !== b.e || a.d.length !== b.d.length) return false;
	for (let i = 0; i < a.d.length; i++) if (a.d[i] !== b.d[i]) return false;
	return a.s === b.s || a.isZero();
}

/** Above 0, likewise without a copy. */
export const isPositive = (x: Decimal): boolean => x.s > 0 && !x.isZero();

/** One operation on figures. */
export function arithmetic(op: Step['op'], a: Decimal, b: Decimal): Decimal {
	switch (op) {
		case 'add':
			return a.isZero() ? b : b.isZero() ? a : a.plus(b);
		case 'sub':
			return b.isZero() ? a : a.minus(b);
		case 'mul':
			return equal(a, ONE) ? b : equal(b, ONE) ? a : a.times(b);
		case 'div':
			return equal(b, ONE) ? a : a.div(b);
		case 'max':
			return a.lt(b) ? b : a;
		case 'min':
			return a.gt(b) ? b : a;
		case 'ceil':
			return Decimal.max(NOTHING, a.minus(NOISE).ceil());
		case 'floor':
			return a.plus(NOISE).floor();
		case 'pow':
			return raised(a, b);
		case 'powerSum':
			return new Decimal(sumOfPowers(a.toNumber(), b.toNumber()));
		case 'ln':
			return new Decimal(Math.log(a.toNumber()));
		case 'exp':
			return new Decimal(Math.exp(a.toNumber()));
		default:
			throw new Error(`"${op}" is not arithmetic`);
	}
}

/** Whole exponents exactly, others in doubles (`model.md` §1). */
function raised(base: Decimal, exponent: Decimal): Decimal {
	if (base.eq(ONE)) return ONE;
	return exponent.isInteger()
		? base.toPower(exponent)
		: new Decimal(Math.pow(base.toNumber(), exponent.toNumber()));
}

/** Whether x is above a limit by more than noise. */
export const isAbove = (x: Decimal, limit: Decimal): boolean =>
	limit.isZero() ? isPositive(x) : x.minus(limit).gt(limit.abs().times(TIE));
