import { meshedGroups, nothingMeshed, onFargate, type Choices } from '../choices.ts';
import { longSum, type Expr } from '../graph/expr.ts';
import { inputs, itemInputs } from '../inputs.ts';
import type { Beside } from './need.ts';
import { taskPrice, type TaskNeed } from './tasks.ts';
import { drift } from './time.ts';
import { podsOf } from './traffic.ts';

const { time } = inputs;

/** Meshed groups that run as tasks without nodes. */
export const taskGroups = (choices: Choices): readonly number[] =>
	nothingMeshed(choices) ? [] : onFargate(choices, meshedGroups(choices));

/** A task of a group, alone or with the proxy beside the application. */
export function taskNeed(choices: Choices, at: number, beside: Beside | undefined): TaskNeed {
	const group = itemInputs('workload.groups', at);
	const name = choices.groups[at]?.id ?? `group ${at + 1}`;
	if (beside === undefined) {
		const label = `Task of ${name}`;
		return { id: `task${at + 1}.alone`, label, cpu: group.appCpu, memMiB: group.appMemMiB };
	}
	const id = `task${at + 1}.meshed`;
	const label = `Task of ${name} with its proxy`;
	return {
		id,
		label,
		cpu: group.appCpu.plus(beside.cpu).as({ id: `${id}.cpu`, label: `${label}: CPU`, symbol: 'c' }),
		memMiB: group.appMemMiB
			.plus(beside.memMiB)
			.as({ id: `${id}.memMiB`, label: `${label}: memory`, symbol: 'm' })
	};
}

/** On-demand money of larger tasks (`model.md` §8): a whole step of size, or nothing. */
export function largerTasks(choices: Choices, beside: Beside | undefined): Expr<'USD/month'> {
	const groups = beside === undefined ? [] : taskGroups(choices);
	const rows = groups.map((at) => {
		const larger = taskPrice(taskNeed(choices, at, beside));
		const alone = taskPrice(taskNeed(choices, at, undefined));
		return podsOf(choices, at)
			.times(larger.minus(alone))
			.as({ id: `task${at + 1}.added`, label: `Larger tasks of group ${at + 1}, an hour` });
	});
	const label = 'Larger tasks, an hour';
	return longSum('USD/hour', rows, { id: 'tasks.added', label })
		.times(time.hoursPerMonth)
		.by(drift);
}

/** Month-1 price of the tasks of the application itself, for a migration's second copy (§12). */
export const applicationTasks = (choices: Choices): readonly Expr<'USD/hour'>[] =>
	taskGroups(choices).map((at) =>
		podsOf(choices, at)
			.times(taskPrice(taskNeed(choices, at, undefined)))
			.as({ id: `application${at + 1}`, label: `Application of group ${at + 1}, an hour` })
	);
