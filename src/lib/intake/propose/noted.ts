import { NAME_CHARS } from '../../plan/text.ts';
import type { IntakeResult } from '../intake.ts';
import { isObject } from '../shape.ts';
import type { Proposal } from './proposal.ts';
import type { Measured } from './ranged.ts';

const VERBS = { measured: 'measured', counted: 'counted', derived: 'worked out' } as const;
/** Characters of a hash that are shown: enough to tell a user's own files apart. */
const HASH_CHARS = 12;

/** "measured by you, 2026-11-24, file 0123456789ab": the provenance that goes into the plan. */
export function noteOf(basis: Proposal['basis'], { date, sha256 }: Measured): string {
	const hashes = sha256.map((hash) => hash.slice(0, HASH_CHARS));
	const many =
		hashes.length > 4
			? `${hashes.slice(0, 3).join(', ')} and ${hashes.length - 3} more`
			: hashes.join(', ');
	const files = `${hashes.length === 1 ? 'file' : 'files'} ${many}`;
	return `${VERBS[basis]} by you, ${date}, ${files}`.slice(0, NAME_CHARS);
}

/** A proposal whose numbers carry where they come from; choices, such as a region, hold no note. */
export function noted(proposal: Proposal, measured: Measured): Proposal {
	const note = noteOf(proposal.basis, measured);
	const { value } = proposal;
	if (typeof value === 'number') return { ...proposal, value: { value, note } };
	if (!Array.isArray(value)) return proposal;
	return { ...proposal, value: value.map((entry: unknown) => notedGroup(entry, note)) };
}

/** A group says it once, at its number of pods. */
function notedGroup(entry: unknown, note: string): unknown {
	if (!isObject(entry) || typeof entry['pods'] !== 'number') return entry;
	return { ...entry, pods: { value: entry['pods'], note } };
}

const ESTATE_OF = {
	cluster: 'kubernetes',
	helm: 'kubernetes',
	series: 'kubernetes',
	use: 'kubernetes',
	'task-definition': 'tasks',
	'ecs-services': 'tasks',
	'virtual-nodes': 'tasks'
} as const;

/** Hashes of the files that speak for an estate. */
export function filesOf(result: IntakeResult, estate: 'kubernetes' | 'tasks'): readonly string[] {
	return result.files.flatMap(({ content, sha256 }) => {
		if (content.type === 'runs' || content.type === 'nothing') return [];
		return ESTATE_OF[content.type] === estate ? [sha256] : [];
	});
}
