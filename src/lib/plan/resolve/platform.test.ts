import { describe, expect, it } from 'vitest';
import { catalogs, inTheNorth, leafAt, madeUp, only, valueAt } from './example-resolve.ts';

describe('prices of a place', () => {
	it('counts both directions of a GB between zones', () => {
		// By hand: 0.01 USD each way, twice.
		const option = only('linkerd', { platform: inTheNorth }, madeUp);
		expect(valueAt(option, 'network.crossAzPerGB')).toBe('0.02');
		expect(leafAt(option, 'network.crossAzPerGB')).toMatchObject({
			basis: 'derived',
			source: 'clouds/aws#list',
			planPath: 'platform.region'
		});
	});

	it('leaves a price that nobody publishes without a figure', () => {
		const option = only('linkerd', { platform: inTheNorth }, madeUp);
		expect(option.record?.values.has('network.lbHour')).toBe(false);
		expect(leafAt(option, 'network.lbHour').missing?.reason).toContain('lbHour');
	});

	it('pays hosted metrics by the sample, without disk or memory of ours', () => {
		// By hand: 0.90 USD for 10 million samples is 0.09 for one.
		const plan = { platform: inTheNorth, observability: { metrics: 'hosted' } } as const;
		const option = only('linkerd', plan, madeUp);
		expect(valueAt(option, 'observability.perMillionSamples')).toBe('0.09');
		expect(valueAt(option, 'observability.memKiBPerSeries')).toBe('0');
		expect(valueAt(option, 'observability.perGiBMonth')).toBe('0');
	});

	it('pays metrics of our own by disk and memory, without a price per sample', () => {
		const option = only('linkerd', {}, catalogs.aws);
		expect(valueAt(option, 'observability.perMillionSamples')).toBe('0');
		expect(Number(valueAt(option, 'observability.memKiBPerSeries'))).toBeGreaterThan(0);
		expect(leafAt(option, 'observability.perGiBMonth').source).toMatch(/^clouds\/aws#/);
	});

	it('places ECS tasks on plain nodes, as many as interfaces allow, unless the user counts', () => {
		const ecs = only('app-mesh', { platform: { runtime: 'ecs' } });
		expect(ecs.record?.choices.provider).toBe('plain');
		expect(leafAt(ecs, 'node.maxPods')).toMatchObject({ value: '20', basis: 'assumed' });
		const own = only('app-mesh', { platform: { runtime: 'ecs', maxPods: 35 } });
		expect(leafAt(own, 'node.maxPods')).toMatchObject({ value: '35', basis: 'user' });
	});

	it('prices tasks where there are any, and says when a region has no price', () => {
		const platform = { ...inTheNorth, runtime: 'fargate' } as const;
		const option = only('ecs-service-connect', { platform }, madeUp);
		expect(valueAt(option, 'fargate.vcpuHour')).toBe('0.04');
		expect(option.record?.choices.groups.map(({ runtime }) => runtime)).toEqual(['fargate']);
		const south = only(
			'ecs-service-connect',
			{ platform: { region: 'south-1', nodeType: 'old.8', runtime: 'fargate' } },
			madeUp
		);
		expect(leafAt(south, 'fargate.vcpuHour').missing?.reason).toBe('Only the north is listed.');
	});

	it('takes provider rules by cloud: eks, gke and aks', () => {
		const provider = (cloud: 'aws' | 'gcp' | 'azure'): string | undefined =>
			only('linkerd', { platform: { cloud } }, catalogs[cloud]).record?.choices.provider;
		expect([provider('aws'), provider('gcp'), provider('azure')]).toEqual(['eks', 'gke', 'aks']);
	});
});
