import { describe, expect, it } from 'vitest';
import { leafAt, only, optionIn, valueAt } from './example-resolve.ts';

const seasonOf = (startMonth: string): readonly (string | undefined)[] => {
	// December is the month of sales: 3, all others 1.
	const season = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3];
	const option = only('linkerd', { workload: { season }, finance: { startMonth } });
	return season.map((_, at) => valueAt(option, `workload.season[${at}].value`));
};

describe('traffic of a plan', () => {
	it('makes 4096 bytes of a call and 8192 of an entering request from a payload of 4 KiB', () => {
		const option = only('linkerd');
		expect(valueAt(option, 'workload.bytesPerCall')).toBe('4096');
		expect(valueAt(option, 'workload.bytesPerEdgeRequest')).toBe('8192');
		expect(leafAt(option, 'workload.bytesPerEdgeRequest').basis).toBe('assumed');
	});

	it('follows an overridden payload, and gives way to bytes of the user', () => {
		const overrides = { '*': { 'workload.payloadKiB': 10 } };
		const option = only('linkerd', { workload: { bytesPerEdgeRequest: 99 }, overrides });
		expect(valueAt(option, 'workload.bytesPerCall')).toBe('10240');
		expect(leafAt(option, 'workload.bytesPerEdgeRequest')).toMatchObject({
			value: '99',
			basis: 'user'
		});
	});

	it('turns a season that begins in January to the month in which the plan begins', () => {
		// By hand: the sum is 14, so 1 becomes 12/14 and 3 becomes 36/14; December is the first month
		// of a plan from December, and the twelfth of one from January.
		const low = '0.85714285714285714286';
		const high = '2.57142857142857142857';
		expect(seasonOf('2027-01').at(11)).toBe(high);
		expect(seasonOf('2026-12').slice(0, 2)).toEqual([high, low]);
		expect(seasonOf('2027-06').map((factor) => factor === high)).toEqual(
			[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((at) => at === 6)
		);
	});

	it('gives a proxy of Linkerd the services it calls, and all others every service', () => {
		const workload = { peersPerProxy: 9 };
		expect(valueAt(only('linkerd', { workload }), 'workload.visibleServices')).toBe('9');
		expect(only('istio-sidecar', { workload }).record?.choices.scoped).toBe(false);
		const scoped = { workload: { visibleServices: 25 } };
		expect(valueAt(only('istio-sidecar', scoped), 'workload.visibleServices')).toBe('25');
		expect(only('istio-sidecar', scoped).record?.choices.scoped).toBe(true);
	});

	it('sends no call through a waypoint where there is none, whatever the plan says', () => {
		const plan = {
			workload: { l7Fraction: 0.5 },
			overrides: { '*': { 'workload.l7Fraction': 0.6 } }
		};
		expect(valueAt(only('istio-ambient-l4', plan), 'workload.l7Fraction')).toBe('0');
		expect(valueAt(only('istio-ambient', plan), 'workload.l7Fraction')).toBe('0.6');
	});

	it('keeps two groups apart, with the sizes of each', () => {
		const groups = [
			{ id: 'web', pods: 20, appCpu: 0.5, appMemMiB: 256 },
			{ pods: { value: 4, low: 2, high: 8 }, meshed: false }
		];
		const option = only('istio-sidecar', { workload: { groups } });
		expect(option.record?.choices.groups).toEqual([
			{ id: 'web', meshed: true, runtime: 'k8s' },
			{ id: 'group 2', meshed: false, runtime: 'k8s' }
		]);
		expect(leafAt(option, 'workload.groups[1].pods')).toMatchObject({
			value: '4',
			low: '2',
			high: '8',
			planPath: 'workload.groups.1.pods'
		});
		expect(leafAt(option, 'workload.groups[1].appCpu').basis).toBe('default');
	});

	it('leaves pods on Fargate outside a sidecar mesh of Kubernetes, and inside VPC Lattice', () => {
		const plan = {
			options: ['istio-sidecar', 'vpc-lattice'] as const,
			workload: { groups: [{ pods: 10 }, { pods: 5, runtime: 'fargate' as const }] }
		};
		const meshed = (id: string): readonly boolean[] =>
			optionIn(plan, id).record?.choices.groups.map((group) => group.meshed) ?? [];
		expect(meshed('istio-sidecar')).toEqual([true, false]);
		expect(meshed('vpc-lattice')).toEqual([true, true]);
	});

	it('does not offer a mesh that reaches none of the pods', () => {
		const plan = { workload: { groups: [{ pods: 5, runtime: 'fargate' as const }] } };
		expect(only('istio-sidecar', plan).notOffered?.reason).toContain('Fargate');
		expect(only('vpc-lattice', plan).notOffered).toBeUndefined();
	});
});
