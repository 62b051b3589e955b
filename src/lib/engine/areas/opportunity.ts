import type { Choices } from '../choices.ts';
import {
	constant,
	ifAbove,
	longSum,
	monthsSinceStart,
	number,
	one,
	zero,
	type Expr
} from '../graph/expr.ts';
import { inputs, itemInputs } from '../inputs.ts';
import { inflation, monthsPerYear } from './time.ts';
import { services } from './traffic.ts';

const { opportunity: gain, support } = inputs;

const perYear = constant(1, '1/year');

/** Part of the benefits that has arrived by the month (`model.md` §13). */
const month = monthsSinceStart.plus(one);
const rampCount = gain.rampMonths.over(constant(1, 'month'));
const ramp = ifAbove(rampCount, zero('1'), month.over(rampCount).atMost(one), one).as({
	id: 'ramp',
	label: 'Part of the benefits that has arrived',
	symbol: 'ramp'
});

const hour = support.rateHour.by(inflation);

/** Building the features ourselves: spread over the build, then upkeep. */
export function build(choices: Choices): Expr<'USD/month'> {
	const label = 'Hours to build what the mesh brings';
	const hours = longSum(
		'hour',
		Array.from({ length: choices.features }, (_, at) => featureHours(at)),
		{ id: 'buildHours', label }
	).as({ id: 'buildHours', label });
	const months = gain.buildMonths.roundedUp();
	const upkeep = hours.by(gain.maintenanceAnnual).times(perYear).over(monthsPerYear);
	const building = ifAbove(
		months,
		constant(1, 'month').by(monthsSinceStart),
		hours.over(months),
		upkeep
	);
	return building.times(hour).by(gain.confidence.build);
}

function featureHours(at: number): Expr<'hour'> {
	const feature = itemInputs('opportunity.features', at);
	const all = feature.hoursPerLanguage
		.times(gain.languages)
		.plus(feature.hoursPerService.times(services.atMonthOne()));
	return all
		.by(feature.needed)
		.by(feature.coverage)
		.as({
			id: `buildHours.feature${at + 1}`,
			label: `Hours to build feature ${at + 1}`
		});
}

/** Fewer and shorter outages multiply: adding them would count some twice. */
export const incidents: Expr<'USD/month'> = (() => {
	const { perYear: count, mttrHours, costPerHour, addressable } = gain.incidents;
	const fewer = one.minus(gain.incidents.frequencyReduction);
	const shorter = one.minus(gain.incidents.durationReduction);
	const loss = count.times(mttrHours).times(costPerHour).over(monthsPerYear);
	return loss
		.by(addressable)
		.by(one.minus(fewer.by(shorter)))
		.by(ramp)
		.by(gain.confidence.incidents);
})();

export const security: Expr<'USD/month'> = (() => {
	const { probabilityYear, loss, addressable, reduction, auditHoursYear } = gain.security;
	const breach = loss.by(probabilityYear).by(addressable).by(reduction).times(perYear);
	const audits = auditHoursYear.times(hour);
	return breach.plus(audits).over(monthsPerYear).by(ramp).by(gain.confidence.security);
})();

export const delivery: Expr<'USD/month'> = gain.releasesPerMonth
	.times(gain.hoursSavedPerRelease)
	.times(hour)
	.by(ramp)
	.by(gain.confidence.delivery);

export const replaced: Expr<'USD/month'> = gain.replacedMonthly
	.by(ramp)
	.by(gain.confidence.replaced);

/** Revenue lost to added latency; nothing is lost where nothing depends on it. */
export function latencyTax(pathMean: Expr<'ms'>): Expr<'USD/month'> {
	const perHundred = gain.revenueMonthly.by(gain.revenueExposed).by(gain.elasticityPer100ms);
	const lost = perHundred.by(pathMean.over(constant(100, 'ms')));
	return ifAbove(perHundred, zero('USD/month'), lost, zero('USD/month'));
}

/** Value above wage of hours spent on the mesh: wages are spend already. */
export const aboveWage = gain.valueMultiple.minus(number(1));
