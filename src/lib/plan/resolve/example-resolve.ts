import { loadCatalog, type Catalog } from '../../catalog/catalog.ts';
import { exampleCloud } from '../../catalog/example-cloud.ts';
import type { CloudId } from '../../catalog/cloud-schema.ts';
import type { MeshId } from '../../catalog/mesh-ids.ts';
import type { Plan, PlanPlatform } from '../plan.ts';
import type { Leaf } from './leaf.ts';
import { resolve, type Resolved, type ResolvedOption } from './resolve.ts';

/** For tests only: figures of meshes and people as shipped, prices of a cloud that is made up. */
const shipped = await Promise.all([loadCatalog('aws'), loadCatalog('gcp'), loadCatalog('azure')]);

export const catalogs: Readonly<Record<CloudId, Catalog>> = {
	aws: shipped[0],
	gcp: shipped[1],
	azure: shipped[2]
};

export const madeUp: Catalog = { ...catalogs.aws, cloud: exampleCloud };

/** A node of 8 cores at 0.40 USD an hour, with sustained use; `old.8` has a year and Spot. */
export const inTheNorth: PlanPlatform = { region: 'north-1', nodeType: 'big.8' };

export const TODAY = '2026-11-24';

export function resolved(plan: Plan, catalog: Catalog = catalogs.aws): Resolved {
	const found = resolve(plan, catalog, TODAY);
	if (!found.ok) throw new Error(found.errors.map(({ message }) => message).join(' '));
	return found.value;
}

/** The option of a plan that has an id, or the only one. */
export function optionIn(plan: Plan, id: string, catalog?: Catalog): ResolvedOption {
	const { options } = resolved(plan, catalog);
	const found = options.find((option) => option.id === id);
	if (found === undefined) throw new Error(`no option ${id}`);
	return found;
}

/** One of our options in a plan of its own. */
export const only = (id: MeshId, plan: Plan = {}, catalog?: Catalog): ResolvedOption =>
	optionIn({ ...plan, options: [id] }, id, catalog);

export function leafAt({ leaves }: ResolvedOption, path: string): Leaf {
	const leaf = leaves.get(path);
	if (leaf === undefined) throw new Error(`no leaf ${path}`);
	return leaf;
}

/** What the engine reads at a path; nothing where it has no figure. */
export const valueAt = ({ record }: ResolvedOption, path: string): string | undefined =>
	record?.values.get(path)?.toFixed();
