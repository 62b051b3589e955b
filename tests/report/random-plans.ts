import fc from 'fast-check';
import { MESH_IDS } from '../../src/lib/catalog/mesh-ids.ts';
import { regions } from '../../src/lib/catalog/regions.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import { catalogOf } from './shared.ts';

const number = (min: number, max: number, digits = 3) =>
	fc.double({ min, max, noNaN: true }).map((value) => Number(value.toFixed(digits)));
const whole = (min: number, max: number) => fc.integer({ min, max });

const currency = fc.constantFrom<Plan['finance']>(
	{},
	{ currency: 'EUR', rate: '0.9173', rateDate: '2026-11-20' },
	{ currency: 'JPY', rate: '151.37', rateDate: '2026-11-20' },
	{ currency: 'KWD', rate: '0.3071', rateDate: '2026-11-20', rounding: 'half-up' }
);

const cloud = fc.constantFrom('aws' as const, 'gcp' as const, 'azure' as const);

/** None, or several that share the pods: what showback is by. */
const groups = fc.array(
	fc.record({ pods: whole(0, 900), appCpu: number(0.05, 2), appMemMiB: whole(64, 4096) }),
	{ minLength: 0, maxLength: 4 }
);

/** Plans of any size, place, horizon and currency that a person may write. */
export const plans: fc.Arbitrary<Plan> = fc
	.record({
		cloud,
		region: whole(0, 1000),
		pods: whole(0, 5000),
		groups,
		services: whole(0, 900),
		edgeRps: number(0, 20_000),
		growthPodsMonthly: number(-0.02, 0.06),
		growthRpsMonthly: number(-0.02, 0.06),
		clusters: whole(1, 4),
		l7Fraction: number(0, 1),
		payloadKiB: number(0, 64),
		billing: fc.constantFrom('provisioned' as const, 'allocated' as const),
		commitment: fc.constantFrom('on-demand' as const, '1y' as const, '3y' as const),
		packingMode: fc.constantFrom('sum' as const, 'shape' as const),
		sizing: fc.constantFrom('max' as const, 'usage' as const),
		metrics: fc.constantFrom('self-hosted' as const, 'hosted' as const),
		months: whole(12, 60),
		from: fc.constantFrom('app-mesh' as const, 'consul' as const, null),
		options: fc.subarray([...MESH_IDS], { minLength: 3, maxLength: 5 }),
		features: fc.constantFrom(['mutual-tls', 'golden-metrics'] as const, [] as const),
		currency
	})
	.map((drawn) => {
		const places = regions(catalogOf({ platform: { cloud: drawn.cloud } }).cloud);
		const region = places[drawn.region % places.length]?.id ?? '';
		const parts = drawn.groups.length < 2 ? [] : drawn.groups;
		const sizes =
			parts.length === 0
				? { pods: drawn.pods }
				: { groups: parts.map((group, at) => ({ id: `group-${at + 1}`, ...group })) };
		const { services, edgeRps, clusters, l7Fraction, payloadKiB } = drawn;
		const { growthPodsMonthly, growthRpsMonthly } = drawn;
		const { billing, commitment, packingMode, sizing, months, from, features, metrics } = drawn;
		return {
			options: drawn.options,
			workload: {
				...sizes,
				...{ services, edgeRps, clusters, l7Fraction, payloadKiB },
				...{ growthPodsMonthly, growthRpsMonthly }
			},
			platform: { cloud: drawn.cloud, region, billing, commitment, packingMode, sizing },
			observability: { metrics },
			migration: { from },
			opportunity: { features, releasesPerMonth: 20, hoursSavedPerRelease: 1 },
			finance: { months, ...drawn.currency }
		};
	});
