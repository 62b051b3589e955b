import { describe, expect, it } from 'vitest';
import { commitmentTerms } from '../../src/lib/catalog/commitments.ts';
import { isMissing } from '../../src/lib/catalog/missing.ts';
import { defaultNodeType, nodeType, nodeTypes } from '../../src/lib/catalog/nodes.ts';
import { type PlatformKey, platformPrices } from '../../src/lib/catalog/platform.ts';
import { defaultRegion, isRegion } from '../../src/lib/catalog/regions.ts';
import { isUnitText } from '../../src/lib/catalog/unit-text.ts';
import { clouds, cloudOf } from './shared.ts';

/** What a plan on Kubernetes with the default options cannot do without. */
const NEEDED: readonly PlatformKey[] = [
	'bytesPerGB',
	'crossAzPerGB',
	'lbHour',
	'lbPerGB',
	'perGiBMonth',
	'perGBTrace',
	'perGBLog',
	'perMillionSamples',
	'clusterHour'
];

const places = clouds.flatMap((cloud) =>
	Object.keys(cloud.regions).map((region) => ({ cloud, region }))
);

/** What a check finds wrong, each with its provider and region. */
function wrongs(check: (place: (typeof places)[number]) => readonly string[]): readonly string[] {
	return places.flatMap((place) =>
		check(place).map((wrong) => `${place.cloud.cloud} ${place.region}: ${wrong}`)
	);
}

describe('each region, 106 of them or more', () => {
	it('has the 9 prices that a plan on Kubernetes needs', () => {
		expect(places.length).toBeGreaterThanOrEqual(106);
		const gaps = wrongs(({ cloud, region }) => {
			const prices = platformPrices(cloud, region);
			return NEEDED.filter((key) => isMissing(prices[key]));
		});
		expect(gaps).toEqual([]);
	});

	it('has a default node of 8 amd64 cores and 30 to 32 GiB that it sells', () => {
		const odd = wrongs(({ cloud, region }) => {
			const node = nodeType(cloud, region, defaultNodeType(cloud, region));
			if (isMissing(node)) return [node.reason];
			const fits = node.vcpu === '8' && node.arch === 'amd64' && /^3[0-2]$/.test(node.memGiB);
			return fits ? [] : [node.type];
		});
		expect(odd).toEqual([]);
	});

	it('sells at least 39 types and says of each how many pods fit', () => {
		const odd = wrongs(({ cloud, region }) => {
			const nodes = nodeTypes(cloud, region);
			const cramped = nodes.filter(({ maxPods }) => !(Number(maxPods.amount) > 4));
			return [
				...(nodes.length < 39 ? [`${nodes.length} types`] : []),
				...cramped.map((it) => it.type)
			];
		});
		expect(odd).toEqual([]);
	});

	it('lists four ways to buy each family, with a share of 0 to 0.95 or a reason', () => {
		const odd = wrongs(({ cloud, region }) =>
			[...new Set(nodeTypes(cloud, region).map((node) => node.family))].filter((family) => {
				const terms = commitmentTerms(cloud, region, family);
				if (isMissing(terms) || terms.map(({ id }) => id).join() !== 'on-demand,1y,3y,spot')
					return true;
				return terms.some(
					({ discount }) =>
						!isMissing(discount) &&
						!(Number(discount.amount) >= 0 && Number(discount.amount) < 0.95)
				);
			})
		);
		expect(odd).toEqual([]);
	});
});

it('gives each price of the model a unit that the engine knows', () => {
	for (const { cloud, region } of places) {
		const prices = Object.values(platformPrices(cloud, region));
		const units = prices.flatMap((price) => (isMissing(price) ? [] : [price.unit]));
		expect(units.filter((unit) => !isUnitText(unit))).toEqual([]);
	}
});

it('starts each provider in a region of its own', () => {
	for (const cloud of clouds) expect(isRegion(cloud, defaultRegion(cloud))).toBe(true);
});

describe('gaps stay gaps', () => {
	const aws = cloudOf('aws');

	it('prices VPC Lattice in us-east-1 only', () => {
		const here = platformPrices(aws, 'us-east-1');
		expect(here.latticePerServiceHour).toMatchObject({ amount: '0.025', unit: 'USD/service-hour' });
		expect(here.latticePerMillionRequests).toMatchObject({ amount: '0.1', unit: 'USD' });
		for (const region of Object.keys(aws.regions)) {
			if (region === 'us-east-1') continue;
			const prices = platformPrices(aws, region);
			expect(prices.latticePerServiceHour).toHaveProperty('missing', 'not-published');
			expect(prices.latticePerGB).toHaveProperty('missing', 'not-published');
			expect(prices.latticePerMillionRequests).toHaveProperty('missing', 'not-published');
		}
	});

	it('reads both parts of a Fargate task in 5 regions, and scales those of us-east-1 elsewhere', () => {
		const methods = Object.keys(aws.regions).map((region) => {
			const { fargateVcpuHour: cpu, fargateGibHour: memory } = platformPrices(aws, region);
			if (isMissing(cpu) || isMissing(memory)) throw new Error(`no task price in ${region}`);
			return { region, both: cpu.method === 'published' && memory.method === 'published' };
		});
		expect(methods.flatMap(({ region, both }) => (both ? [region] : []))).toEqual([
			'ap-northeast-1',
			'ap-southeast-1',
			'ap-southeast-2',
			'sa-east-1',
			'us-east-1'
		]);
		// t3.2xlarge: 0.3648 USD an hour in eu-west-1, 0.3328 in us-east-1; 0.04048 · 0.3648 / 0.3328.
		expect(platformPrices(aws, 'eu-west-1').fargateVcpuHour).toMatchObject({
			amount: '0.044372',
			method: 'assumed',
			grade: 'D'
		});
	});

	it('offers nothing of AWS on Google Cloud or Azure', () => {
		for (const id of ['gcp', 'azure'] as const) {
			const cloud = cloudOf(id);
			const prices = platformPrices(cloud, defaultRegion(cloud));
			expect(prices.fargateVcpuHour).toHaveProperty('missing', 'not-offered');
			expect(prices.appMeshPerProxyHour).toHaveProperty('missing', 'not-offered');
			expect(prices.latticePerGB).toHaveProperty('missing', 'not-offered');
		}
	});

	it('has no one-year or three-year price of Azure, and says so', () => {
		const terms = commitmentTerms(cloudOf('azure'), 'eastus', 'Ds_v5');
		if (isMissing(terms)) expect.fail(terms.reason);
		expect(terms[1]?.discount).toHaveProperty('missing', 'not-published');
		expect(terms[2]?.discount).toHaveProperty('missing', 'not-published');
	});
});
