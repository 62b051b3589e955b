import type { Decimal } from '../decimal.ts';

/** Present values of the three blocks of `model.md` §13. */
export interface PresentValues {
	readonly avoided: Decimal;
	readonly adoption: Decimal;
	readonly spend: Decimal;
}

/** Net present value: avoided − adoption − spend (`model.md` §14). Its sign is never a headline. */
export function netPresentValue({ avoided, adoption, spend }: PresentValues): Decimal {
	return avoided.minus(adoption).minus(spend);
}

/** Return on what is spent, as a fraction; undefined when nothing is spent. */
export function returnOnInvestment(values: PresentValues): number | undefined {
	if (values.spend.isZero()) return undefined;
	return netPresentValue(values).dividedBy(values.spend).toNumber();
}
