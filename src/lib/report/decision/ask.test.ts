import { expect, it } from 'vitest';
import type { ReportBand, ReportComparison, ReportOption } from '../types.ts';
import { askOf } from './ask.ts';

const gap = { missing: 'not-applicable' as const, reason: 'not part of this test' };
const option = (label: string, spend: string, range?: ReportBand): ReportOption => ({
	id: label.toLowerCase(),
	label,
	base: 'linkerd',
	kind: 'sidecar',
	status: 'available',
	rows: [],
	totals: {
		infra: gap,
		support: gap,
		oneOff: gap,
		spend,
		avoided: gap,
		adoption: gap,
		presentValue: gap,
		spendOtherwise: gap,
		netPresentValue: gap
	},
	capacity: gap,
	latency: gap,
	facts: [],
	...(range === undefined ? {} : { range })
});

const linkerd = option('Linkerd', '429000.00', {
	p10: '376000.00',
	p50: '462000.00',
	p90: '567000.00'
});
const consul = option('Consul', '440000.00', {
	p10: '390000.00',
	p50: '470000.00',
	p90: '590000.00'
});
const istio = option('Istio', '450000.00', {
	p10: '400000.00',
	p50: '480000.00',
	p90: '601000.00'
});

const comparison = (rest: Partial<ReportComparison>): ReportComparison => ({
	ranking: ['linkerd', 'consul', 'istio'],
	cheapest: 'linkerd',
	rankingOtherwise: ['linkerd', 'consul', 'istio'],
	rankingDiffers: false,
	excluded: [],
	lead: '11000.00',
	...rest
});

/** Chances of the three, in the order of the ranking. */
const chances = (first: number, second: number, third: number): Partial<ReportComparison> => ({
	probabilityCheapest: { linkerd: first, consul: second, istio: third },
	pair: {
		...{ a: 'linkerd', b: 'consul', probabilityACheaper: first, probabilityTie: 0 },
		standardError: 0.01,
		difference: { p10: '-9.00', p50: '-5.00', p90: '1.00' }
	}
});

const settle: Partial<ReportComparison> = {
	settle: {
		...{ path: 'support.fteBase', label: 'Base engineers', unit: 'FTE', people: true },
		...{ option: 'linkerd', rank: 0.8, partialRank: 0.9 }
	}
};

const ask = (options: readonly ReportOption[], rest: Partial<ReportComparison>) =>
	askOf({ options, comparison: comparison(rest), months: 36, currency: 'USD' });

const drawn = [linkerd, consul, istio];
const undrawn = drawn.map(({ label, totals }) => option(label, String(totals.spend)));

it('asks for P90, and says beside it what is planned and what half of the futures need', () => {
	expect(ask(drawn, { ...chances(0.9, 0.06, 0.04), ...settle })).toEqual({
		options: [
			{ option: 'linkerd', amount: '567000.00', planned: '429000.00', median: '462000.00' }
		],
		confidence: 0.9,
		words:
			'Fund Linkerd with $567k over 36 months: enough in 9 of 10 futures (planned $429k, median $462k)'
	});
});

it('asks for what is planned where no range was drawn, and says so', () => {
	expect(ask(undrawn, {})).toEqual({
		options: [{ option: 'linkerd', amount: '429000.00', planned: '429000.00' }],
		words: 'Fund Linkerd with $429k over 36 months: the plan’s own figure, no range was drawn'
	});
});

it('asks for what is planned where a range is a point, and says why', () => {
	const same = { p10: '429000.00', p50: '429000.00', p90: '429000.00' };
	const certain = option('Linkerd', '429000.00', same);
	expect(ask([certain, consul, istio], chances(1, 0, 0))?.words).toBe(
		'Fund Linkerd with $429k over 36 months: the plan’s own figure, none of its inputs has a range'
	);
});

it('does not ask for one option at 75 of 100: it names both, their cost and what would settle it', () => {
	const open = ask(drawn, { ...chances(0.75, 0.2, 0.05), ...settle });
	expect(open?.options.map((it) => it.option)).toEqual(['linkerd', 'consul']);
	expect(open?.words).toBe(
		'Linkerd and Consul are too close to call: $567k or $590k over 36 months, each enough in 9 of 10 futures (planned $429k and $440k); measure “Base engineers” first'
	);
});

it('names a third option that costs least in 12 of 100 futures, and none below 10', () => {
	expect(ask(drawn, chances(0.7, 0.18, 0.12))?.words).toContain(
		'Linkerd, Consul and Istio are too close to call: $567k, $590k or $601k over 36 months'
	);
	expect(ask(drawn, chances(0.7, 0.21, 0.09))?.options).toHaveLength(2);
});

it('says of two that cost the same that they do, with ranges and without', () => {
	expect(ask(undrawn, { lead: '0.00' })?.words).toBe(
		'Linkerd and Consul cost the same as planned: $429k or $440k over 36 months, the plan’s own figure, no range was drawn'
	);
	expect(ask(drawn, { ...chances(0.5, 0.5, 0), lead: '0.00' })?.words).toContain(
		'Linkerd and Consul cost the same as planned: $567k or $590k'
	);
});

it('asks for nothing where nothing can be chosen', () => {
	expect(ask(drawn, { ranking: [] })).toBeUndefined();
});
