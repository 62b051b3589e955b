import { describe, expect, it } from 'vitest';
import {
	choicesOf,
	rounded,
	worked,
	type Figures
} from '../../../../tests/support/graph/worked.ts';
import { constant, monthsSinceStart, type Expr } from '../graph/expr.ts';
import { afterCommitments, allocated, provisioned, unitPrices } from './compute.ts';

const alloc = { cpu: constant('7.91', 'core/node'), memMiB: constant('31119.64', 'MiB/node') };
const node: Figures = {
	'time.hoursPerMonth': 730,
	'node.vcpu': 8,
	'node.memGiB': 32,
	'node.priceHour': 0.384,
	'node.coreToGibRatio': 4,
	'node.packing': 0.8,
	'node.systemDaemonCpu': 0.31,
	'node.systemDaemonMemMiB': 399.64
};

describe('a node’s price over its parts (model §7)', () => {
	const prices = unitPrices(alloc);

	it('is 0.006 USD a GiB and 0.024 a vCPU where a vCPU costs as much as 4 GiB', () => {
		// By hand: 0.384 / (8 × 4 + 32) = 0.006; × 4; and 8 × 0.024 + 32 × 0.006 is 0.384 again.
		expect(worked(prices.gib, node)).toBe('0.006');
		expect(worked(prices.core, node)).toBe('0.024');
	});

	it('is 0.0315789 USD a requested vCPU and 0.008 a requested GiB, packed to 80 %', () => {
		// By hand: 0.024 × 8 / (0.8 × 7.6); 0.006 × 32 / (0.8 × 30 720 / 1024) = 0.192 / 24.
		expect(rounded(prices.coreLoaded, node, 7)).toBe('0.0315789');
		expect(rounded(prices.gibLoaded, node, 20)).toBe('0.00800000000000000000');
	});

	it('is nothing of a free node, and has no figure where the node has no price', () => {
		const free = { ...node, 'node.priceHour': 0 };
		expect(worked(prices.coreLoaded, free)).toBe('0');
		for (const price of Object.values(prices)) {
			expect(worked(price, { ...node, 'node.priceHour': null })).toBe('no figure: node.priceHour');
		}
	});
});

describe('the two billings (model §7)', () => {
	it('bills 6 added nodes at 1681.92 USD a month', () => {
		// By hand: 6 × 0.384 × 730; a tenth more a year later; −6 nodes as much less.
		const six = provisioned(constant(6, 'node'));
		expect(worked(six, node)).toBe('1681.92');
		expect(worked(six, { ...node, 'time.cloudPriceDriftAnnual': 0.1 }, 12)).toBe('1850.112');
		expect(worked(provisioned(constant(0, 'node')), node)).toBe('0');
	});

	it('allots 10 cores and 2 GiB at 0.03 and 0.008: 230.68 USD a month', () => {
		// By hand: (10 × 0.03 + 2 × 0.008) × 730.
		const prices = {
			core: constant(0, 'USD/core-hour'),
			gib: constant(0, 'USD/GiB-hour'),
			coreLoaded: constant('0.03', 'USD/core-hour'),
			gibLoaded: constant('0.008', 'USD/GiB-hour')
		};
		const share = allocated(constant(10, 'core'), constant(2048, 'MiB'), prices);
		expect(worked(share, node)).toBe('230.68');
		expect(worked(share, { ...node, 'time.cloudPriceDriftAnnual': 0.5 }, 12)).toBe('346.02');
	});
});

describe('commitments (model §7)', () => {
	/** 100 in the first year, 150 from month 13. */
	const use = constant(100, 'USD/month').plus(
		constant(50, 'USD/month').by(monthsSinceStart.over(constant(12, '1')).roundedDown())
	);
	const both = choicesOf({
		terms: [
			{ at: 1, months: 36 },
			{ at: 0, months: 12 }
		]
	});
	const terms: Figures = {
		'purchase.terms[0].coverage': 0.4,
		'purchase.terms[0].discount': 0.25,
		'purchase.terms[0].fargateDiscount': 0.5,
		'purchase.terms[1].coverage': 0.5,
		'purchase.terms[1].discount': 0.5,
		'purchase.terms[1].fargateDiscount': 0.2,
		'purchase.spotShare': 0.5,
		'purchase.spotDiscount': 0.6
	};
	const compute = (choices = both) =>
		afterCommitments(choices, use, { id: 'compute', discount: 'discount' });

	it('buy 50 for 36 months and 20 for 12, then 40 again of a use of 150', () => {
		// By hand, with 36 months at 0.5 and 12 at 0.4: 50 × 0.5 + 20 × 0.75 + 30 = 70; from month 13
		// 0.4 × (150 − 50) = 40: 25 + 40 × 0.75 + 60 = 115.
		expect(worked(compute(), terms, 0)).toBe('70');
		expect(worked(compute(), terms, 11)).toBe('70');
		expect(worked(compute(), terms, 12)).toBe('115');
	});

	it('take the discount on tasks for tasks', () => {
		// By hand: 50 × 0.8 + 20 × 0.5 + 30.
		const tasks = afterCommitments(both, use, { id: 'tasks', discount: 'fargateDiscount' });
		expect(worked(tasks, terms)).toBe('80');
	});

	it('leave the rest to spot: half of it at 60 % off, but no tasks', () => {
		// By hand: 25 + 15 + 30 × (0.5 × 0.4 + 0.5) = 61; without terms 100 × 0.7.
		const spot = choicesOf({ terms: both.terms, spot: true });
		expect(worked(compute(spot), terms)).toBe('61');
		expect(worked(compute(choicesOf({ spot: true })), terms)).toBe('70');
		expect(worked(compute(choicesOf({ spot: false })), terms)).toBe('100');
		const tasks = afterCommitments(spot, use, { id: 'tasks', discount: 'fargateDiscount' });
		expect(worked(tasks, terms)).toBe('80');
	});

	it('pay what was bought when the use falls to nothing, and never less', () => {
		/** 100 in the first year, nothing after. */
		const falling = constant(100, 'USD/month').minus(
			constant(100, 'USD/month').by(monthsSinceStart.over(constant(12, '1')).roundedDown())
		);
		const one = choicesOf({ terms: [{ at: 1, months: 36 }] });
		const paid = afterCommitments(one, falling, { id: 'c', discount: 'discount' });
		expect(worked(paid, terms, 0)).toBe('75');
		expect(worked(paid, terms, 12)).toBe('25');
	});

	it('buy nothing at a coverage of 0, and nothing twice at 1 and 1', () => {
		const none = { ...terms, 'purchase.terms[0].coverage': 0, 'purchase.terms[1].coverage': 0 };
		expect(worked(compute(), none)).toBe('100');
		const all = { ...terms, 'purchase.terms[0].coverage': 1, 'purchase.terms[1].coverage': 1 };
		expect(worked(compute(), all)).toBe('50');
	});

	it('have no figure where the discount has none', () => {
		const path = 'purchase.terms[1].discount';
		expect(worked(compute(), { ...terms, [path]: null })).toBe(`no figure: ${path}`);
		const spot = choicesOf({ spot: true });
		const missing = { ...terms, 'purchase.spotDiscount': null };
		expect(worked(compute(spot), missing)).toBe('no figure: purchase.spotDiscount');
	});

	it('refuses, at compile time, nodes where money belongs', () => {
		// @ts-expect-error 'node' is not 'USD/month'
		const row: Expr<'USD/month'> = constant(6, 'node');
		expect(row.node.unit).toBe('node');
	});
});
