import { inputAt } from '$lib/engine/inputs.ts';
import type { Proposal } from '$lib/intake/propose/proposal.ts';
import { NULLABLE_FIELDS, NUMBER_FIELDS } from '$lib/plan/number-fields.ts';
import { meshName } from '../sources/mesh-names.ts';

/** Fields of a plan that are no numbers of the model. */
const CHOICES: Readonly<Record<string, string>> = {
	'workload.groups': 'Groups of pods',
	'platform.cloud': 'Cloud',
	'platform.region': 'Region',
	'platform.nodeType': 'Node type',
	'platform.runtime': 'Runs on',
	'migration.from': 'Mesh that is left'
};

/** What a proposal sets, in the words of the form: "CPU per request through a proxy, Linkerd". */
export function proposalLabel({ path }: Proposal): string {
	const [group = '', key = '', input = ''] = path;
	if (group === 'overrides') return `${inputAt(input)?.label ?? input}, ${meshName(key)}`;
	const sections = [...Object.entries(NUMBER_FIELDS), ...Object.entries(NULLABLE_FIELDS)];
	const fields = new Map(
		sections.flatMap(([section, inputs]) =>
			Object.entries(inputs).map(([field, of]) => [`${section}.${field}`, of] as const)
		)
	);
	const known = fields.get(`${group}.${key}`);
	return CHOICES[`${group}.${key}`] ?? (known && inputAt(known)?.label) ?? path.join('.');
}
