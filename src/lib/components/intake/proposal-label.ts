import { inputAt } from '$lib/engine/inputs.ts';
import type { Proposal } from '$lib/intake/propose/proposal.ts';
import { fieldLabel } from '$lib/state/form-groups.ts';
import { meshName } from '../sources/mesh-names.ts';

/** What a proposal sets, in the words of the form: "CPU per request through a proxy, Linkerd". */
export function proposalLabel({ path }: Proposal): string {
	const [group = '', key = '', input = ''] = path;
	if (group === 'overrides') return `${inputAt(input)?.label ?? input}, ${meshName(key)}`;
	// A list of groups stands in the form as one field that says how many there are.
	if (key === 'groups') return 'Groups of pods';
	return fieldLabel(`${group}.${key}`) ?? path.join('.');
}
