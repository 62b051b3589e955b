import type { Problem } from '../plan/parsed.ts';
import type { Worked, WorkedOption } from './work-out.ts';

/**
 * Why a plan gives no figure at all, at the number of the user's that stands in the way. A plan of which
 * some option can be worked out gets a report, with the reason at each of the others.
 */
export function blameOf({ options, resolved }: Worked): readonly Problem[] {
	const asked = options.filter(({ option }) => option.notOffered === undefined);
	if (asked.length === 0 || asked.some(({ run }) => run !== undefined)) return [];
	const problems = new Map<string, Problem>();
	for (const entry of asked) {
		const problem = problemOf(entry, resolved.place.nodeType);
		if (problem !== undefined && !problems.has(problem.path)) problems.set(problem.path, problem);
	}
	return [...problems.values()];
}

function problemOf({ option, fault }: WorkedOption, nodeType: string): Problem | undefined {
	if (fault === undefined) return undefined;
	const leaf = option.leaves.get(fault.path);
	const why = `${fault.message}${roomWords(fault.code, option.leaves, nodeType)}`;
	return leaf?.changed === true && leaf.planPath !== undefined
		? { path: leaf.planPath, message: `${leaf.value} leaves no option to work out. ${why}` }
		: { path: '', message: `No option can be worked out. ${why}` };
}

type Leaves = WorkedOption['option']['leaves'];

/** What there is to fit into. */
function roomWords(code: string, leaves: Leaves, nodeType: string): string {
	if (code !== 'POD_TOO_LARGE') return '.';
	const [cores, memory] = ['node.vcpu', 'node.memGiB'].map((path) => leaves.get(path)?.value);
	return `: a node of ${nodeType} has ${cores} cores and ${memory} GiB.`;
}
