import { expect, it } from 'vitest';
import type { ReportComparison, ReportOption } from '../types.ts';
import { flipWords } from './crossing-words.ts';
import { doubtWords, futures } from './words.ts';

const gap = { missing: 'not-applicable' as const, reason: 'not part of this test' };
const option = (id: string, label: string): ReportOption => ({
	id,
	label,
	base: id,
	kind: 'sidecar',
	status: 'available',
	rows: [],
	totals: {
		infra: gap,
		support: gap,
		oneOff: gap,
		spend: gap,
		avoided: gap,
		adoption: gap,
		presentValue: gap,
		spendOtherwise: gap,
		netPresentValue: gap
	},
	capacity: gap,
	latency: gap,
	facts: []
});

const words = (sureness: number, rankStability: number): string | undefined => {
	const comparison: ReportComparison = {
		ranking: ['linkerd', 'consul'],
		rankingOtherwise: ['linkerd', 'consul'],
		rankingDiffers: false,
		excluded: [],
		probabilityCheapest: { linkerd: sureness, consul: 1 - sureness },
		rankStability,
		tooCloseToCall: rankStability < 0.8,
		pair: {
			a: 'linkerd',
			b: 'consul',
			probabilityACheaper: sureness,
			probabilityTie: 0,
			standardError: 0.01,
			difference: { p10: '-81000.00', p50: '-61000.00', p90: '-41000.00' }
		}
	};
	const options = [option('linkerd', 'Linkerd'), option('consul', 'Consul')];
	return doubtWords({ options, comparison, currency: 'USD' });
};

it('says 83 of 100 futures and a difference of $61k ± $20k, half of −81k to −41k', () => {
	expect(words(0.83, 0.83)).toBe(
		'Linkerd costs least in 83 of 100 futures; at the median it costs $61k ± $20k less than Consul.'
	);
});

it('says that the first place is too close to call at 55 of 100', () => {
	expect(words(0.55, 0.55)).toBe(
		'Too close to call: Linkerd costs least in 55 of 100 futures, Consul in 45 of 100; at the median it costs $61k ± $20k less than Consul.'
	);
});

it('says that only the order behind a sure first place is open', () => {
	expect(words(0.97, 0.52)).toContain(
		'The order of the others is too close to call: the whole order holds in 52 of 100.'
	);
});

it('never says all or none of what a sample cannot exclude', () => {
	expect([1, 0.9996, 0.5, 0.0004, 0].map(futures)).toEqual([
		'100 of 100',
		'more than 99 of 100',
		'50 of 100',
		'fewer than 1 of 100',
		'0 of 100'
	]);
});

const found = {
	...{ axis: 'fte:l4', label: 'Base engineers for Istio (ambient, no waypoints)', unit: 'FTE' },
	...{ assumes: '', a: 'linkerd', b: 'l4', at: 0.5, from: 0.05, to: 5, words: '' },
	crossings: [0.34],
	stretches: [
		{ from: 0.05, to: 0.34, cheaper: 'b' as const },
		{ from: 0.34, to: 5, cheaper: 'a' as const }
	]
};

it('keeps the name of an option whole where it holds a comma, and says where the plan stands', () => {
	expect(flipWords([found], 'linkerd')).toBe(
		'base engineers for Istio (ambient, no waypoints) fall below 0.34 FTE (planned 0.5)'
	);
	const pods = { ...found, axis: 'pods', label: 'Pods, requests fixed', unit: 'pods' };
	expect(flipWords([pods], 'linkerd')).toBe('pods fall below 0.34 (requests fixed, planned 0.5)');
});

it('says of no crossing that it ends a lead which the option does not have there', () => {
	expect(flipWords([found], 'l4')).toBeUndefined();
	expect(flipWords([{ ...found, at: 0.2 }], 'linkerd')).toBeUndefined();
	expect(flipWords([{ ...found, at: 0.2 }], 'l4')).toContain('rise above 0.34 FTE');
});

it('tells a price by its currency, and the planned one too', () => {
	// A crossing at 1.72 where the plan stands at 0.413.
	const price = {
		...{ ...found, axis: 'node-price', label: 'Price of a node', unit: 'EUR per node-hour' },
		...{ at: 0.413, from: 0.0413, to: 4.13, crossings: [1.72] },
		stretches: [
			{ from: 0.0413, to: 1.72, cheaper: 'a' as const },
			{ from: 1.72, to: 4.13, cheaper: 'b' as const }
		]
	};
	expect(flipWords([price], 'linkerd')).toBe(
		'price of a node rises above €1.72 per node-hour (planned €0.413)'
	);
});
