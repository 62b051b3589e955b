import type { Choices, StepChoice } from '../choices.ts';
import { subscript } from '../graph/explain.ts';
import { constant, ifAbove, largest, one, zero, type Expr } from '../graph/expr.ts';
import { inputs, itemInputs } from '../inputs.ts';
import { atPeak } from './proxy.ts';
import { whenMeshed, type Traffic } from './traffic.ts';

const { taskProxy } = inputs.mesh;

export interface TaskProxy {
	readonly count: Expr<'pod'>;
	/** Requests that a task receives at peak: its outgoing calls do not count. */
	readonly receivedPeak: Expr<'traversal/pod-s'>;
	readonly ratePeak: Expr<'traversal/pod-s'>;
	readonly cpuReserved: Expr<'core/pod'>;
	readonly memReserved: Expr<'MiB/pod'>;
}

/** A proxy that the provider sizes, one per meshed pod or task (`model.md` §4). */
export function taskProxyOf(
	choices: Choices,
	flow: Traffic,
	steps: readonly StepChoice[]
): TaskProxy {
	const when = whenMeshed(choices, flow.podsMeshed);
	const receivedPeak = when(
		atPeak(flow.requests).times(constant(1, 'traversal/request')).over(flow.podsMeshed)
	).as({ id: 'taskProxy.received', label: 'Requests that a task receives at peak', symbol: 'r' });
	const item = (at: number) => itemInputs('mesh.taskProxy.steps', at);
	const inEach = steps.map((step, at) => inForce(step, at, flow, receivedPeak));
	const stepped = <U extends string>(
		base: Expr<U>,
		figure: (at: number) => Expr<U>,
		key: string
	): Expr<U> =>
		largest(
			base,
			...inEach.map((force, at) =>
				ifAbove(force, zero('1'), figure(at), base).as({
					id: `taskProxy.step${at + 1}.${key}`,
					label: `Task proxy by step ${at + 1}: ${key === 'cpu' ? 'CPU' : 'memory'}`,
					symbol: `s${subscript(at + 1)}`
				})
			)
		);
	return {
		count: flow.podsMeshed,
		receivedPeak,
		ratePeak: when(atPeak(flow.traversals).over(flow.podsMeshed)).as({
			id: 'taskProxy.rate',
			label: 'Passes per task proxy at peak'
		}),
		cpuReserved: stepped(taskProxy.cpu, (at) => item(at).cpu, 'cpu').as({
			id: 'taskProxy.cpuReserved',
			label: 'CPU reserved per task proxy',
			why: 'The largest of the base figure and the steps in force.'
		}),
		memReserved: stepped(taskProxy.memMiB, (at) => item(at).memMiB, 'memMiB').as({
			id: 'taskProxy.memReserved',
			label: 'Memory reserved per task proxy'
		})
	};
}

/** 1 where any threshold that a step names is exceeded, else 0: a step that names none is never on. */
function inForce(
	step: StepChoice,
	at: number,
	flow: Traffic,
	received: Expr<'traversal/pod-s'>
): Expr<'1'> {
	const limits = itemInputs('mesh.taskProxy.steps', at);
	let force = zero('1');
	if (step.tasks) force = ifAbove(flow.podsMeshed, limits.aboveTasks, one, force);
	if (step.services) force = ifAbove(flow.services, limits.aboveServices, one, force);
	if (step.rps) force = ifAbove(received, limits.aboveReceivedRps, one, force);
	return force.as({
		id: `taskProxy.step${at + 1}`,
		label: `Step ${at + 1} of the task proxy is in force`,
		symbol: `on${subscript(at + 1)}`
	});
}
