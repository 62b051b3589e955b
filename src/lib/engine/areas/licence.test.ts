import { describe, expect, it } from 'vitest';
import { worked, type Figures } from '../../../../tests/support/graph/worked.ts';
import type { LicenceChoices } from '../choices.ts';
import { constant, number } from '../graph/expr.ts';
import { flat, licence } from './licence.ts';

const bands: LicenceChoices = { unit: 'pod', mode: 'graduated', bands: [true, true, false] };
const figures: Figures = {
	'support.licence.minimumAnnual': 0,
	'support.licence.tiers[0].upTo': 100,
	'support.licence.tiers[0].unitPrice': 24,
	'support.licence.tiers[1].upTo': 300,
	'support.licence.tiers[1].unitPrice': 12,
	'support.licence.tiers[2].unitPrice': 6
};
const at = (units: number, choices = bands, more: Figures = {}) =>
	worked(licence(choices, number(units)), { ...figures, ...more });
const volume: LicenceChoices = { ...bands, mode: 'volume' };

describe('a licence (model §12)', () => {
	// By hand, a year: 24 each up to 100, 12 each up to 300, 6 beyond; a twelfth of it a month.
	it.each([
		[0, '0'],
		[50, '100'],
		[100, '200'],
		[101, '201'],
		[300, '400'],
		[302, '401']
	])('in graduated bands is for %d units %s USD a month', (units, money) => {
		expect(at(units)).toBe(money);
	});

	// By hand, a year: all units at the price of the band reached.
	it.each([
		[0, '0'],
		[50, '100'],
		[100, '200'],
		[101, '101'],
		[300, '300'],
		[302, '151']
	])('by volume is for %d units %s USD a month, and may fall', (units, money) => {
		expect(at(units, volume)).toBe(money);
	});

	it('is never below its minimum, and takes the larger at its edge', () => {
		const least = { 'support.licence.minimumAnnual': 2400 };
		expect([at(50, bands, least), at(100, bands, least), at(101, bands, least)]).toEqual([
			'200',
			'200',
			'201'
		]);
		expect(at(50, volume, least)).toBe('200');
	});

	it('reads the last band as open even where it names an end', () => {
		const closed: LicenceChoices = { ...bands, bands: [true, true, true] };
		const end = { 'support.licence.tiers[2].upTo': 310 };
		expect(at(400, closed, end)).toBe('450');
		expect(at(400, { ...closed, mode: 'volume' }, end)).toBe('200');
	});

	it('takes a band without an end as the last', () => {
		// By hand: the first band is open, so the later ones hold nothing.
		const open: LicenceChoices = { ...bands, bands: [false, true, false] };
		expect(at(200, open)).toBe('400');
		expect(at(200, { ...open, mode: 'volume' })).toBe('400');
	});

	it('is its minimum, or nothing, without bands', () => {
		const none: LicenceChoices = { ...bands, bands: [] };
		for (const mode of ['graduated', 'volume'] as const) {
			expect(at(50, { ...none, mode })).toBe('0');
			expect(at(50, { ...none, mode }, { 'support.licence.minimumAnnual': 12 })).toBe('1');
		}
	});

	it('counts one flat installation as one', () => {
		expect(worked(licence({ ...bands, unit: 'flat' }, flat), figures)).toBe('2');
	});

	it('has no figure without the price of a band, or by volume where it is reached', () => {
		const path = 'support.licence.tiers[1].unitPrice';
		expect(at(50, bands, { [path]: null })).toBe(`no figure: ${path}`);
		expect(at(200, volume, { [path]: null })).toBe(`no figure: ${path}`);
		expect(at(50, volume, { [path]: null })).toBe('100');
	});

	it('refuses, at compile time, pods where a plain count belongs', () => {
		// @ts-expect-error 'pod' is not '1'
		const monthly = licence(bands, constant(1, 'pod'));
		expect(monthly.node.unit).toBe('USD/month');
	});
});
