import { describe, expect, it } from 'vitest';
import { catalogs, inTheNorth, leafAt, madeUp, only, valueAt } from './example-resolve.ts';

const old = { ...inTheNorth, nodeType: 'old.8' };

describe('how nodes are bought', () => {
	it('lowers 0.40 USD by the 20 % of a full month of use', () => {
		// By hand: 233.6 USD a month over 0.4 × 730 = 292 is 0.8, so 0.2 falls away: 0.4 × 0.8.
		const option = only('linkerd', { platform: inTheNorth }, madeUp);
		expect(valueAt(option, 'node.priceHour')).toBe('0.32');
		expect(leafAt(option, 'node.priceHour')).toMatchObject({
			basis: 'derived',
			source: 'clouds/aws#list, clouds/aws#list',
			reason: 'the list price 0.4, less 0.2 of it for a full month of use'
		});
		expect(option.record?.choices.terms).toEqual([]);
	});

	it('takes three years off the price that sustained use has lowered', () => {
		// By hand: 131.4 of 292 is 0.45 of the list price; 0.45 / 0.8 = 0.5625 of the lowered one.
		const platform = { ...inTheNorth, commitment: '3y' } as const;
		const option = only('linkerd', { platform }, madeUp);
		expect(valueAt(option, 'purchase.terms[0].discount')).toBe('0.4375');
		expect(valueAt(option, 'purchase.terms[0].termMonths')).toBe('36');
	});

	it('takes a year off the list price where nothing else lowers it', () => {
		// By hand: 0.33 of 0.55 is 0.6, so 0.4 falls away; 0.7 of the use is covered (planning.json).
		const option = only('linkerd', { platform: { ...old, commitment: '1y' } }, madeUp);
		expect(valueAt(option, 'purchase.terms[0].discount')).toBe('0.4');
		expect(valueAt(option, 'purchase.terms[0].coverage')).toBe('0.7');
		expect(valueAt(option, 'purchase.terms[0].fargateDiscount')).toBe('0');
	});

	it('covers what the user says, and nothing where nodes are bought on demand', () => {
		const platform = { ...old, coverage: 0.5 } as const;
		const year = only('linkerd', { platform: { ...platform, commitment: '1y' } }, madeUp);
		expect(leafAt(year, 'purchase.terms[0].coverage')).toMatchObject({
			value: '0.5',
			basis: 'user'
		});
		const demand = only('linkerd', { platform }, madeUp);
		expect(demand.record?.choices.terms).toEqual([]);
	});

	it('takes 58 % off for the share on Spot nodes', () => {
		const option = only('linkerd', { platform: { ...old, spotShare: 0.5 } }, madeUp);
		expect(valueAt(option, 'purchase.spotDiscount')).toBe('0.58');
		expect(option.record?.choices.spot).toBe(true);
	});

	it('says that Azure publishes no commitment instead of taking 0', () => {
		const platform = { cloud: 'azure', commitment: '3y' } as const;
		const option = only('linkerd', { platform }, catalogs.azure);
		expect(valueAt(option, 'purchase.terms[0].discount')).toBeUndefined();
		expect(leafAt(option, 'purchase.terms[0].discount').missing?.missing).toBe('not-published');
	});

	it('holds a negotiated discount without a term on all use, month by month', () => {
		const overrides = { '*': { 'purchase.terms[0].discount': 0.12 } };
		const option = only('linkerd', { platform: old, overrides }, madeUp);
		expect(valueAt(option, 'purchase.terms[0].discount')).toBe('0.12');
		expect(valueAt(option, 'purchase.terms[0].coverage')).toBe('1');
		expect(valueAt(option, 'purchase.terms[0].termMonths')).toBe('1');
	});
});
