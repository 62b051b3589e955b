import { describe, expect, it } from 'vitest';
import { commitmentTerms, type TermId } from '../../src/lib/catalog/commitments.ts';
import { isMissing } from '../../src/lib/catalog/missing.ts';
import { nodePrice, nodeType } from '../../src/lib/catalog/nodes.ts';
import { type PlatformKey, platformPrices } from '../../src/lib/catalog/platform.ts';
import { servicePrice } from '../../src/lib/catalog/services.ts';
import { amountOf, cloudOf } from './shared.ts';

describe('node prices against a reading of the provider other than our file’s', () => {
	it.each([
		// AWS Price List, AmazonEC2 published 2026-09-25, as read on 2026-09-28.
		['aws', 'us-east-1', 't4g.medium', '0.0336'],
		['aws', 'ap-southeast-5', 't4g.medium', '0.0382'],
		['aws', 'us-east-1', 'm7g.large', '0.0816'],
		['aws', 'ap-southeast-5', 'm7g.large', '0.0867'],
		['aws', 'us-east-1', 'm7i.large', '0.1008'],
		['aws', 'ap-southeast-5', 'm7i.large', '0.1071'],
		// AWS Price List of ap-northeast-1, 2026-09-23, and of ap-northeast-2, 2026-10-01.
		['aws', 'ap-northeast-1', 'm7i.large', '0.1302'],
		['aws', 'ap-northeast-1', 'm7i.xlarge', '0.2604'],
		['aws', 'ap-northeast-2', 'c6g.large', '0.077'],
		// Karpenter’s generated table, 2026-07-20, and model.md §19 and §20.
		['aws', 'us-east-1', 'm6i.2xlarge', '0.384'],
		['aws', 'us-east-1', 'c5.large', '0.085'],
		['aws', 'eu-west-1', 'm6i.2xlarge', '0.428']
	] as const)('%s %s sells %s at %s an hour', (id, region, type, amount) => {
		expect(amountOf(nodePrice(cloudOf(id), region, type))).toBe(amount);
	});
});

describe('prices of the model', () => {
	it.each([
		// AWS: data transfer price test 2024-09-25, both directions; NLB tests 2024-07-01.
		['aws', 'us-east-1', 'crossAzPerGB', '0.02'],
		['aws', 'us-east-1', 'lbHour', '0.0225'],
		['aws', 'us-east-1', 'lbPerGB', '0.006'],
		// AWS Price List of 2026-09-28 and 2026-09-29.
		['aws', 'us-east-1', 'perGiBMonth', '0.08'],
		['aws', 'ap-southeast-5', 'perGiBMonth', '0.0864'],
		['aws', 'us-east-1', 'fargateVcpuHour', '0.04048'],
		['aws', 'us-east-1', 'fargateGibHour', '0.004445'],
		['aws', 'ap-northeast-1', 'fargateVcpuHour', '0.05056'],
		['aws', 'sa-east-1', 'fargateGibHour', '0.0076'],
		// Price tests of 2024-07-01; 0.90 per 10 million samples, checked 2026-10-02.
		['aws', 'us-east-1', 'perGBLog', '0.50'],
		['aws', 'ap-northeast-1', 'perGBLog', '0.76'],
		['aws', 'us-east-1', 'perMillionSamples', '0.09'],
		['aws', 'us-east-1', 'clusterHour', '0.10'],
		['aws', 'eu-west-1', 'appMeshPerProxyHour', '0'],
		// Google: guides and pages as named in the file; a byte between zones is charged once.
		['gcp', 'us-central1', 'crossAzPerGB', '0.01'],
		['gcp', 'us-central1', 'lbHour', '0.025'],
		['gcp', 'us-central1', 'lbPerGB', '0.008'],
		['gcp', 'asia-northeast1', 'perGiBMonth', '0.13'],
		['gcp', 'europe-west9', 'perGBLog', '0.50'],
		['gcp', 'europe-west9', 'perMillionSamples', '0.06'],
		// 0.20 per million spans × 2^30 / 500 / 10^6.
		['gcp', 'us-central1', 'perGBTrace', '0.4294967296'],
		['gcp', 'us-central1', 'cloudServiceMeshPerProxyHour', '0.0006945'],
		// Azure: price tests of 2024-07-01 to 2024-08-30; 19.71 / 128; 0.16 / 10.
		['azure', 'eastus', 'crossAzPerGB', '0'],
		['azure', 'eastus', 'lbPerGB', '0.005'],
		['azure', 'eastus', 'perGiBMonth', '0.153984375'],
		['azure', 'westeurope', 'perGBLog', '2.99'],
		['azure', 'eastus', 'perGBTrace', '2.30'],
		['azure', 'westeurope', 'perMillionSamples', '0.016']
	] as const satisfies readonly (readonly [string, string, PlatformKey, string])[])(
		'%s %s has %s at %s',
		(id, region, key, amount) => {
			expect(amountOf(platformPrices(cloudOf(id), region)[key])).toBe(amount);
		}
	);

	it('counts 10^9 bytes in a GB of AWS and Azure and 2^30 in one of Google', () => {
		const bytes = (['aws', 'azure', 'gcp'] as const).map((id) => {
			const cloud = cloudOf(id);
			return amountOf(platformPrices(cloud, cloud.defaults.region).bytesPerGB);
		});
		expect(bytes).toEqual(['1000000000', '1000000000', '1073741824']);
	});
});

describe('listed prices', () => {
	it.each([
		['aws', 'us-east-1', 'alb-hour', '0.0225', 'published'],
		['aws', 'eu-west-1', 'alb-hour', '0.0252', 'derived'],
		['aws', 'eu-west-1', 'nat-hour', '0.048', 'published'],
		['aws', 'us-east-1', 'vpc-lattice-requests', '0.0000001', 'published'],
		['aws', 'us-east-1', 'xray-recorded', '5.00', 'published'],
		['gcp', 'us-central1', 'gke-cluster-fee', '0.10', 'published'],
		['azure', 'eastus', 'disk-p10', '19.71', 'published'],
		['azure', 'westeurope', 'managed-prometheus-ingest', '0.16', 'published']
	] as const)('%s %s lists %s at %s, %s', (id, region, sku, amount, method) => {
		expect(servicePrice(cloudOf(id), sku, region)).toMatchObject({ amount, method });
	});

	it('keeps the source of a price that came from elsewhere than its neighbours', () => {
		const price = servicePrice(cloudOf('aws'), 'nat-hour', 'eu-west-1');
		expect(price).toMatchObject({ source: 'clouds/aws#euw1', asOf: '2026-09-25', grade: 'B' });
	});
});

describe('shares off the list price', () => {
	const shareOf = (id: 'aws' | 'gcp' | 'azure', place: string, term: TermId): number => {
		const [region = '', family = ''] = place.split(' ');
		const terms = commitmentTerms(cloudOf(id), region, family);
		if (isMissing(terms)) return expect.fail(terms.reason);
		const discount = terms.find((it) => it.id === term)?.discount;
		if (discount === undefined || isMissing(discount))
			return expect.fail(`${place} has no ${term}`);
		return Number(discount.amount);
	};

	// The percentages are those published with the facts, rounded to a tenth.
	it.each([
		['aws', 'us-east-1 c5', '1y', 41.2],
		['aws', 'us-east-1 c5', '3y', 63.5],
		['aws', 'us-east-1 c5', 'spot', 58],
		['aws', 'sa-east-1 t4g', '3y', 62.5],
		['gcp', 'us-central1 c2', '1y', 37],
		['gcp', 'us-central1 c2', '3y', 60],
		['gcp', 'us-central1 c2', 'spot', 52.3],
		['gcp', 'asia-southeast1 t2d', '3y', 55],
		['gcp', 'us-central1 n1', 'on-demand', 30],
		['gcp', 'asia-southeast1 n2d', 'on-demand', 20],
		['azure', 'eastus Bals_v2', 'spot', 10],
		['azure', 'southeastasia Fs_v2', 'spot', 81.5]
	] as const)('%s %s, %s: %d %% off, to a tenth', (id, place, term, percent) => {
		expect(Math.abs(shareOf(id, place, term) * 100 - percent)).toBeLessThan(0.06);
	});
});

describe('pods that fit on a node', () => {
	it.each([
		// awslabs/amazon-eks-ami, eni-max-pods.txt.
		['m6i.2xlarge', '58', 'published'],
		['m7i.2xlarge', '58', 'published'],
		['c5.large', '29', 'published'],
		['c5.9xlarge', '234', 'published'],
		['t3.medium', '17', 'published'],
		['t3a.small', '8', 'published'],
		['t4g.small', '11', 'published'],
		['m8i.2xlarge', '58', 'assumed']
	] as const)('%s holds %s, %s', (type, amount, method) => {
		const node = nodeType(cloudOf('aws'), 'us-east-1', type);
		if (isMissing(node)) expect.fail(node.reason);
		expect(node.maxPods).toMatchObject({ amount, method, unit: 'pod/node' });
	});

	it('is 110 on GKE and AKS, marked as assumed with the reason', () => {
		for (const [id, type] of [
			['gcp', 'n4-standard-8'],
			['azure', 'Standard_D8s_v5']
		] as const) {
			const cloud = cloudOf(id);
			const node = nodeType(cloud, cloud.defaults.region, type);
			if (isMissing(node)) expect.fail(node.reason);
			expect(node.maxPods).toMatchObject({ amount: '110', method: 'assumed', grade: 'D' });
			expect(node.maxPods.reason).toMatch(/default/i);
		}
	});
});
