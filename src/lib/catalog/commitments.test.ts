import { describe, expect, it } from 'vitest';
import { commitmentTerms } from './commitments.ts';
import { exampleCloud } from './example-cloud.ts';
import { isMissing } from './missing.ts';

function discountOf(region: string, family: string, id: string): object | undefined {
	const terms = commitmentTerms(exampleCloud, region, family);
	return isMissing(terms) ? undefined : terms.find((term) => term.id === id)?.discount;
}

describe('ways to buy nodes', () => {
	it('takes 40 % off for a year at 0.33 against 0.55 an hour', () => {
		// By hand: 1 − 0.33/0.55 = 0.4.
		expect(discountOf('north-1', 'old', '1y')).toMatchObject({
			amount: '0.4',
			unit: '1',
			method: 'derived',
			derivation: '1 − 0.33/0.55: its price over the on-demand price of old.8.'
		});
	});

	it('takes 55 % off for three years at 131.40 a month against 0.40 an hour', () => {
		// By hand: 0.4 × 730 = 292; 1 − 131.4/292 = 0.55.
		expect(discountOf('north-1', 'big', '3y')).toMatchObject({ amount: '0.55' });
	});

	it('takes 58 % off by Spot in the north and 41.2 % in the south', () => {
		expect(discountOf('north-1', 'old', 'spot')).toMatchObject({ amount: '0.58' });
		expect(discountOf('south-1', 'old', 'spot')).toMatchObject({ amount: '0.412' });
	});

	it('lowers the on-demand price of a family with sustained use by 20 %', () => {
		// By hand: 1 − 233.6/292 = 0.2.
		expect(discountOf('north-1', 'big', 'on-demand')).toMatchObject({ amount: '0.2' });
		expect(discountOf('north-1', 'old', 'on-demand')).toMatchObject({ amount: '0' });
	});

	it('carries the share of the default region to a region without one, as assumed', () => {
		expect(discountOf('south-1', 'old', '1y')).toMatchObject({
			amount: '0.4',
			method: 'assumed',
			grade: 'D',
			reason: 'No price held for south-1: the share is that of old in north-1.'
		});
	});

	it('keeps a way without a price in the list, with the reason', () => {
		expect(discountOf('north-1', 'old', '3y')).toHaveProperty('missing', 'not-published');
	});

	it('runs 0, 12, 36 and 0 months, and refuses unknown regions and families', () => {
		const terms = commitmentTerms(exampleCloud, 'north-1', 'old');
		expect(isMissing(terms) ? [] : terms.map((term) => [term.id, term.termMonths])).toEqual([
			['on-demand', 0],
			['1y', 12],
			['3y', 36],
			['spot', 0]
		]);
		expect(commitmentTerms(exampleCloud, 'east-9', 'old')).toHaveProperty('missing');
		expect(commitmentTerms(exampleCloud, 'north-1', 'none')).toHaveProperty('missing');
	});
});
