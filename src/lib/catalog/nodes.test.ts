import { describe, expect, it } from 'vitest';
import { exampleCloud } from './example-cloud.ts';
import { pinnedTo } from './load-cloud.ts';
import { isMissing } from './missing.ts';
import { defaultNodeType, nodePrice, nodeType, nodeTypes, spotPrice } from './nodes.ts';

describe('nodes', () => {
	it('prices old.8 in the north at 0.55 now and at 0.5 on 2026-03-01', () => {
		expect(nodePrice(exampleCloud, 'north-1', 'old.8')).toEqual({
			amount: '0.55',
			unit: 'USD/node-hour',
			method: 'published',
			grade: 'B',
			source: 'clouds/aws#list',
			asOf: '2026-06-01'
		});
		const march = pinnedTo(exampleCloud, '2026-03-01');
		expect(nodePrice(march, 'north-1', 'old.8')).toMatchObject({ amount: '0.5' });
	});

	it('gives a reason, not 0, for a type a region does not sell', () => {
		expect(nodePrice(exampleCloud, 'south-1', 'big.8')).toEqual({
			missing: 'not-offered',
			reason: 'No source at hand sells "big.8" in south-1.'
		});
	});

	it('gives a reason for an unknown region and for the name constructor', () => {
		expect(nodePrice(exampleCloud, 'east-9', 'old.8')).toHaveProperty('missing', 'not-offered');
		expect(nodePrice(exampleCloud, 'constructor', 'old.8')).toHaveProperty('missing');
		expect(nodeType(exampleCloud, 'north-1', 'constructor')).toHaveProperty('missing');
	});

	it('lists 3 types in the north and 1 in the south', () => {
		expect(nodeTypes(exampleCloud, 'north-1').map(({ type }) => type)).toEqual([
			'big.8',
			'old.8',
			'tiny.1'
		]);
		expect(nodeTypes(exampleCloud, 'south-1').map(({ type }) => type)).toEqual(['old.8']);
	});

	it('holds 58 pods on the type that has its own limit and 110 on the others', () => {
		const pods = nodeTypes(exampleCloud, 'north-1').map(({ maxPods }) => maxPods.amount);
		expect(pods).toEqual(['58', '110', '110']);
	});

	it('marks the type that bills a quarter of a core as shared', () => {
		const tiny = nodeType(exampleCloud, 'north-1', 'tiny.1');
		expect(isMissing(tiny)).toBe(false);
		expect(tiny).toMatchObject({ vcpu: '0.25', sharedCore: true });
		expect(nodeType(exampleCloud, 'north-1', 'big.8')).toMatchObject({ sharedCore: false });
	});

	it('starts a plan on the first preferred type that the region sells', () => {
		expect(defaultNodeType(exampleCloud, 'north-1')).toBe('big.8');
		expect(defaultNodeType(exampleCloud, 'south-1')).toBe('old.8');
	});

	it('has a Spot price of 0.2 in the north and a reason in the south', () => {
		expect(spotPrice(exampleCloud, 'north-1', 'old.8')).toMatchObject({ amount: '0.2' });
		expect(spotPrice(exampleCloud, 'south-1', 'old.8')).toHaveProperty('missing');
	});
});
