import type { LicenceChoices } from '../choices.ts';
import { constant, ifAbove, zero, type Expr } from '../graph/expr.ts';
import { inputs, itemInputs } from '../inputs.ts';
import { monthsPerYear } from './time.ts';

const band = (at: number) => itemInputs('support.licence.tiers', at);

/** Licence of a month for a count of units (`model.md` §12). */
export function licence(choices: LicenceChoices, units: Expr<'1'>): Expr<'USD/month'> {
	const annual = choices.mode === 'volume' ? byVolume(choices, units) : graduated(choices, units);
	return annual.atLeast(inputs.support.licence.minimumAnnual).over(monthsPerYear);
}

/** Each band at its own price. */
function graduated({ bands }: LicenceChoices, units: Expr<'1'>): Expr<'USD/year'> {
	let total = zero('USD/year');
	let below = zero('1');
	bands.forEach((ends, at) => {
		const last = at === bands.length - 1;
		const reached = ends && !last ? units.atMost(band(at).upTo) : units;
		const within = reached.minus(below).atLeast(zero('1'));
		total = total.plus(band(at).unitPrice.by(within));
		below = ends ? band(at).upTo : units;
	});
	return total;
}

/** All units at the price of the band reached: the total may fall when units rise. */
function byVolume({ bands }: LicenceChoices, units: Expr<'1'>): Expr<'USD/year'> {
	const last = bands.length - 1;
	if (last < 0) return zero('USD/year');
	let price = band(last).unitPrice;
	for (let at = last - 1; at >= 0; at--) {
		price = ifAbove(units, band(at).upTo, price, band(at).unitPrice);
	}
	return price.by(units);
}

/** One installation, whatever its size. */
export const flat = constant(1, '1');
