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

/** Doubles up to here hold every whole number. */
const WHOLE_TO = 2 ** 52;

/**
 * A double rounded like a cell, in whole minor units. It is brought to four more decimals first, so
 * that it rounds as its decimal does unless that lies within 1e-16 of such a border.
 */
export function roundToMinor(amount: number, how: CellRounding): bigint {
	const { minorUnit, rounding } = how;
	const scaled = amount * 10 ** (minorUnit + SNAP_DECIMALS);
	if (!(Math.abs(scaled) < WHOLE_TO)) return minorUnits(roundCell(new Decimal(amount), how), how);
	const snapped = halfEven(scaled);
	const below = Math.trunc(snapped / SNAP);
	const rest = Math.abs(snapped - below * SNAP);
	const tie = rounding === 'half-up' || below % 2 !== 0;
	const up = rest > SNAP / 2 || (rest === SNAP / 2 && tie);
	return BigInt(up ? below + Math.sign(snapped) : below);
}

const SNAP = 10 ** SNAP_DECIMALS;

function halfEven(amount: number): number {
	const floor = Math.floor(amount);
	const rest = amount - floor;
	if (rest === 0.5) return floor % 2 === 0 ? floor : floor + 1;
	return rest > 0.5 ? floor + 1 : floor;
}

/** A rounded cell in whole minor units. */
export const minorUnits = (cell: Decimal, { minorUnit }: CellRounding): bigint =>
	BigInt(cell.times(10 ** minorUnit).toFixed(0));
