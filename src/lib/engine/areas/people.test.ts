import { describe, expect, it } from 'vitest';
import { rounded, worked, type Figures } from '../../../../tests/support/graph/worked.ts';
import type { Expr } from '../graph/expr.ts';
import { fte, learn, migrationHours, onCall, run, training, upgrades } from './people.ts';

const figures: Figures = {
	'time.labourInflationAnnual': 0.1,
	'workload.clusters': 3,
	'workload.services': 60,
	'support.rateHour': 100,
	'support.hoursPerFteMonth': 160,
	'support.fteBase': 0.5,
	'support.ftePerExtraCluster': 0.1,
	'support.ftePer100Services': 0.2,
	'support.fteStep': 0.25,
	'support.learningStart': 2,
	'support.learningHalfLifeMonths': 3,
	'support.upgradesPerYear': 4,
	'support.hoursPerUpgradeCluster': 10,
	'support.hoursPerUpgradeService': 0.5,
	'support.patchesPerYear': 6,
	'support.hoursPerPatchCluster': 2,
	'support.meshIncidentsPerYear': 3,
	'support.hoursPerIncident': 8,
	'support.onCallMonthly': 50,
	'support.trainees': 6,
	'support.trainingHours': 20,
	'support.trainingFee': 40,
	'support.turnoverAnnual': 0.2,
	'support.migration.designHours': 120,
	'support.migration.hoursFirstService': 6,
	'support.migration.learningRate': 0.5
};
const at = (formula: Parameters<typeof worked>[0], more: Figures = {}, k = 0) =>
	worked(formula, { ...figures, ...more }, k);

describe('engineers (model §12)', () => {
	it('are one for 0.82 needed in steps of a quarter, or 0.82 without steps', () => {
		// By hand: 0.5 + 0.1 × 2 + 0.2 × 60 / 100 = 0.82 → 1.
		expect(at(fte)).toBe('1');
		expect(at(fte, { 'support.fteStep': 0 })).toBe('0.82');
	});

	it('are as many as needed at the edge of a step, and none where none is', () => {
		expect(at(fte, { 'support.fteBase': 0.43 })).toBe('0.75');
		expect(at(fte, { 'support.fteBase': 0.431 })).toBe('1');
		const nobody = {
			'support.fteBase': 0,
			'support.ftePerExtraCluster': 0,
			'support.ftePer100Services': 0
		};
		expect(at(fte, nobody)).toBe('0');
	});

	it.each([
		[0, '2'],
		[3, '1.5'],
		[6, '1.25']
	])('take %d months on %s of the settled effort: the excess halves every 3', (k, effort) => {
		expect(at(learn, {}, k)).toBe(effort);
	});

	it('are settled from the start where nothing is to be learned', () => {
		expect(at(learn, { 'support.learningHalfLifeMonths': 0 })).toBe('1');
		expect(at(learn, { 'support.learningStart': 1 })).toBe('1');
	});

	it('cost 32 000 USD in month 1, and 18 700 in month 13', () => {
		// By hand: 1 × 160 × 2 × 100; in month 13 half⁴ = 1/16: 160 × 1.0625 × 110.
		expect(at(run)).toBe('32000');
		expect(at(run, {}, 12)).toBe('18700');
	});
});

describe('upgrades, on call and training (model §12)', () => {
	it('upgrade for 2300 USD a month: 240 hours of upgrades and 36 of patches a year', () => {
		// By hand: (4 × (10 × 3 + 0.5 × 60) + 6 × 2 × 3) / 12 × 100 = (240 + 36) / 12 × 100.
		expect(at(upgrades)).toBe('2300');
		expect(at(upgrades, {}, 12)).toBe('2530');
		expect(at(upgrades, { 'support.upgradesPerYear': 0, 'support.patchesPerYear': 0 })).toBe('0');
	});

	it('are on call for 250 USD: two hours of incidents and a rota of 50', () => {
		// By hand: 3 / 12 × 8 × 100 + 50; a tenth more in the second year.
		expect(at(onCall)).toBe('250');
		expect(at(onCall, {}, 12)).toBe('275');
	});

	it('train six for 12 240 USD at first, then a fifth of them a year', () => {
		// By hand: 6 × (20 × 100 + 40); 12 240 × 0.2 / 12 = 204.
		expect(at(training.once)).toBe('12240');
		expect(at(training.monthly)).toBe('204');
		expect(at(training.monthly, {}, 12)).toBe('224.4');
	});

	it.each([
		['run', run, 'support.hoursPerFteMonth'],
		['upgrades', upgrades, 'support.rateHour'],
		['on call', onCall, 'support.onCallMonthly'],
		['training', training.monthly, 'support.trainees']
	] as const)('have no figure of %s without their input', (_, formula, path) => {
		expect(at(formula, { [path]: null })).toBe(`no figure: ${path}`);
	});
});

describe('the hours of a migration (model §12)', () => {
	it('are 132.5 for four services where twice as many halve the hours of one', () => {
		// By hand: b = −1, so 120 + 6 × (1 + 1/2 + 1/3 + 1/4) = 120 + 12.5.
		expect(rounded(migrationHours, { ...figures, 'workload.services': 4 }, 9)).toBe(
			'132.500000000'
		);
	});

	it('are 257.20669 for 60 services at 0.8, as in the worked example', () => {
		const example = { ...figures, 'support.migration.learningRate': 0.8 };
		expect(rounded(migrationHours, example, 5)).toBe('257.20669');
	});

	it('are 480 where nothing is learned, 120 without services, and those of month 1 ever after', () => {
		const same = { 'support.migration.learningRate': 1 };
		expect(at(migrationHours, same)).toBe('480');
		expect(at(migrationHours, { ...same, 'workload.services': 0 })).toBe('120');
		expect(at(migrationHours, { ...same, 'workload.growthServicesMonthly': 0.1 }, 5)).toBe('480');
	});

	it('keeps, at compile time, hours apart from money', () => {
		// @ts-expect-error 'hour' is not 'USD'
		const money: Expr<'USD'> = migrationHours;
		expect(money.node.unit).toBe('hour');
	});
});
