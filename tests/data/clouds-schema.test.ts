import { describe, expect, it } from 'vitest';
import { allFigures } from '../../src/lib/catalog/all-figures.ts';
import { cloudSchema } from '../../src/lib/catalog/cloud-schema.ts';
import { firstDay } from '../../src/lib/catalog/dated.ts';
import { sourceOf } from '../../src/lib/catalog/sources.ts';
import { blocksOf, clouds, cloudOf } from './shared.ts';

describe.each(clouds.map((cloud) => [cloud.cloud, cloud] as const))('prices of %s', (_, cloud) => {
	it('fit the strict schema in every field', () => {
		expect(cloudSchema.safeParse(cloud).error?.issues ?? []).toEqual([]);
	});

	it('name sources that the file has', () => {
		const keys = new Set(Object.keys(cloud.sources));
		const named = [
			cloud.nodes.specs.source,
			...blocksOf(cloud).flatMap(([, blocks]) => blocks.map(({ source }) => source)),
			...cloud.commitments.map(({ source }) => source)
		];
		expect(named.filter((key) => !keys.has(key))).toEqual([]);
	});

	it('keep the dates of each list ascending, undated first, none after the day of the file', () => {
		for (const [path, blocks] of blocksOf(cloud)) {
			const days = blocks.map(({ from }) => firstDay(from));
			expect([path, days]).toEqual([path, days.toSorted()]);
			expect(days.every((day) => day <= cloud.updated)).toBe(true);
		}
	});

	it('never give one region two values of one date and method', () => {
		const ids = [...allFigures(cloud)].map(({ id }) => id);
		const seen = new Set<string>();
		const twice = ids.filter((id) => seen.size === seen.add(id).size);
		expect(twice).toEqual([]);
	});

	it('grade what is assumed D and nothing else', () => {
		const odd = [...allFigures(cloud)].filter(
			({ method, grade }) => (method === 'assumed') !== (grade === 'D')
		);
		expect(odd).toEqual([]);
	});

	it('lead from each figure to a source, or say why it is assumed', () => {
		const lost = [...allFigures(cloud)].filter(({ method, reason, ...figure }) => {
			const source = sourceOf(cloud, figure.source);
			const where = source?.url ?? source?.repo ?? source?.locator;
			return where === undefined || (method === 'assumed' && reason === undefined);
		});
		expect(lost).toEqual([]);
	});

	it('link to https pages only', () => {
		const links = Object.values(cloud.sources).flatMap(({ url, checkAt }) => [url, checkAt]);
		const present = links.filter((link) => link !== undefined);
		expect(present.length).toBeGreaterThan(5);
		expect(present.filter((link) => !link.startsWith('https://'))).toEqual([]);
	});

	it('use region names that the file declares', () => {
		const known = new Set(['*', ...Object.keys(cloud.regions), ...cloud.areas]);
		const used = new Set([...allFigures(cloud)].map(({ region }) => region));
		expect([...used].filter((region) => !known.has(region))).toEqual([]);
	});

	it('price only instance types whose size is known, and prefer types that exist', () => {
		const types = new Set(Object.keys(cloud.nodes.types));
		const priced = cloud.nodes.prices.flatMap(({ amounts }) => Object.keys(amounts));
		expect(priced.filter((type) => !types.has(type))).toEqual([]);
		expect(cloud.defaults.nodeTypes.filter((type) => !types.has(type))).toEqual([]);
		const families = new Set(Object.values(cloud.nodes.types).map(({ family }) => family));
		const committed = cloud.commitments.flatMap(({ amounts }) => Object.keys(amounts));
		expect(committed.filter((family) => family !== '*' && !families.has(family))).toEqual([]);
	});
});

// Nothing that was once known may vanish. The counts are those of the README beside the price facts of 2026-11-23.
it.each([
	['aws', 173, 4262, 34, 64, 594],
	['gcp', 243, 8319, 43, 35, 248],
	['azure', 239, 6699, 29, 29, 240]
] as const)(
	'%s still holds %i types, %i node prices, %i regions, %i services and %i commitments',
	(id, types, prices, regionCount, services, commitments) => {
		const cloud = cloudOf(id);
		const rows = [...allFigures(cloud)];
		expect(Object.keys(cloud.nodes.types).length).toBeGreaterThanOrEqual(types);
		expect(rows.filter(({ group }) => group === 'node').length).toBeGreaterThanOrEqual(prices);
		expect(Object.keys(cloud.regions).length).toBeGreaterThanOrEqual(regionCount);
		expect(Object.keys(cloud.services).length).toBeGreaterThanOrEqual(services);
		expect(rows.filter(({ group }) => group === 'commitment').length).toBeGreaterThanOrEqual(
			commitments
		);
	}
);
