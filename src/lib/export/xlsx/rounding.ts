import type { Rounding } from '../../engine/after/rounding.ts';

export interface MoneyRounding {
	readonly minorUnit: number;
	readonly rounding: Rounding;
}

/** Decimals kept before the one rounding, as `after/rounding.ts` does. */
const SNAP = 4;

/**
 * The ledger's rounding as a formula. A spreadsheet rounds ties away from zero, so half-even rounds
 * half the amount and doubles it; what is nearer to a tie than the ledger's snap counts as one.
 */
export function roundedFormula(amount: string, { minorUnit, rounding }: MoneyRounding): string {
	if (rounding === 'half-up') return `ROUND(ROUND(${amount},${minorUnit + SNAP}),${minorUnit})`;
	const scale = 10 ** minorUnit;
	const tie = `ABS(MOD(ABS(${amount})*${scale},1)-0.5)<=0.00005`;
	return `IF(${tie},ROUND(${amount}*${scale / 2},0)*2/${scale},ROUND(${amount},${minorUnit}))`;
}
