import { describe, expect, it } from 'vitest';
import { choicesOf, worked, type Figures } from '../../../../tests/support/graph/worked.ts';
import { constant, type Expr } from '../graph/expr.ts';
import { inputs } from '../inputs.ts';
import {
	aboveWage,
	build,
	delivery,
	incidents,
	latencyTax,
	replaced,
	security
} from './opportunity.ts';

const figures: Figures = {
	'time.labourInflationAnnual': 0.1,
	'workload.services': 20,
	'support.rateHour': 100,
	'opportunity.languages': 3,
	'opportunity.buildMonths': 4,
	'opportunity.maintenanceAnnual': 0.3,
	'opportunity.features[0].needed': 1,
	'opportunity.features[0].coverage': 0.5,
	'opportunity.features[0].hoursPerLanguage': 200,
	'opportunity.features[0].hoursPerService': 10,
	'opportunity.features[1].needed': 0,
	'opportunity.features[1].coverage': 1,
	'opportunity.features[1].hoursPerLanguage': 999,
	'opportunity.incidents.perYear': 6,
	'opportunity.incidents.mttrHours': 2,
	'opportunity.incidents.costPerHour': 1000,
	'opportunity.incidents.addressable': 0.5,
	'opportunity.incidents.frequencyReduction': 0.2,
	'opportunity.incidents.durationReduction': 0.5,
	'opportunity.security.probabilityYear': 0.1,
	'opportunity.security.loss': 100_000,
	'opportunity.security.addressable': 0.5,
	'opportunity.security.reduction': 0.4,
	'opportunity.security.auditHoursYear': 40,
	'opportunity.releasesPerMonth': 8,
	'opportunity.hoursSavedPerRelease': 0.5,
	'opportunity.replacedMonthly': 300,
	'opportunity.revenueMonthly': 100_000,
	'opportunity.revenueExposed': 0.5,
	'opportunity.elasticityPer100ms': 0.01,
	'opportunity.valueMultiple': 1.25,
	'opportunity.confidence.build': 0.5,
	'opportunity.confidence.incidents': 0.5,
	'opportunity.confidence.security': 0.5,
	'opportunity.confidence.delivery': 0.5,
	'opportunity.confidence.replaced': 0.5
};
const at = (formula: Parameters<typeof worked>[0], more: Figures = {}, k = 0) =>
	worked(formula, { ...figures, ...more }, k);

describe('building it ourselves (model §13)', () => {
	const two = build(choicesOf({ features: 2 }));

	it('costs 5000 USD in each of four months, then 500 of upkeep', () => {
		// By hand: 0.5 × (200 × 3 + 10 × 20) = 400 hours, a feature that is not needed none; 400 / 4 × 100
		// × 0.5; afterwards 400 × 0.3 / 12 × 100 × 0.5.
		expect([0, 3, 4, 11].map((k) => at(two, {}, k))).toEqual(['5000', '5000', '500', '500']);
		expect(at(two, {}, 12)).toBe('550');
	});

	it('counts the services of month 1, whatever grows', () => {
		expect(at(two, { 'workload.growthServicesMonthly': 0.5 }, 2)).toBe('5000');
	});

	it('takes part of a month as a whole one, and no month as upkeep at once', () => {
		// By hand: 3.5 → 4 months of building.
		expect(at(two, { 'opportunity.buildMonths': 3.5 }, 3)).toBe('5000');
		expect(at(two, { 'opportunity.buildMonths': 0 })).toBe('500');
	});

	it('is nothing where no feature is listed', () => {
		expect(at(build(choicesOf()))).toBe('0');
	});
});

describe('fewer and shorter outages (model §13)', () => {
	it('save 150 USD a month: 60 % of the half of 1000 that a mesh can help with, at half trust', () => {
		// By hand: 6 / 12 × 2 × 1000 = 1000; × 0.5 × (1 − 0.8 × 0.5) × 0.5.
		expect(at(incidents)).toBe('150');
	});

	it('save the whole addressable loss when none is left, and nothing when none is prevented', () => {
		const all = {
			'opportunity.incidents.frequencyReduction': 1,
			'opportunity.confidence.incidents': 1
		};
		expect(at(incidents, all)).toBe('500');
		const none = {
			'opportunity.incidents.frequencyReduction': 0,
			'opportunity.incidents.durationReduction': 0
		};
		expect(at(incidents, none)).toBe('0');
	});
});

describe('security, delivery and what is replaced (model §13)', () => {
	it('save 250 USD a month of breaches and audits', () => {
		// By hand: (0.1 × 100 000 × 0.5 × 0.4 + 40 × 100) / 12 × 0.5 = (2000 + 4000) / 24.
		expect(at(security)).toBe('250');
		// A year on, hours cost 110: (2000 + 4400) / 24.
		expect(Number(at(security, {}, 12)).toFixed(6)).toBe('266.666667');
	});

	it('save 200 USD of release hours', () => {
		// By hand: 8 × 0.5 × 100 × 0.5.
		expect(at(delivery)).toBe('200');
		expect(at(delivery, {}, 12)).toBe('220');
	});

	it('save half of 300 USD of invoices, without inflation', () => {
		expect(at(replaced)).toBe('150');
		expect(at(replaced, {}, 12)).toBe('150');
	});

	it.each([
		['incidents', incidents, '150'],
		['security', security, '250'],
		['delivery', delivery, '200'],
		['replaced', replaced, '150']
	] as const)('let %s arrive in four steps, then whole', (_, formula, whole) => {
		const ramp = { 'opportunity.rampMonths': 4 };
		const part = (k: number) => Number(at(formula, ramp, k));
		expect([0, 1, 2, 3, 4].map(part)).toEqual(
			[0.25, 0.5, 0.75, 1, 1].map((x) => x * Number(whole))
		);
	});

	it.each([
		['build', build(choicesOf({ features: 1 })), 'opportunity.confidence.build'],
		['incidents', incidents, 'opportunity.incidents.costPerHour'],
		['security', security, 'opportunity.security.loss'],
		['delivery', delivery, 'opportunity.hoursSavedPerRelease'],
		['replaced', replaced, 'opportunity.replacedMonthly']
	] as const)(
		'are nothing at a factor of 0 in %s, and have no figure without it',
		(_, formula, path) => {
			const rest =
				path === 'opportunity.security.loss' ? { 'opportunity.security.auditHoursYear': 0 } : {};
			expect(at(formula, { ...rest, [path]: 0 })).toBe('0');
			expect(at(formula, { ...rest, [path]: null })).toBe(`no figure: ${path}`);
		}
	);
});

describe('the cost of adopting (model §13)', () => {
	const tax = (pathMs: number, more: Figures = {}) => at(latencyTax(constant(pathMs, 'ms')), more);

	it('is 10 USD for 2 ms: 1 % of half of 100 000 for each 100 ms', () => {
		// By hand: 100 000 × 0.5 × 0.01 × 2 / 100.
		expect(tax(2)).toBe('10');
		expect(tax(0)).toBe('0');
	});

	it('is nothing where no revenue depends on it, even of a path without a figure', () => {
		const unknown = latencyTax(inputs.latency.hopP50Ms);
		const path = { 'latency.hopP50Ms': null };
		expect(at(unknown, { ...path, 'opportunity.revenueExposed': 0 })).toBe('0');
		expect(at(unknown, path)).toBe('no figure: latency.hopP50Ms');
		const missing = { 'opportunity.elasticityPer100ms': null };
		expect(tax(2, missing)).toBe('no figure: opportunity.elasticityPer100ms');
	});

	it('adds a quarter of a wage where an hour is worth 1.25 of it', () => {
		expect(at(aboveWage)).toBe('0.25');
		expect(at(aboveWage, { 'opportunity.valueMultiple': 1 })).toBe('0');
	});

	it('refuses, at compile time, hours as the latency of a path', () => {
		// @ts-expect-error 'hour' is not 'ms'
		const lost: Expr<'USD/month'> = latencyTax(constant(1, 'hour'));
		expect(lost.node.unit).toBe('USD/month');
	});
});
