import { describe, expect, it } from 'vitest';
import type { Cloud } from '../../src/lib/catalog/cloud-schema.ts';
import { isMissing } from '../../src/lib/catalog/missing.ts';
import { nodePrice, nodeTypes } from '../../src/lib/catalog/nodes.ts';
import { platformPrices } from '../../src/lib/catalog/platform.ts';
import { clouds } from './shared.ts';

/** Plausible ends of each price: a slip of the decimal point or a wrong unit falls outside. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
	crossAzPerGB: [0, 0.03],
	lbHour: [0.015, 0.06],
	lbPerGB: [0.004, 0.015],
	perGiBMonth: [0.05, 0.3],
	perGBTrace: [0.2, 5],
	perGBLog: [0.3, 5],
	perMillionSamples: [0.01, 0.2],
	fargateVcpuHour: [0.03, 0.1],
	fargateGibHour: [0.003, 0.01],
	clusterHour: [0.05, 0.2]
};

/** Types whose cores burst or are shared are not priced by the core. */
const BURSTS = /^(t\d|Standard_B|e2-(micro|small|medium))/;

describe.each(clouds.map((cloud) => [cloud.cloud, cloud] as const))('prices of %s', (_, cloud) => {
	const places = Object.keys(cloud.regions);

	it('lie within the plausible ends in every region', () => {
		const outside = places.flatMap((region) =>
			Object.entries(platformPrices(cloud, region)).flatMap(([key, price]) => {
				const ends = RANGES[key];
				if (ends === undefined || isMissing(price)) return [];
				const amount = Number(price.amount);
				return amount < ends[0] || amount > ends[1] ? [`${key} ${region} ${price.amount}`] : [];
			})
		);
		expect(outside).toEqual([]);
	});

	it('cost 0.02 to 0.15 USD per core-hour, 0.005 and up where cores burst', () => {
		const outside = places.flatMap((region) =>
			nodeTypes(cloud, region).flatMap(({ type, vcpu, price }) => {
				const perCore = Number(price.amount) / Number(vcpu);
				const least = BURSTS.test(type) ? 0.005 : 0.02;
				return perCore < least || perCore > 0.15 ? [`${type} ${region} ${perCore}`] : [];
			})
		);
		expect(outside).toEqual([]);
	});

	it('stay within a factor of 2 of the default region, type by type', () => {
		const home = cloud.defaults.region;
		const outside = places.flatMap((region) =>
			nodeTypes(cloud, region).flatMap(({ type, price }) => {
				const there = nodePrice(cloud, home, type);
				if (isMissing(there)) return [];
				const ratio = Number(price.amount) / Number(there.amount);
				return ratio < 0.5 || ratio > 2 ? [`${type} ${region} ${ratio}`] : [];
			})
		);
		expect(outside).toEqual([]);
	});

	it('grow with the cores inside a family of one shape, to 3 %', () => {
		const uneven = places.flatMap((region) => unevenShapes(cloud, region));
		// The larger Es_v3 of westus cost 11 % more per core in the retail prices themselves.
		expect(uneven.filter((name) => name !== 'westus Es_v3 8.0')).toEqual([]);
	});

	it('cost less by Spot than on demand, where Spot is priced', () => {
		const dear = cloud.nodes.spotPrices.flatMap(({ amounts }) =>
			Object.entries(amounts).flatMap(([type, byRegion]) =>
				Object.entries(byRegion).filter(([region, amount]) => {
					const listed = nodePrice(cloud, region, type);
					return isMissing(listed) || Number(amount) >= Number(listed.amount);
				})
			)
		);
		expect(dear).toEqual([]);
	});
});

/** Families whose types of equal memory per core differ in price per core. */
function unevenShapes(cloud: Cloud, region: string): readonly string[] {
	const shapes = new Map<string, number[]>();
	for (const { type, family, vcpu, memGiB, price } of nodeTypes(cloud, region)) {
		if (BURSTS.test(type)) continue;
		const shape = `${region} ${family} ${(Number(memGiB) / Number(vcpu)).toFixed(1)}`;
		const perCore = Number(price.amount) / Number(vcpu);
		shapes.set(shape, [...(shapes.get(shape) ?? []), perCore]);
	}
	return [...shapes]
		.filter(([, perCore]) => Math.max(...perCore) / Math.min(...perCore) > 1.03)
		.map(([shape]) => shape);
}
