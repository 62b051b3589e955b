import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../decimal.ts';
import type { Availability } from './availability.ts';
import { rankOptions, sameOrder, type Contender } from './rank.ts';

const option = (
	id: string,
	total: number,
	availability: Availability = { status: 'available' }
): Contender => ({ id, total: new Decimal(total), availability });
const places = (options: readonly Contender[]) =>
	rankOptions(options).ranked.map(({ id, rank }) => `${rank} ${id}`);

describe('rankOptions (model §12, §14)', () => {
	it('puts 100 before 200 before 300 and says how far each lies behind', () => {
		const { ranked } = rankOptions([option('c', 300), option('a', 200), option('b', 100)]);
		expect(ranked.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
		expect(ranked.map(({ beyondCheapest }) => beyondCheapest.toFixed())).toEqual([
			'0',
			'100',
			'200'
		]);
	});

	it('gives equal totals one rank: 1, 1, 3', () => {
		expect(places([option('b', 5), option('c', 9), option('a', 5)])).toEqual(['1 a', '1 b', '3 c']);
	});

	it('leaves out what is not supported throughout, each with its reason', () => {
		const { ranked, excluded } = rankOptions([
			option('gone', 1, { status: 'notAvailable', firstMonthOutside: 1 }),
			option('ending', 2, { status: 'ends', firstMonthOutside: 7 }),
			option('undated', 3, { status: 'unknown' }),
			option('fine', 4)
		]);
		expect(ranked.map(({ id }) => id)).toEqual(['fine']);
		expect(excluded).toEqual([
			{ id: 'ending', reason: 'its support ends before month 7 of the plan' },
			{ id: 'gone', reason: 'its support ends before the plan begins' },
			{
				id: 'undated',
				reason: 'its support ends, and the plan has no start month to compare with'
			}
		]);
	});

	it('leaves out an option that lacks a price, with the reason of the gap', () => {
		const total = { missing: 'not-published', reason: 'no licence price' } as const;
		const { ranked, excluded } = rankOptions([
			{ id: 'x', total, availability: { status: 'available' } },
			option('y', 1)
		]);
		expect(ranked).toHaveLength(1);
		expect(excluded).toEqual([{ id: 'x', reason: 'no licence price' }]);
	});

	it('does not depend on the order of the options (§18.5)', () => {
		const totals = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(totals, (values) => {
				const options = values.map((value, i) => option(`o${i}`, value));
				expect(places([...options].reverse())).toEqual(places(options));
			})
		);
	});

	it('keeps ranks when every total is multiplied by one rate (§14, §18.4)', () => {
		const totals = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 6 });
		const rates = fc.double({ min: 0.001, max: 200, noNaN: true });
		fc.assert(
			fc.property(totals, rates, (values, rate) => {
				const converted = values.map((value, i) => ({
					...option(`o${i}`, 0),
					total: new Decimal(value).times(rate)
				}));
				expect(places(converted)).toEqual(places(values.map((v, i) => option(`o${i}`, v))));
			})
		);
	});
});

describe('sameOrder', () => {
	it('sees that two ways of billing turn 1 pair round, and looks only at what both rank', () => {
		const bill = rankOptions([option('a', 1), option('b', 2), option('c', 3)]);
		const share = rankOptions([option('a', 2), option('b', 1)]);
		expect(sameOrder(bill, share)).toBe(false);
		expect(sameOrder(bill, rankOptions([option('c', 9), option('b', 1)]))).toBe(true);
	});

	it('counts a tie on one side only as another order', () => {
		const bill = rankOptions([option('a', 1), option('b', 2)]);
		expect(sameOrder(bill, rankOptions([option('a', 1), option('b', 1)]))).toBe(false);
	});
});
