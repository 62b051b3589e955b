import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalog, type Catalog } from '../../catalog/catalog.ts';
import type { Leaf } from '../../plan/resolve/leaf.ts';
import type { Plan } from '../../plan/plan.ts';
import { reportOf } from '../build-report.ts';
import type { Report } from '../types.ts';
import { workOut } from '../work-out.ts';
import { decide, type DecisionAsked } from './decide.ts';

const GENERATED_AT = '2026-11-24';
let catalog: Catalog;
beforeAll(async () => {
	catalog = await loadCatalog('aws');
});

function decided(plan: Plan, asked: Partial<DecisionAsked> = {}): Report {
	const worked = workOut({ plan, catalog, generatedAt: GENERATED_AT, reading: 'doubles' });
	if (!worked.ok) throw new Error(worked.errors[0]?.message);
	const report = reportOf(worked.value, GENERATED_AT);
	return decide({ worked: worked.value, report, samples: 400, ...asked });
}

/** Ranges alone. */
const QUICK = { quick: true } as const;

const rangesOf = ({ options }: Report) => new Map(options.map(({ id, range }) => [id, range]));

describe('the default plan', () => {
	let report: Report;
	beforeAll(() => {
		report = decided({});
	});

	it('gives every option that can be worked out a range with P10 ≤ P50 ≤ P90', () => {
		const ranges = report.options.flatMap(({ range }) => range ?? []);
		expect(ranges).toHaveLength(report.options.length);
		for (const { p10, p50, p90 } of ranges) {
			expect(Number(p10)).toBeLessThanOrEqual(Number(p50));
			expect(Number(p50)).toBeLessThanOrEqual(Number(p90));
		}
	});

	it('shares the futures out: the chances of the options that can be chosen add up to 1', () => {
		const chances = Object.values(report.comparison.probabilityCheapest ?? {});
		expect(chances).toHaveLength(report.comparison.ranking.length);
		expect(Math.abs(chances.reduce((sum, chance) => sum + chance, 0) - 1)).toBeLessThan(1e-12);
	});

	it('names what cannot be chosen nowhere among the chances', () => {
		expect(Object.keys(report.comparison.probabilityCheapest ?? {})).not.toContain('app-mesh');
	});

	it('lets people lead what moves each mesh, in at most 12 bars, widest first', () => {
		const { tornado = [] } = report.comparison;
		for (const { bars } of tornado) {
			const widths = bars.map(({ cheap, dear }) => Number(dear) - Number(cheap));
			expect(widths).toEqual([...widths].sort((a, b) => b - a));
			expect(bars.length).toBeLessThanOrEqual(12);
		}
		expect(tornado.find(({ option }) => option === 'istio-sidecar')?.peopleLead).toBe(true);
	});

	it('keeps bands of 37 months whose last running sum spans the range of the total', () => {
		const istio = report.options.find(({ id }) => id === 'istio-sidecar');
		expect(istio?.overTime?.monthly).toHaveLength(37);
		expect(istio?.overTime?.cumulative[36]).toEqual(istio?.range);
	});

	it('says how the ranges were drawn, so that they can be drawn again', () => {
		expect(report.comparison.simulation).toEqual({
			samples: 400,
			seed: 1,
			generator: 'xoshiro128** seeded by splitmix32',
			redrawn: 0
		});
		expect(decided({}).comparison).toEqual(report.comparison);
	});

	it('gives every option the same range in another order of options', () => {
		const turned = decided(
			{
				options: ['consul', 'app-mesh', 'linkerd', 'no-mesh', 'istio-ambient', 'istio-sidecar']
			},
			QUICK
		);
		for (const [id, range] of rangesOf(turned)) expect(range).toEqual(rangesOf(report).get(id));
	});

	it('gives the options that stay the same range without one of them', () => {
		const fewer = decided({ options: ['no-mesh', 'istio-ambient', 'linkerd'] }, QUICK);
		for (const [id, range] of rangesOf(fewer)) expect(range).toEqual(rangesOf(report).get(id));
	});
});

it('raises the median of Linkerd by half to twice where an hour costs 200 instead of 100', () => {
	const median = (hourlyRate: number): number => {
		const { options } = decided({ people: { hourlyRate }, options: ['linkerd'] }, QUICK);
		return Number(options.find(({ id }) => id === 'linkerd')?.range?.p50);
	};
	const times = median(200) / median(100);
	expect(times).toBeGreaterThan(1.5); // wages are most of it, machines the rest
	expect(times).toBeLessThan(2);
});

it('draws nothing for a plan that wants points only', () => {
	const report = decided({ points: true });
	expect(report.comparison.simulation).toBe(undefined);
	expect(report.options.every(({ range }) => range === undefined)).toBe(true);
});

it('gives P10 = P50 = P90 = the exact total, cent for cent, where every input is one number', () => {
	const still: Plan = { options: ['linkerd', 'istio-sidecar'] };
	const worked = workOut({ plan: still, catalog, generatedAt: GENERATED_AT, reading: 'exact' });
	if (!worked.ok) throw new Error(worked.errors[0]?.message);
	const options = worked.value.options.map((entry) => ({
		...entry,
		option: { ...entry.option, leaves: new Map<string, Leaf>() }
	}));
	const all = { ...worked.value, options };
	const report = reportOf(worked.value, GENERATED_AT);
	const points = decide({ worked: all, report, samples: 200, quick: true });
	for (const { id, range, totals } of points.options) {
		const { spend } = totals;
		expect([id, range]).toEqual([id, { p10: spend, p50: spend, p90: spend }]);
	}
});

it('leaves a plan without options that can be worked out as it is', () => {
	const report = decided({ options: ['cloud-service-mesh'] });
	expect(report.comparison.simulation).toBe(undefined);
});
