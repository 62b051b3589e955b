import { meshedGroups, nothingMeshed, onFargate, type Choices } from '../choices.ts';
import { sum, type Expr } from '../graph/expr.ts';
import { inputs, itemInputs } from '../inputs.ts';
import type { Beside } from './need.ts';
import { taskPrice } from './tasks.ts';
import { drift } from './time.ts';
import { podsOf } from './traffic.ts';

const { time } = inputs;

/** Meshed groups that run as tasks without nodes. */
export const taskGroups = (choices: Choices): readonly number[] =>
	nothingMeshed(choices) ? [] : onFargate(choices, meshedGroups(choices));

/** CPU and memory of a task with the proxy beside the application. */
export const taskNeed = (
	at: number,
	beside: Beside | undefined
): { readonly cpu: Expr<'core/pod'>; readonly memMiB: Expr<'MiB/pod'> } => {
	const group = itemInputs('workload.groups', at);
	return beside === undefined
		? { cpu: group.appCpu, memMiB: group.appMemMiB }
		: { cpu: group.appCpu.plus(beside.cpu), memMiB: group.appMemMiB.plus(beside.memMiB) };
};

/** On-demand money of larger tasks (`model.md` §8): a whole step of size, or nothing. */
export function largerTasks(choices: Choices, beside: Beside | undefined): Expr<'USD/month'> {
	const rows = taskGroups(choices).map((at) => {
		const [alone, meshed] = [taskNeed(at, undefined), taskNeed(at, beside)];
		const step = taskPrice(meshed.cpu, meshed.memMiB).minus(taskPrice(alone.cpu, alone.memMiB));
		return podsOf(choices, at).times(step);
	});
	return sum('USD/hour', rows).times(time.hoursPerMonth).by(drift);
}

/** Month-1 price of the tasks of the application itself, for a migration's second copy (§12). */
export const applicationTasks = (choices: Choices): Expr<'USD/hour'> =>
	sum(
		'USD/hour',
		taskGroups(choices).map((at) => {
			const alone = taskNeed(at, undefined);
			return podsOf(choices, at).times(taskPrice(alone.cpu, alone.memMiB));
		})
	);
