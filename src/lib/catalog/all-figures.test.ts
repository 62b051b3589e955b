import { describe, expect, it } from 'vitest';
import { allFigures } from './all-figures.ts';
import { exampleCloud } from './example-cloud.ts';
import { regions } from './regions.ts';
import { sourceOf } from './sources.ts';

describe('the list of every figure', () => {
	const rows = [...allFigures(exampleCloud)];

	it('has the 5 node prices, the old value of 2026-01-01 included', () => {
		const nodes = rows.filter(({ group }) => group === 'node');
		expect(nodes).toHaveLength(5);
		expect(nodes.filter(({ label }) => label.startsWith('old.8')).map((row) => row.amount)).toEqual(
			['0.5', '0.6', '0.55']
		);
	});

	it('has an id of its own and a known source for each row', () => {
		expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
		for (const row of rows) expect(sourceOf(exampleCloud, row.source)?.title).toMatch(/\w/);
	});

	it('shows what the model makes of a price beside the price, region by region', () => {
		const cross = rows.filter(({ label }) => label === 'crossAzPerGB, from cross');
		expect(cross.map(({ region, amount }) => [region, amount])).toEqual([
			['north-1', '0.02'],
			['south-1', '0.024']
		]);
	});

	it('shows a discount in per cent as a share of 1', () => {
		const spot = rows.filter(
			({ group, label }) => group === 'commitment' && label.includes('Spot')
		);
		expect(spot.map(({ amount, unit }) => [amount, unit])).toEqual([
			['0.58', '1'],
			['0.412', '1']
		]);
	});

	it('knows no source of another file', () => {
		expect(sourceOf(exampleCloud, 'meshes/istio#list')).toBeUndefined();
	});

	it('names a region with its place, or by its id alone', () => {
		expect(regions(exampleCloud).map(({ label }) => label)).toEqual(['north-1 · North', 'south-1']);
	});
});
