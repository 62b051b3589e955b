import type { Plan } from '../../plan/plan.ts';
import type { IntakeResult } from '../intake.ts';
import { applyProposals, type Applied } from './apply.ts';
import { proposeCluster } from './from-cluster.ts';
import { proposeTasks } from './from-tasks.ts';
import { filesOf, noted } from './noted.ts';
import type { Proposal } from './proposal.ts';

/** The plan of one estate. Kubernetes and ECS are records of their own (`model.md` §2, §16). */
export interface EstatePlan extends Applied {
	readonly estate: 'kubernetes' | 'tasks';
}

export interface EstateProposals {
	readonly kubernetes: readonly Proposal[];
	readonly tasks: readonly Proposal[];
}

/**
 * Everything the files speak for, by estate; taking it is the user's choice. With a day ("YYYY-MM-DD")
 * each number carries a note of who counted it, when and in which files.
 */
export function proposalsOf(result: IntakeResult, date?: string): EstateProposals {
	const found = {
		kubernetes: proposeCluster(result),
		tasks: result.tasks ? proposeTasks(result.tasks) : []
	};
	if (date === undefined) return found;
	const marked = (estate: 'kubernetes' | 'tasks'): readonly Proposal[] => {
		const measured = { date, sha256: filesOf(result, estate) };
		return found[estate].map((proposal) => noted(proposal, measured));
	};
	return { kubernetes: marked('kubernetes'), tasks: marked('tasks') };
}

/** The plans that result when all counted and derived proposals are taken; none without any. */
export function toPlans(
	result: IntakeResult,
	base: Plan = {},
	date?: string
): readonly EstatePlan[] {
	const { kubernetes, tasks } = proposalsOf(result, date);
	const out: EstatePlan[] = [];
	if (kubernetes.length > 0)
		out.push({ estate: 'kubernetes', ...applyProposals(base, kubernetes) });
	if (tasks.length > 0) out.push({ estate: 'tasks', ...applyProposals(base, tasks) });
	return out;
}
