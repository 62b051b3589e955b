import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalog, type Catalog } from '../../catalog/catalog.ts';
import type { Plan } from '../../plan/plan.ts';
import { reportOf } from '../build-report.ts';
import type { Report } from '../types.ts';
import { workOut, type Worked } from '../work-out.ts';
import { axesBetween, crossing, priceLimits, type Crossing } from './crossing.ts';

const PAIR: readonly [string, string] = ['linkerd', 'istio-ambient'];
const GENERATED_AT = '2026-11-24';
let catalog: Catalog;
beforeAll(async () => {
	catalog = await loadCatalog('aws');
});

function worked(plan: Plan): { readonly worked: Worked; readonly report: Report } {
	const done = workOut({ plan, catalog, generatedAt: GENERATED_AT, reading: 'doubles' });
	if (!done.ok) throw new Error(done.errors[0]?.message);
	return { worked: done.value, report: reportOf(done.value, GENERATED_AT) };
}

function over(axis: string, plan: Plan, [a, b] = PAIR): Crossing {
	const asked = { ...worked(plan), a, b };
	const found = axesBetween(asked).find(({ id }) => id === axis);
	const one = found && crossing(asked, found);
	if (one === undefined) throw new Error(`nothing over ${axis}`);
	return one;
}

/** Spend with nodes billed by the share used: A less B. */
function difference(plan: Plan, [a, b] = PAIR): number {
	const { options } = worked(plan).report;
	const spend = (id: string): number =>
		Number(options.find((option) => option.id === id)?.totals.spendOtherwise);
	return spend(a) - spend(b);
}

describe('break-even of two options of the default plan', () => {
	it('changes sign where a plan of that many pods, worked out anew, changes sign', () => {
		const [at = NaN] = over('pods', {}).found.crossings;
		expect(difference({ workload: { pods: Math.floor(at * 0.999) } })).toBeLessThan(0);
		expect(difference({ workload: { pods: Math.ceil(at * 1.001) } })).toBeGreaterThan(0);
	});

	it('asks another question where requests grow with the pods', () => {
		const [fixed = NaN] = over('pods', {}).found.crossings;
		const [at = NaN] = over('pods-with-requests', {}).found.crossings;
		expect(Math.abs(at / fixed - 1)).toBeGreaterThan(0.01);
		// 1000 requests/s on 300 pods.
		const scaled = (pods: number): Plan => ({ workload: { pods, edgeRps: (pods * 1000) / 300 } });
		expect(difference(scaled(at * 0.999))).toBeLessThan(0);
		expect(difference(scaled(at * 1.001))).toBeGreaterThan(0);
	});

	it('draws the costs that a plan of so many services has, to the cent of 37 roundings', () => {
		const { points } = over('services', {});
		const { x, a, b } = points[40] ?? { x: NaN };
		const services = Number(x.toFixed(9));
		expect(Math.abs(Number(a) - Number(b) - difference({ workload: { services } }))).toBeLessThan(
			1
		);
	});

	it('names the cheaper one of every stretch, from one end to the other', () => {
		const { found } = over('hourly-rate', {});
		const [first, second] = found.stretches;
		expect(first?.from).toBe(found.from);
		expect(found.stretches.at(-1)?.to).toBe(found.to);
		expect([first?.cheaper, second?.cheaper]).toEqual(['b', 'a']);
		expect(found.words).toMatch(
			/^Below \$[\d.]+ per hour Istio \(ambient\) is cheaper, above it Linkerd\.$/
		);
	});

	it('finds the engineers of one option alone in the middle between two steps of 0.05 FTE', () => {
		const [at = NaN] = over('fte:linkerd', {}).found.crossings;
		const fte = (value: number): Plan => ({ overrides: { linkerd: { 'support.fteBase': value } } });
		expect(difference(fte(at - 1e-4))).toBeLessThan(0);
		expect(difference(fte(at + 1e-4))).toBeGreaterThan(0);
	});
});

describe('a plan in euro at 0.92 for a dollar', () => {
	const euro: Plan = {
		finance: { currency: 'EUR', rate: 0.92, rateDate: '2026-11-20', rateSource: 'ECB' }
	};

	it.each(['node-price', 'hourly-rate'])('tells of %s in euro: 0.92 of each dollar', (axis) => {
		const [dollars, euros] = [over(axis, {}), over(axis, euro)];
		const inEuro = (value: number): string => (value * 0.92).toPrecision(9);
		expect(euros.found.unit).toBe(dollars.found.unit.replace('USD', 'EUR'));
		for (const key of ['from', 'to', 'at'] as const) {
			expect(euros.found[key]?.toPrecision(9)).toBe(inEuro(dollars.found[key] ?? NaN));
		}
		expect(euros.found.crossings.map((at) => at.toPrecision(9))).toEqual(
			dollars.found.crossings.map(inEuro)
		);
		expect(euros.points.map(({ x }) => x.toPrecision(9))).toEqual(
			dollars.points.map(({ x }) => inEuro(x))
		);
		expect(euros.found.words).toMatch(/^Below €[\d.]+ per /);
	});

	it('leaves what is no price as it is', () => {
		expect(over('pods', euro).found).toEqual(over('pods', {}).found);
	});

	it('tells what an unpublished price may be in euro', () => {
		const options: Plan['options'] = ['linkerd-enterprise', 'istio-sidecar'];
		const limitIn = (plan: Plan) => {
			const { worked: done, report } = worked({ ...plan, options });
			const steps = priceLimits(done, report);
			let step = steps.next();
			while (step.done !== true) step = steps.next();
			return step.value[0];
		};
		const [dollars, euros] = [limitIn({}), limitIn(euro)];
		expect(euros?.unit).toBe('EUR per pod and year');
		expect(euros?.below?.toPrecision(9)).toBe(((dollars?.below ?? NaN) * 0.92).toPrecision(9));
		expect(euros?.words).toMatch(/below €[\d,.]+ per pod and year/);
	});
});

it('meets the straight line: 40 USD a pod against 12,012 USD a year cross after the 300th pod', () => {
	// One year without growth; the licence counts begun pods: 300 × 40 = 12,000, 301 × 40 = 12,040.
	const same = { 'support.licence.minimumAnnual': 0 };
	const plan: Plan = {
		workload: { pods: 250, growthPodsMonthly: 0 },
		finance: { months: 12 },
		options: [
			{
				id: 'flat',
				from: 'linkerd-enterprise',
				overrides: { ...same, 'support.licence.tiers[0].unitPrice': 40 }
			},
			{ id: 'plain', from: 'linkerd', overrides: { 'support.consultingMonthly': 1001 } }
		]
	};
	const asked = { ...worked(plan), a: 'flat', b: 'plain' };
	const axis = axesBetween(asked).find(({ id }) => id === 'pods');
	const found = axis && crossing(asked, axis)?.found;
	expect(found?.crossings).toHaveLength(1);
	expect(Math.abs((found?.crossings[0] ?? NaN) / 300 - 1)).toBeLessThan(1e-6);
});

it('says below which licence price an option without a published one costs least', () => {
	const { worked: done, report } = worked({ options: ['linkerd-enterprise', 'istio-sidecar'] });
	const steps = priceLimits(done, report);
	let step = steps.next();
	while (step.done !== true) step = steps.next();
	const [limit] = step.value;
	expect(limit?.against).toBe('istio-sidecar');
	const licence = (price: number): number =>
		difference(
			{
				options: ['linkerd-enterprise', 'istio-sidecar'],
				overrides: { 'linkerd-enterprise': { 'support.licence.tiers[0].unitPrice': price } }
			},
			['linkerd-enterprise', 'istio-sidecar']
		);
	const below = limit?.below ?? NaN;
	expect(licence(Number((below * 0.999).toFixed(6)))).toBeLessThan(0);
	expect(licence(Number((below * 1.001).toFixed(6)))).toBeGreaterThan(0);
	expect(limit?.words).toMatch(
		/costs less than Istio \(sidecar\) below \$[\d,.]+ per pod and year/
	);
});
