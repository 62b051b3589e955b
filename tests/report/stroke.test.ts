import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Catalog } from '../../src/lib/catalog/catalog.ts';
import { buildReport } from '../../src/lib/report/build-report.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import { runs } from '../support/records/runs.ts';
import { catalogOf, TODAY } from './shared.ts';

const whole = (min: number, max: number) => fc.integer({ min, max });
const share = fc.constantFrom(0, 0.1, 0.5, 1);

type Edit = (plan: Plan) => Plan;

const workload =
	(own: Plan['workload']): Edit =>
	(plan) => ({
		...plan,
		workload: { ...plan.workload, ...own }
	});
const platform =
	(own: Plan['platform']): Edit =>
	(plan) => ({
		...plan,
		platform: { ...plan.platform, ...own }
	});
const finance =
	(own: Plan['finance']): Edit =>
	(plan) => ({
		...plan,
		finance: { ...plan.finance, ...own }
	});
const override =
	(option: string, path: string, value: number): Edit =>
	(plan) => ({
		...plan,
		overrides: { ...plan.overrides, [option]: { ...plan.overrides?.[option], [path]: value } }
	});

const OWN = [
	'mesh.proxy.c1',
	'mesh.proxy.cpuReq',
	'mesh.waypoint.minReplicas',
	'workload.services',
	'node.priceHour',
	'support.migration.cash',
	'mesh.controlPlane.tiers[0].maxConn',
	'workload.peakToAverage',
	'time.startMonth'
];

/** What a reader may do next: a number, a place, a choice, an option, an input of one option or of all. */
const edits: fc.Arbitrary<Edit> = fc.oneof(
	whole(0, 3000).map((edgeRps) => workload({ edgeRps })),
	whole(0, 900).map((pods) => workload({ pods })),
	whole(1, 4).map((clusters) => workload({ clusters })),
	whole(1, 4).map((azs) => workload({ azs })),
	share.map((l7Fraction) => workload({ l7Fraction })),
	share.map((growth) => workload({ growthPodsMonthly: growth / 20 })),
	fc
		.boolean()
		.map((both) => workload(both ? { groups: [{ pods: 20 }, { pods: 7 }] } : { pods: 30 })),
	fc.constantFrom('us-east-1', 'eu-west-1', 'ap-southeast-2').map((region) => platform({ region })),
	fc
		.constantFrom('m7i.large', 'm7i.2xlarge', 'c7g.xlarge')
		.map((nodeType) => platform({ nodeType })),
	fc
		.constantFrom('k8s' as const, 'ecs' as const, 'fargate' as const)
		.map((runtime) => platform({ runtime })),
	fc
		.constantFrom('on-demand' as const, '1y' as const)
		.map((commitment) => platform({ commitment })),
	whole(1, 40).map((months) => finance({ months })),
	share.map((compute) => finance({ discounts: { compute } })),
	fc
		.constantFrom<Plan['finance']>({ currency: 'EUR', rate: '0.91' }, { currency: 'USD' })
		.map(finance),
	fc
		.constantFrom('app-mesh' as const, 'consul' as const, null)
		.map((from): Edit => (plan) => ({ ...plan, migration: { from } })),
	fc
		.constantFrom<Plan['options']>(['linkerd'], ['no-mesh', 'istio-ambient', 'app-mesh'], undefined)
		.map(
			(options): Edit =>
				({ options: _, ...plan }) =>
					options ? { ...plan, options } : plan
		),
	fc
		.tuple(fc.constantFrom('*', 'istio-sidecar', 'linkerd'), fc.constantFrom(...OWN), whole(-1, 5))
		.map(([option, path, value]) => override(option, path, value)),
	fc.constant<Edit>(({ overrides: _, ...plan }) => plan)
);

const answerOf = (plan: Plan, catalog: Catalog, reading: 'exact' | 'doubles'): unknown =>
	buildReport({ plan, catalog, generatedAt: TODAY, reading });

it('gives after any edits what a program gives that never saw another plan', () => {
	fc.assert(
		fc.property(fc.array(edits, { minLength: 2, maxLength: 8 }), (steps) => {
			let plan: Plan = {};
			for (const edit of steps) {
				plan = edit(plan);
				const catalog = catalogOf(plan);
				const answer = answerOf(plan, catalog, 'doubles');
				// What is remembered hangs on the catalog's objects: a copy of it is known to nobody.
				expect(answer).toEqual(answerOf(plan, structuredClone(catalog), 'doubles'));
			}
			const catalog = catalogOf(plan);
			const exact = answerOf(plan, catalog, 'exact');
			expect(exact).toEqual(answerOf(plan, structuredClone(catalog), 'exact'));
		}),
		runs(12)
	);
}, 120_000);
