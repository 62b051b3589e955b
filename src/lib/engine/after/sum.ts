import { Decimal } from '../decimal.ts';

export const ZERO: Decimal = new Decimal(0);

export function sum(amounts: readonly Decimal[]): Decimal {
	return amounts.reduce((total, amount) => (amount.isZero() ? total : total.plus(amount)), ZERO);
}
