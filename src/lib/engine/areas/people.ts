import {
	constant,
	ifAbove,
	naturalLog,
	number,
	one,
	power,
	powerSum,
	monthsSinceStart,
	zero,
	type Expr
} from '../graph/expr.ts';
import { inputs } from '../inputs.ts';
import { inflation, monthsPerYear } from './time.ts';
import { services } from './traffic.ts';

const { support, workload } = inputs;
const { migration } = support;

/** Engineers who run the mesh, in steps of staffing (`model.md` §12). */
const fteNeeded = support.fteBase
	.plus(support.ftePerExtraCluster.times(workload.clusters.minus(constant(1, 'cluster'))))
	.plus(support.ftePer100Services.by(services.over(constant(100, 'service'))))
	.as({
		id: 'fteNeeded',
		label: 'Engineers before rounding up to a step of staffing',
		symbol: 'x'
	});

export const fte = ifAbove(
	support.fteStep,
	zero('FTE'),
	support.fteStep.by(fteNeeded.over(support.fteStep).roundedUp()),
	fteNeeded
).as({
	id: 'fte',
	label: 'Engineers in total',
	symbol: 'FTE',
	why: 'The base, and what further clusters and services take, rounded up to a step of staffing.'
});

/** Effort against settled effort: halves its excess every half-life. */
const halved = power(number(0.5), monthsSinceStart.over(support.learningHalfLifeMonths));
export const learn = ifAbove(
	support.learningHalfLifeMonths,
	zero('1'),
	one.plus(support.learningStart.minus(one).by(halved)),
	one
).as({ id: 'learn', label: 'Effort against settled effort', symbol: 'L' });

const hour = support.rateHour.by(inflation);

export const run: Expr<'USD/month'> = fte.times(support.hoursPerFteMonth).by(learn).times(hour);

const upgradeHours = support.hoursPerUpgradeCluster
	.times(workload.clusters)
	.plus(support.hoursPerUpgradeService.times(services));
const patchHours = support.hoursPerPatchCluster.times(workload.clusters);

export const upgrades: Expr<'USD/month'> = support.upgradesPerYear
	.times(upgradeHours)
	.plus(support.patchesPerYear.times(patchHours))
	.over(monthsPerYear)
	.times(hour);

export const onCall: Expr<'USD/month'> = support.meshIncidentsPerYear
	.over(monthsPerYear)
	.times(support.hoursPerIncident)
	.times(support.rateHour)
	.plus(support.onCallMonthly)
	.by(inflation);

const trainingOnce = support.trainees.times(
	support.trainingHours.times(support.rateHour).plus(support.trainingFee)
);

export const training = {
	once: trainingOnce,
	monthly: trainingOnce
		.by(support.turnoverAnnual)
		.times(constant(1, '1/year'))
		.over(monthsPerYear)
		.by(inflation)
};

/** Hours to move every service of month 1: each doubling of services cuts the hours of one. */
const exponent = naturalLog(migration.learningRate).over(naturalLog(number(2)));
const learned = powerSum(services.over(constant(1, 'service')).atMonthOne(), exponent);
export const migrationHours = migration.designHours
	.plus(migration.hoursFirstService.times(constant(1, 'service')).by(learned))
	.as({
		id: 'migrationHours',
		label: 'Hours of the migration',
		why: 'Wright’s law: the hours of a service fall by the learning rate with each doubling.',
		sources: ['model §12']
	});
