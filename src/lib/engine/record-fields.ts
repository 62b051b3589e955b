import { INPUTS, isInput, LIST_INPUTS, type Input } from './inputs.ts';

/** A field of the record that is not a number. */
export type ChoiceField =
	| { readonly is: 'one-of'; readonly of: readonly string[]; readonly initial: string }
	| { readonly is: 'yes-no'; readonly initial: boolean }
	| { readonly is: 'text' }
	| { readonly is: 'month' }
	| { readonly is: 'date' };

const oneOf = (initial: string, ...others: readonly string[]): ChoiceField => ({
	is: 'one-of',
	of: [initial, ...others],
	initial
});
const yesNo = (initial: boolean): ChoiceField => ({ is: 'yes-no', initial });

/** Every choice of the record by path (`model.md` §2); numbers are in `inputs.ts`. */
export const CHOICE_FIELDS: Readonly<Record<string, ChoiceField>> = {
	rounding: oneOf('half-even', 'half-up'),
	'time.startMonth': { is: 'month' },
	'workload.edgeMeshed': yesNo(true),
	'workload.groups.id': { is: 'text' },
	'workload.groups.meshed': yesNo(true),
	'workload.groups.runtime': oneOf('k8s', 'fargate'),
	'node.provider': oneOf('plain', 'eks', 'gke', 'aks'),
	'node.packingMode': oneOf('sum', 'shape'),
	'node.azBalanced': yesNo(true),
	'node.surviveAzLoss': yesNo(false),
	'mesh.id': { is: 'text' },
	'mesh.kind': oneOf('none', 'sidecar', 'ambient', 'managed'),
	'mesh.sizing': oneOf('max', 'requests', 'usage'),
	'mesh.endOfSupport': { is: 'date' },
	'mesh.crossAzIncluded': yesNo(false),
	'mesh.gateway.incremental': yesNo(true),
	'mesh.controlPlane.perCluster': yesNo(true),
	'purchase.billing': oneOf('provisioned', 'allocated'),
	'support.licence.unit': oneOf('flat', 'cluster', 'pod', 'service', 'node', 'spend'),
	'support.licence.mode': oneOf('graduated', 'volume'),
	'support.migration.source.mesh': { is: 'text' },
	'support.migration.source.licence': { is: 'text' },
	'opportunity.features.id': { is: 'text' }
};

/** Longest list of each kind: bounds the work of one record. */
export const LIST_LIMITS: Readonly<Record<string, number>> = {
	'workload.groups': 200,
	'workload.season': 12,
	'mesh.controlPlane.tiers': 50,
	'mesh.taskProxy.steps': 20,
	'purchase.terms': 12,
	'support.licence.tiers': 50,
	'opportunity.features': 50
};

/** Objects that may be null or left out: the mesh has no such part. */
export const OPTIONAL_PARTS: ReadonlySet<string> = new Set([
	'mesh.proxy',
	'mesh.ztunnel',
	'mesh.waypoint',
	'mesh.gateway',
	'mesh.nodeAgent',
	'mesh.controlPlane',
	'mesh.taskProxy',
	'support.licence',
	'support.migration',
	'support.migration.source',
	'opportunity'
]);

type Table = { readonly [key: string]: Input | Table };

/** Numbers and parts at a path of the table. */
const tableAt = (path: string): Table | undefined => {
	let table: Table | undefined = INPUTS;
	for (const key of path === '' ? [] : path.split('.')) {
		const next: Input | Table | undefined = table[key];
		if (next === undefined || isInput(next)) return undefined;
		table = next;
	}
	return table;
};

/** All field names allowed at a path, for the nearest-name hint. */
export function fieldsAt(path: string): readonly string[] {
	const prefix = path === '' ? '' : `${path}.`;
	const list = Object.entries(LIST_INPUTS).find(([name]) => name === path)?.[1];
	const numbers = list === undefined ? Object.keys(tableAt(path) ?? {}) : Object.keys(list);
	const below = [...Object.keys(CHOICE_FIELDS), ...Object.keys(LIST_INPUTS)]
		.filter((key) => key.startsWith(prefix))
		.map((key) => key.slice(prefix.length).split('.')[0] ?? '');
	return [...new Set([...numbers, ...below])];
}

/** Fields that carry a remark and are not read: `x_…`, names and notes at the top. */
export const isRemark = (path: string, key: string): boolean =>
	key.startsWith('x_') ||
	(path === '' && ['$schema', 'id', 'name', 'label', 'note'].includes(key)) ||
	(path === 'mesh.gateway' && key === 'beta');
