import { memo } from '../../engine/memo.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { MeshFigures } from '../../catalog/mesh.ts';
import type { Figure, Missing, RangeFigure } from '../../catalog/schema.ts';
import type { Plan } from '../plan.ts';
import type { RecordDraft } from './draft.ts';
import { byDefault, leafOf, type AnyFigure, type Leaf } from './leaf.ts';

type Tree = { readonly [key: string]: AnyFigure | Tree | readonly unknown[] };

const isFigure = (entry: Tree[string]): entry is Figure | RangeFigure | Missing =>
	'amount' in entry || 'central' in entry || 'missing' in entry;

const isTree = (entry: Tree[string]): entry is Tree => !Array.isArray(entry) && !isFigure(entry);

/** Benefits and their cost (`model.md` §13), at the conservative end; one switch leaves all out. */
export function addOpportunity(
	draft: RecordDraft,
	plan: Plan,
	mesh: MeshFigures,
	catalog: Catalog
): void {
	if (plan.opportunity?.enabled === false || mesh.kind === 'none') return;
	const { features, ...figures } = catalog.benefits.figures;
	addTree(draft, figures, 'opportunity.');
	const wanted = plan.opportunity?.features;
	const coverage = coverageOf(mesh.coverage);
	features.forEach((feature, at) => {
		const path = `opportunity.features[${at}]`;
		draft.choose(`${path}.id`, feature.id);
		const needed = wanted?.includes(feature.id);
		draft.set(
			`${path}.needed`,
			needed === undefined
				? leafOf(feature.needed, 'benefits')
				: {
						...byDefault(needed ? '1' : '0', needed ? 'named by you' : 'not named by you'),
						basis: 'user',
						changed: true,
						planPath: 'opportunity.features'
					}
		);
		draft.set(`${path}.coverage`, coverage.known.get(feature.id) ?? coverage.none);
		draft.set(`${path}.hoursPerLanguage`, leafOf(feature.hoursPerLanguage, 'benefits'));
		draft.set(`${path}.hoursPerService`, leafOf(feature.hoursPerService, 'benefits'));
	});
}

/** What only the user knows is left out: it counts nothing until it is set. */
function addTree(draft: RecordDraft, tree: Tree, prefix: string): void {
	for (const [key, entry] of Object.entries(tree)) {
		if (isFigure(entry)) draft.set(`${prefix}${key}`, ownOrNothing(entry));
		else if (isTree(entry)) addTree(draft, entry, `${prefix}${key}.`);
	}
}

const ownOrNothing = memo((figure: AnyFigure): Leaf =>
	'missing' in figure
		? byDefault('0', `counts nothing until it is set: ${figure.reason}`)
		: leafOf(figure, 'benefits')
);

/** Of each feature that the mesh has, and of one that it lacks. */
const coverageOf = memo(({ features, ...said }: MeshFigures['coverage']) => {
	const covered = (value: string): Leaf => ({
		value,
		distribution: 'fixed',
		basis: said.method,
		grade: said.grade,
		source: `meshes#${said.source}`,
		asOf: said.asOf,
		reason: said.reason ?? said.derivation ?? 'as the project describes itself',
		changed: false
	});
	const known = Object.entries(features).map(([id, amount]) => [id, covered(amount)] as const);
	return { known: new Map<string, Leaf>(known), none: covered('0') };
});
