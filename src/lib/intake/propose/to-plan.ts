import type { Plan } from '../../plan/plan.ts';
import type { IntakeResult } from '../intake.ts';
import { applyProposals, type Applied } from './apply.ts';
import { proposeCluster } from './from-cluster.ts';
import { proposeTasks } from './from-tasks.ts';
import type { Proposal } from './proposal.ts';

/** The plan of one estate. Kubernetes and ECS are records of their own (`model.md` §2, §16). */
export interface EstatePlan extends Applied {
	readonly estate: 'kubernetes' | 'tasks';
}

/** Everything the files speak for, by estate; taking it is the user's choice. */
export function proposalsOf(result: IntakeResult): {
	readonly kubernetes: readonly Proposal[];
	readonly tasks: readonly Proposal[];
} {
	return {
		kubernetes: proposeCluster(result),
		tasks: result.tasks ? proposeTasks(result.tasks) : []
	};
}

/** The plans that result when all counted and derived proposals are taken; none without any. */
export function toPlans(result: IntakeResult, base: Plan = {}): readonly EstatePlan[] {
	const { kubernetes, tasks } = proposalsOf(result);
	const out: EstatePlan[] = [];
	if (kubernetes.length > 0)
		out.push({ estate: 'kubernetes', ...applyProposals(base, kubernetes) });
	if (tasks.length > 0) out.push({ estate: 'tasks', ...applyProposals(base, tasks) });
	return out;
}
