import { describe, expect, it } from 'vitest';
import { exampleCloud } from './example-cloud.ts';
import { PLATFORM_KEYS, platformPrice, platformPrices } from './platform.ts';
import { servicePrice } from './services.ts';

describe('prices the model needs', () => {
	it('makes 0.02 a GB between zones of 0.01 each way, derived, with the sum', () => {
		expect(platformPrice(exampleCloud, 'north-1', 'crossAzPerGB')).toEqual({
			amount: '0.02',
			unit: 'USD/GB',
			method: 'derived',
			grade: 'B',
			source: 'clouds/aws#list',
			asOf: '2026-01-01',
			derivation: 'Both directions. (cross)'
		});
	});

	it('keeps an assumed 0.012 each way marked as assumed when it makes 0.024 of it', () => {
		expect(platformPrice(exampleCloud, 'south-1', 'crossAzPerGB')).toMatchObject({
			amount: '0.024',
			method: 'assumed',
			grade: 'D',
			reason: 'A guess of the tests.'
		});
	});

	it('makes 0.09 a million of 0.90 for 10 million samples, in the record’s unit', () => {
		const price = platformPrice(exampleCloud, 'south-1', 'perMillionSamples');
		expect(price).toMatchObject({ amount: '0.09', unit: 'USD' });
		expect(price).not.toHaveProperty('quantity');
		const listed = servicePrice(exampleCloud, 'samples', 'south-1');
		expect(listed).toMatchObject({ amount: '0.90', quantity: 10_000_000, asOf: '2026' });
	});

	it('marks a stand-in as assumed, grade D, even where its own price is published', () => {
		expect(platformPrice(exampleCloud, 'north-1', 'perGBTrace')).toMatchObject({
			amount: '0.01',
			method: 'assumed',
			grade: 'D',
			reason: 'A stand-in.'
		});
	});

	it('passes on the reason where a service has no price in a region', () => {
		expect(platformPrice(exampleCloud, 'south-1', 'fargateVcpuHour')).toEqual({
			missing: 'not-published',
			reason: 'Only the north is listed.'
		});
		expect(platformPrice(exampleCloud, 'north-1', 'latticePerGB')).toEqual({
			missing: 'not-offered',
			reason: 'Sold elsewhere.'
		});
	});

	it('gives a price or a reason for each of the 18 keys', () => {
		const prices = platformPrices(exampleCloud, 'north-1');
		expect(Object.keys(prices)).toEqual([...PLATFORM_KEYS]);
		expect(PLATFORM_KEYS).toHaveLength(18);
		expect(prices.bytesPerGB).toMatchObject({ amount: '1000000000', unit: 'byte/GB' });
		expect(prices.lbHour).toHaveProperty('missing', 'not-published');
	});

	it('gives a reason for a service nobody has heard of', () => {
		expect(servicePrice(exampleCloud, '__proto__', 'north-1')).toHaveProperty('missing');
	});
});
