import { SOURCE_APPLICATION, TODAY_BILL } from '../../engine/rows.ts';
import { meshFigures, type MeshFigures } from '../../catalog/mesh.ts';
import { RecordDraft } from './draft.ts';
import { derived } from './leaf.ts';
import { addMesh } from './mesh.ts';
import { addLicence } from './people.ts';
import type { Scenario } from './record.ts';
import { applyOverrides } from './user.ts';

const SOURCE = 'support.migration.source.';

/** What comes from the run of the mesh being left. */
const WORKED_OUT = {
	[TODAY_BILL]: 'the bill',
	[SOURCE_APPLICATION]: 'the application'
} as const;

/** Leaving for where one is already takes nothing. */
const STAYING = ['designHours', 'hoursFirstService', 'cash', 'parallelMonths'] as const;

/** The mesh that is being left, as an option like any other (`model.md` §12). */
export function addSource(draft: RecordDraft, scenario: Scenario, mesh: MeshFigures): void {
	const { plan, catalog } = scenario;
	const from = plan.migration?.from ?? 'no-mesh';
	if (from === 'no-mesh' || mesh.kind === 'none') return;
	const source = meshFigures(catalog.meshes, from);
	if (from === mesh.id) {
		const none = derived('0', `${source.label} runs already: there is nothing to migrate`);
		for (const key of STAYING) draft.set(`support.migration.${key}`, none);
		return;
	}
	const left = new RecordDraft();
	for (const key of ['workload.services', 'workload.l7Fraction']) {
		const leaf = draft.get(key);
		if (leaf !== undefined) left.set(key, leaf);
	}
	for (const [path, what] of Object.entries(WORKED_OUT)) {
		const reason = `${what} of ${source.label} in month 1, worked out like any option`;
		const { value: _, ...leaf } = derived('', reason);
		draft.set(path, { ...leaf, value: undefined, unwritten: true });
	}
	addMesh(left, source, scenario);
	addLicence(left, source);
	if (plan.platform?.sizing !== undefined) left.choose('mesh.sizing', plan.platform.sizing);
	for (const at of ['*', from]) {
		applyOverrides(left, { at, numbers: plan.overrides?.[at] ?? {} }, source);
	}
	for (const [path, leaf] of left.leaves) {
		const there = sourcePath(path);
		if (there !== undefined) draft.set(there, leaf);
	}
	for (const [path, value] of left.choices) {
		const there = sourcePath(path);
		if (there !== undefined) draft.choose(there, value);
	}
}

/** Mesh and licence are the source's own; everything else it shares with where it goes. */
function sourcePath(path: string): string | undefined {
	if (path.startsWith('mesh.')) return `${SOURCE}${path}`;
	return path.startsWith('support.licence.')
		? `${SOURCE}${path.slice('support.'.length)}`
		: undefined;
}
