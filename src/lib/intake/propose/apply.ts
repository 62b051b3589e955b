import { parsePlan } from '../../plan/parse-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import { isForbiddenKey } from '../../plan/tree.ts';
import { isObject } from '../shape.ts';
import type { Proposal } from './proposal.ts';

/** A plan with the proposals that fit it, and those that did not, each with the reason. */
export interface Applied {
	readonly plan: Plan;
	readonly taken: readonly Proposal[];
	readonly refused: readonly { readonly proposal: Proposal; readonly why: string }[];
}

/**
 * Puts proposals into a plan one by one. Each result passes the plan's own reader, so that what comes
 * of a file is held to the same limits as what a person types.
 */
export function applyProposals(plan: Plan, proposals: readonly Proposal[]): Applied {
	let current = plan;
	const taken: Proposal[] = [];
	const refused: { proposal: Proposal; why: string }[] = [];
	for (const proposal of proposals) {
		const tried = parsePlan(placed(withoutRivals(current, proposal), proposal));
		if (tried.ok) {
			current = tried.value;
			taken.push(proposal);
		} else refused.push({ proposal, why: tried.errors[0]?.message ?? '' });
	}
	return { plan: current, taken, refused };
}

/** Groups take the place of the three fields that describe a single one. */
function withoutRivals(plan: Plan, { path }: Proposal): unknown {
	if (path.join('.') !== 'workload.groups' || !plan.workload) return plan;
	const { pods: _pods, appCpu: _cpu, appMemMiB: _mem, ...workload } = plan.workload;
	return { ...plan, workload };
}

/** A copy of `tree` with the value at `path`; objects on the way are made. */
function placed(tree: unknown, { path, value }: Proposal): unknown {
	const [key, ...rest] = path;
	if (key === undefined || isForbiddenKey(key)) return value;
	const here = isObject(tree) ? tree : {};
	const child = Object.hasOwn(here, key) ? here[key] : undefined;
	return { ...here, [key]: placed(child, { path: rest, value, from: '', basis: 'counted' }) };
}
