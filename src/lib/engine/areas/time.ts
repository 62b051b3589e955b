import { constant, monthsSinceStart, one, power, type Expr } from '../graph/expr.ts';
import { inputs } from '../inputs.ts';

const { time } = inputs;

/** Whole years since the start: ⌊k/12⌋. */
const years = monthsSinceStart.over(constant(12, '1')).roundedDown();

export const secondsPerMonth = time.hoursPerMonth
	.times(constant(3600, 's/hour'))
	.as({ id: 'secondsPerMonth', label: 'Seconds in a month', symbol: 's' });

/** Cloud prices against month 1 (`model.md` §7): steps once a year. */
export const drift = power(one.plus(time.cloudPriceDriftAnnual), years).as({
	id: 'priceDrift',
	label: 'Cloud prices against month 1',
	symbol: 'd'
});

/** Wages against month 1 (`model.md` §12): steps once a year. */
export const inflation = power(one.plus(time.labourInflationAnnual), years).as({
	id: 'wageRise',
	label: 'Wages against month 1',
	symbol: 'infl'
});

/** Growth since month 1 at a monthly rate. */
export const growthAt = (monthly: Expr<'1'>): Expr<'1'> =>
	power(one.plus(monthly), monthsSinceStart);

/** A yearly amount, a month of it. */
export const monthsPerYear = constant(12, 'month/year');
