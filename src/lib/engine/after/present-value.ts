import type { Decimal } from '../decimal.ts';
import { ZERO } from './sum.ts';

/**
 * Present value of monthly flows, months 0 to N: Σ c_m / (1+r)^{m/12} (`model.md` §14).
 *
 * Month 0 is not discounted; the others fall at month end. Nominal flows, nominal annual rate.
 * Whole years are exact powers; the part of a year is a double, good to 1e-15 relative.
 */
export function presentValue(flows: readonly Decimal[], discountAnnual: Decimal): Decimal {
	return flows.reduce(
		(total, flow, month) => total.plus(flow.dividedBy(growthFactor(discountAnnual, month))),
		ZERO
	);
}

/** (1+r)^{m/12}. */
function growthFactor(rateAnnual: Decimal, month: number): Decimal {
	const base = rateAnnual.plus(1);
	const monthsOver = month % 12;
	const years = base.pow((month - monthsOver) / 12);
	return monthsOver === 0 ? years : years.times(Math.pow(base.toNumber(), monthsOver / 12));
}
