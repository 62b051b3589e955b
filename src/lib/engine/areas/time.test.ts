import { describe, expect, it } from 'vitest';
import { worked } from '../../../../tests/support/graph/worked.ts';
import type { Expr } from '../graph/expr.ts';
import { number } from '../graph/expr.ts';
import { inputs } from '../inputs.ts';
import { drift, growthAt, inflation, secondsPerMonth } from './time.ts';

describe('time (model §1, §7, §12)', () => {
	it('has 2 628 000 seconds in a month of 730 hours', () => {
		// By hand: 730 × 3600.
		expect(worked(secondsPerMonth, { 'time.hoursPerMonth': 730 })).toBe('2628000');
	});

	it.each([
		[0, '1'],
		[11, '1'],
		[12, '1.1'],
		[23, '1.1'],
		[24, '1.21'],
		[36, '1.331']
	])('steps at 10 %% a year once a year: %d months on, prices and wages are %s', (k, factor) => {
		expect(worked(drift, { 'time.cloudPriceDriftAnnual': 0.1 }, k)).toBe(factor);
		expect(worked(inflation, { 'time.labourInflationAnnual': 0.1 }, k)).toBe(factor);
	});

	it('lets prices fall, and keeps them at a drift of 0', () => {
		expect(worked(drift, { 'time.cloudPriceDriftAnnual': -0.5 }, 24)).toBe('0.25');
		expect(worked(drift, { 'time.cloudPriceDriftAnnual': 0 }, 59)).toBe('1');
	});

	it('grows 2 % a month to 1.0404 in month 3, and not at all in month 1', () => {
		expect(worked(growthAt(number('0.02')), {}, 2)).toBe('1.0404');
		expect(worked(growthAt(number('0.02')), {}, 0)).toBe('1');
	});

	it('has no figure where the hours of a month have none', () => {
		const missing = { 'time.hoursPerMonth': null };
		expect(worked(secondsPerMonth, missing)).toBe('no figure: time.hoursPerMonth');
	});

	it('refuses, at compile time, hours where a monthly rate belongs', () => {
		// @ts-expect-error 'hour/month' is not '1'
		growthAt(inputs.time.hoursPerMonth);
		// @ts-expect-error a factor is not an amount of money
		const money: Expr<'USD'> = drift;
		expect(money.node.unit).toBe('1');
	});
});
