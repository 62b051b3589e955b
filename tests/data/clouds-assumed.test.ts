import { describe, expect, it } from 'vitest';
import { isMissing } from '../../src/lib/catalog/missing.ts';
import { nodePrice } from '../../src/lib/catalog/nodes.ts';
import { servicePrice } from '../../src/lib/catalog/services.ts';
import { cloudOf } from './shared.ts';

/** Services with prices that are scaled from one region, as their reason says. */
const SCALED = [
	['aws', 'nlb-hour', 'us-east-1'],
	['aws', 'ebs-gp3-gb', 'us-east-1'],
	['aws', 'cloudwatch-logs-ingest', 'us-east-1'],
	['aws', 'amp-ingest-first2B', 'us-east-1'],
	['gcp', 'lb-data', 'us-central1'],
	['azure', 'disk-p10', 'eastus'],
	['azure', 'log-analytics-analytics', 'eastus'],
	['azure', 'managed-prometheus-ingest', 'westeurope']
] as const;

describe('assumed prices', () => {
	it.each(SCALED)('%s scales %s from %s as it says, to six decimals', (id, sku, base) => {
		const cloud = cloudOf(id);
		const { yardstick } = cloud.defaults;
		const at = servicePrice(cloud, sku, base);
		const home = nodePrice(cloud, base, yardstick);
		if (isMissing(at) || isMissing(home)) return expect.fail('the base has no price');
		const block = cloud.services[sku]?.values.find(({ reason }) => reason?.startsWith('No price'));
		const amounts = Object.entries(block?.amounts ?? {});
		expect(amounts.length).toBeGreaterThan(20);
		for (const [region, amount] of amounts) {
			const there = nodePrice(cloud, region, yardstick);
			if (isMissing(there)) return expect.fail(there.reason);
			const scaled: number = (Number(at.amount) * Number(there.amount)) / Number(home.amount);
			if (Math.abs(Number(amount) - scaled) > 6e-7) expect.fail(`${region}: ${amount}, ${scaled}`);
		}
		return expect(block?.reason).toContain(yardstick);
	});

	it('takes the ALB’s 0.0252 for the NLB of eu-west-1, and scales 0.0225 to 0.025529 in eu-west-3', () => {
		const aws = cloudOf('aws');
		expect(servicePrice(aws, 'nlb-hour', 'eu-west-1')).toMatchObject({
			amount: '0.0252',
			method: 'assumed'
		});
		// By hand: t3.2xlarge is 0.3776 in eu-west-3 and 0.3328 in us-east-1; 0.0225 × 0.3776/0.3328 = 0.0255288.
		expect(nodePrice(aws, 'eu-west-3', 't3.2xlarge')).toMatchObject({ amount: '0.3776' });
		expect(nodePrice(aws, 'us-east-1', 't3.2xlarge')).toMatchObject({ amount: '0.3328' });
		expect(servicePrice(aws, 'nlb-hour', 'eu-west-3')).toMatchObject({ amount: '0.025529' });
	});
});
