import type { Band } from '../../engine/after/quantile.ts';
import { minorUnitOf } from '../../format/money.ts';
import type { Money, ReportBand } from '../types.ts';
import type { Currency } from '../work-out.ts';

/** Dollars of a run as money of the report. */
export function moneyIn(amount: number, { code, rate }: Currency): Money {
	const text = (amount * Number(rate ?? 1)).toFixed(minorUnitOf(code));
	return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text;
}

export const bandIn = ({ p10, p50, p90 }: Band, currency: Currency): ReportBand => ({
	p10: moneyIn(p10, currency),
	p50: moneyIn(p50, currency),
	p90: moneyIn(p90, currency)
});
