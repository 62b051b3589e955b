import type { Choices, StepChoice } from '../choices.ts';
import { constant, ifAbove, largest, type Expr } from '../graph/expr.ts';
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
	const stepped = <U extends string>(base: Expr<U>, figure: (at: number) => Expr<U>): Expr<U> =>
		largest(
			base,
			...steps.map((step, at) => inForce(step, at, flow, receivedPeak, figure(at), base))
		);
	return {
		count: flow.podsMeshed,
		receivedPeak,
		ratePeak: when(atPeak(flow.traversals).over(flow.podsMeshed)).as({
			id: 'taskProxy.rate',
			label: 'Passes per task proxy at peak'
		}),
		cpuReserved: stepped(taskProxy.cpu, (at) => item(at).cpu).as({
			id: 'taskProxy.cpuReserved',
			label: 'CPU reserved per task proxy',
			why: 'The largest of the base figure and the steps in force.'
		}),
		memReserved: stepped(taskProxy.memMiB, (at) => item(at).memMiB).as({
			id: 'taskProxy.memReserved',
			label: 'Memory reserved per task proxy'
		})
	};
}

/** The figure of a step where any threshold that it names is exceeded, else the base. */
function inForce<U extends string>(
	step: StepChoice,
	at: number,
	flow: Traffic,
	received: Expr<'traversal/pod-s'>,
	figure: Expr<U>,
	base: Expr<U>
): Expr<U> {
	const limits = itemInputs('mesh.taskProxy.steps', at);
	let now = base;
	if (step.tasks) now = ifAbove(flow.podsMeshed, limits.aboveTasks, figure, now);
	if (step.services) now = ifAbove(flow.services, limits.aboveServices, figure, now);
	if (step.rps) now = ifAbove(received, limits.aboveReceivedRps, figure, now);
	return now;
}
