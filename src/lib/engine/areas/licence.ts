import type { LicenceChoices } from '../choices.ts';
import { subscript } from '../graph/explain.ts';
import { constant, ifAbove, longSum, zero, type Expr } from '../graph/expr.ts';
import { inputs, itemInputs } from '../inputs.ts';
import { monthsPerYear } from './time.ts';

const band = (at: number) => itemInputs('support.licence.tiers', at);

/** Licence of a month for a count of units (`model.md` §12). */
export function licence(
	choices: LicenceChoices,
	units: Expr<'1'>,
	id = 'licence'
): Expr<'USD/month'> {
	const count = units.as({
		id: `${id}.units`,
		label: 'Units that the licence counts',
		symbol: 'u'
	});
	const annual =
		choices.mode === 'volume' ? byVolume(choices, count, id) : graduated(choices, count, id);
	return annual.atLeast(inputs.support.licence.minimumAnnual).over(monthsPerYear);
}

/** Each band at its own price. */
function graduated({ bands }: LicenceChoices, units: Expr<'1'>, id: string): Expr<'USD/year'> {
	let below = zero('1');
	const parts = bands.map((ends, at) => {
		const last = at === bands.length - 1;
		const reached = ends && !last ? units.atMost(band(at).upTo) : units;
		const within = reached.minus(below).atLeast(zero('1'));
		below = ends ? band(at).upTo : units;
		return band(at)
			.unitPrice.by(within)
			.as({
				id: `${id}.band${at + 1}`,
				label: `Units of band ${at + 1}, a year`,
				symbol: `band${subscript(at + 1)}`
			});
	});
	return longSum('USD/year', parts, { id: `${id}.bands`, label: 'Bands of the licence' });
}

/** All units at the price of the band reached: the total may fall when units rise. */
function byVolume({ bands }: LicenceChoices, units: Expr<'1'>, id: string): Expr<'USD/year'> {
	const last = bands.length - 1;
	if (last < 0) return zero('USD/year');
	let price = band(last).unitPrice;
	for (let at = last - 1; at >= 0; at--) {
		const own = band(at).unitPrice;
		const above = price.as({
			id: `${id}.above${at + 1}`,
			label: `Price per unit above band ${at + 1}`
		});
		price = bands[at] === true ? ifAbove(units, band(at).upTo, above, own) : own;
	}
	return price.by(units);
}

/** One installation, whatever its size. */
export const flat = constant(1, '1');
