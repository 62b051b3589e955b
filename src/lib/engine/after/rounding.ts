import { Decimal } from '../decimal.ts';
import { invariant } from './invariant.ts';
import { ZERO } from './sum.ts';

/** `half-up` rounds a tie away from zero. */
export type Rounding = 'half-even' | 'half-up';

export interface CellRounding {
	/** Decimals of the currency's smallest unit: 2 for USD, 0 for JPY. */
	readonly minorUnit: number;
	readonly rounding: Rounding;
}

const MODES = { 'half-even': Decimal.ROUND_HALF_EVEN, 'half-up': Decimal.ROUND_HALF_UP } as const;

/**
 * Decimals kept beyond the minor unit before the one rounding, so that the noise of doubles
 * (253.17499999999998) cannot decide a tie.
 */
const SNAP_DECIMALS = 4;

/** Rounds one money cell to its currency's minor unit (`model.md` §17). Never "-0.00". */
export function roundCell(amount: Decimal, { minorUnit, rounding }: CellRounding): Decimal {
	invariant(amount.isFinite(), `a money cell is ${amount.toString()}`);
	const snapped = amount.toDecimalPlaces(minorUnit + SNAP_DECIMALS, Decimal.ROUND_HALF_EVEN);
	const cell = snapped.toDecimalPlaces(minorUnit, MODES[rounding]);
	return cell.isZero() ? ZERO : cell;
}
