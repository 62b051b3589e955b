import type { Catalog } from '../../catalog/catalog.ts';
import type { MeshFigures } from '../../catalog/mesh.ts';
import { isMissing } from '../../catalog/missing.ts';
import type { RecordDraft } from './draft.ts';
import { byDefault, leafOf, ofMissing } from './leaf.ts';

const PEOPLE = [
	'rateHour',
	'hoursPerFteMonth',
	'fteStep',
	'learningStart',
	'learningHalfLifeMonths',
	'turnoverAnnual',
	'onCallMonthly',
	'trainees',
	'trainingHours',
	'trainingFee',
	'consultingUpfront',
	'consultingMonthly'
] as const;

const MIGRATION = [
	'designHours',
	'hoursFirstService',
	'learningRate',
	'cash',
	'parallelMonths',
	'duplicateShare',
	'waitingMonthly'
] as const;

/** People who run the mesh, its licence, and the way to it (`model.md` §12). */
export function addPeople(draft: RecordDraft, mesh: MeshFigures, catalog: Catalog): void {
	const { figures } = catalog.people;
	draft.set('time.labourInflationAnnual', leafOf(figures.labourInflationAnnual, 'people'));
	if (mesh.kind === 'none') return;
	for (const key of PEOPLE) draft.set(`support.${key}`, leafOf(figures[key], 'people'));
	for (const [key, figure] of Object.entries(mesh.support)) {
		draft.set(`support.${key}`, leafOf(figure, 'meshes'));
	}
	for (const key of MIGRATION) {
		draft.set(`support.migration.${key}`, leafOf(figures.migration[key], 'people'));
	}
	addLicence(draft, mesh);
}

/** null: none is needed. A price that is not published stops the row and says so. */
export function addLicence(draft: RecordDraft, mesh: MeshFigures): void {
	const { price } = mesh.licence;
	if (price === null || !isMissing(price)) return;
	draft.choose('support.licence.unit', 'pod');
	draft.choose('support.licence.mode', 'graduated');
	draft.set('support.licence.tiers[0].unitPrice', {
		...ofMissing(price),
		source: `meshes#${mesh.licence.source}`,
		asOf: mesh.licence.asOf,
		note: mesh.licence.terms
	});
	draft.set('support.licence.minimumAnnual', byDefault('0', 'no smallest licence is known'));
}
