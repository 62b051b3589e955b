import { beforeAll, expect, it } from 'vitest';
import { loadCatalog, type Catalog } from '../catalog/catalog.ts';
import { inputAt } from '../engine/inputs.ts';
import type { Plan } from '../plan/plan.ts';
import { buildReport } from '../report/build-report.ts';
import { inForceIn } from './in-force.ts';
import { peopleByOption, type OptionPeople } from './option-people.ts';

let catalog: Catalog;
beforeAll(async () => {
	catalog = await loadCatalog('aws');
});

function people(plan: Plan): readonly OptionPeople[] {
	const built = buildReport({ plan, catalog, generatedAt: '2026-11-24', reading: 'doubles' });
	if (!built.ok) throw new Error(built.errors[0]?.message);
	return peopleByOption(built.value);
}

it('has six fields for each mesh that is compared, and none for going without one', () => {
	const found = people({ options: ['no-mesh', 'linkerd', 'consul'] });
	expect(found.map(({ option }) => option.id)).toEqual(['linkerd', 'consul']);
	for (const { fields } of found) expect(fields).toHaveLength(6);
});

it('allows what the model allows', () => {
	const [only] = people({ options: ['linkerd'] });
	const ends = only?.fields.map(({ path, min, max }) => {
		const domain = inputAt(path.replace('overrides.linkerd.', ''))?.domain;
		return [domain?.min === min, domain?.max === max];
	});
	expect(ends).toEqual(Array.from({ length: 6 }, () => [true, true]));
});

it('names each field by its override, and shows what is in force for that option', () => {
	// The defaults of pricing-data: Linkerd 0.25 FTE, Consul 0.75; 0.4 is the user's.
	const plan: Plan = {
		options: ['linkerd', 'consul'],
		overrides: { consul: { 'support.fteBase': 0.4 } }
	};
	const built = buildReport({ plan, catalog, generatedAt: '2026-11-24', reading: 'doubles' });
	if (!built.ok) throw new Error(built.errors[0]?.message);
	const { values } = inForceIn(built.value);
	const [linkerd, consul] = peopleByOption(built.value).map(({ fields }) => fields[0]);
	expect(linkerd?.path).toBe('overrides.linkerd.support.fteBase');
	expect(linkerd && values[linkerd.feeds]).toBe('0.25');
	expect(consul && values[consul.feeds]).toBe('0.4');
});

it('shows one figure to all that share it', () => {
	const [only] = people({ options: ['linkerd'] });
	expect(only?.fields.map(({ fallback }) => fallback)[0]).toBe('0.25');
});
