import { describe, expect, it } from 'vitest';
import { MESH_IDS } from '../../catalog/mesh-ids.ts';
import { catalogs, leafAt, madeUp, optionIn, resolved, TODAY } from './example-resolve.ts';
import { DEFAULT_OPTIONS, defaultOptions, monthAfter, resolve } from './resolve.ts';

describe('a plan with figures', () => {
	it('starts in the month after today, December after 24 November, January after December', () => {
		expect(resolved({}).startMonth).toBe('2026-12');
		expect(monthAfter('2026-12-31')).toBe('2027-01');
		expect(resolved({ finance: { startMonth: '2028-02' } }).startMonth).toBe('2028-02');
	});

	it('has a horizon, the 36 months of the defaults or its own, and no plan without options', () => {
		expect(resolved({}).months).toBe(36);
		expect(resolved({ finance: { months: 24 } }).months).toBe(24);
		expect(resolve({ options: [] }, catalogs.aws, TODAY)).toMatchObject({
			ok: false,
			errors: [{ path: 'options', message: 'At least one option is needed.' }]
		});
	});

	it('compares the six of the design where it names none, and one more off AWS', () => {
		expect(resolved({}).options.map(({ id }) => id)).toEqual(DEFAULT_OPTIONS);
		expect(DEFAULT_OPTIONS).toHaveLength(6);
		const off = { region: 'x', nodeType: 'x', runtime: 'k8s' } as const;
		expect(defaultOptions({ ...off, cloud: 'gcp' }).at(-1)).toBe('cloud-service-mesh');
		expect(defaultOptions({ ...off, cloud: 'azure' }).at(-1)).toBe('istio-ambient-l4');
		const tasks = defaultOptions({ ...off, cloud: 'aws', runtime: 'ecs-ec2' });
		expect(tasks.slice(6)).toEqual(['vpc-lattice', 'ecs-service-connect']);
	});

	it('says why an option cannot be had: 2 sentences for App Mesh on GCP and Istio on ECS', () => {
		const gcp = optionIn({ platform: { cloud: 'gcp' } }, 'app-mesh', catalogs.gcp);
		expect(gcp.notOffered?.reason).toBe('App Mesh ran on AWS only.');
		const ecs = optionIn({ platform: { runtime: 'ecs' } }, 'istio-sidecar');
		expect(ecs.notOffered?.missing).toBe('not-offered');
	});

	it('names the nearest region and node type', () => {
		const wrong = resolve({ platform: { region: 'eu-wset-1' } }, catalogs.aws, TODAY);
		expect(wrong).toMatchObject({ ok: false, errors: [{ path: 'platform.region' }] });
		expect(JSON.stringify(wrong)).toMatch(/did you mean \\"eu-west-1\\"\?/);
		const node = resolve({ platform: { nodeType: 'm7i.2xlarg' } }, catalogs.aws, TODAY);
		expect(JSON.stringify(node)).toMatch(/did you mean \\"m7i\.2xlarge\\"\?/);
	});

	it('refuses prices of another cloud than the plan’s', () => {
		expect(() => resolve({ platform: { cloud: 'gcp' } }, catalogs.aws, TODAY)).toThrow(
			'not of gcp'
		);
	});

	it('takes another node where a region does not sell the usual one', () => {
		expect(resolved({ platform: { region: 'south-1', nodeType: 'old.8' } }, madeUp).place).toEqual({
			cloud: 'aws',
			region: 'south-1',
			nodeType: 'old.8',
			runtime: 'k8s'
		});
		const { place } = resolved({ platform: { cloud: 'gcp' } }, catalogs.gcp);
		expect(place.region).toBe(catalogs.gcp.cloud.defaults.region);
	});

	it('gives an option of the user its label and the figures of what it is made from', () => {
		const plan = { options: [{ id: 'nginx', from: 'istio-sidecar', label: 'NGINX' }] } as const;
		const own = optionIn(plan, 'nginx');
		expect(own).toMatchObject({ base: 'istio-sidecar', label: 'NGINX', faults: [] });
		const { leaves } = optionIn({}, 'istio-sidecar');
		expect([...own.leaves]).toEqual([...leaves]);
	});

	it('tells the fault of a number that fits no record, by its path', () => {
		const overrides = { linkerd: { 'workload.groups[3].pods': 5 } };
		const { faults, record } = optionIn({ options: ['linkerd'], overrides }, 'linkerd');
		expect(record).toBeUndefined();
		expect(faults[0]?.path).toBe('workload.groups[1]');
	});
});

describe('one basis for all', () => {
	/** What a mesh brings of its own; everything else is the same leaf for every option. */
	const OWN =
		/^(mesh|opportunity|support)\.|^observability\.series|^latency\.(hop|workers)|visibleServices|l7Fraction/;

	it.each(['aws', 'gcp', 'azure'] as const)(
		'shares every other input among 12 options on %s',
		(cloud) => {
			const plan = { options: MESH_IDS, platform: { cloud } };
			const [first, ...others] = resolved(plan, catalogs[cloud]).options;
			const shared = [...(first?.leaves ?? [])].filter(([path]) => !OWN.test(path));
			expect(shared.length).toBeGreaterThan(50);
			for (const option of others) {
				for (const [path, leaf] of shared) expect(leafAt(option, path)).toEqual(leaf);
			}
		}
	);

	it('shares the cost of people and of leaving among all meshes', () => {
		const SHARED =
			/^support\.(rateHour|hoursPerFte|learning|turnover|train|migration|consult|onCall)/;
		const [, first, ...others] = resolved({ options: MESH_IDS }).options;
		const shared = [...(first?.leaves ?? [])].filter(([path]) => SHARED.test(path));
		expect(shared.length).toBeGreaterThan(12);
		for (const option of others) {
			for (const [path, leaf] of shared) expect(leafAt(option, path)).toEqual(leaf);
		}
	});
});
