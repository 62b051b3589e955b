import { describe, expect, it } from 'vitest';
import { choicesOf, flowOf, worked, type Figures } from '../../../../tests/support/graph/worked.ts';
import type { Expr } from '../graph/expr.ts';
import { taskProxyOf } from './task-proxy.ts';

/** As AWS advises of Service Connect: half a vCPU above 500 requests/s, 128 MiB in large estates. */
const advice: Figures = {
	'workload.peakToAverage': 2.5,
	'mesh.taskProxy.cpu': 0.25,
	'mesh.taskProxy.memMiB': 64,
	'mesh.taskProxy.steps[0].aboveReceivedRps': 500,
	'mesh.taskProxy.steps[0].cpu': 0.5,
	'mesh.taskProxy.steps[0].memMiB': 64,
	'mesh.taskProxy.steps[1].aboveServices': 100,
	'mesh.taskProxy.steps[1].aboveTasks': 2000,
	'mesh.taskProxy.steps[1].cpu': 0.1,
	'mesh.taskProxy.steps[1].memMiB': 128
};
const steps = [
	{ rps: true, services: false, tasks: false },
	{ rps: false, services: true, tasks: true }
];

interface Load {
	readonly received?: number;
	readonly services?: number;
	readonly tasks?: number;
}

/** The proxy of an estate in which each task receives so much at peak. */
const proxyAt = ({ received = 0, services = 0, tasks = 10 }: Load) => {
	const requests = (received * tasks) / 2.5;
	const flow = flowOf({ services, podsMeshed: tasks, requests, traversals: 2 * requests });
	const choices = choicesOf({ mesh: { kind: 'managed', taskProxy: { steps } } });
	return taskProxyOf(choices, flow, steps);
};

const sizeAt = (load: Load, figures: Figures = advice) => {
	const proxy = proxyAt(load);
	return [worked(proxy.cpuReserved, figures), worked(proxy.memReserved, figures)];
};

describe('a task proxy (model §4)', () => {
	it('receives 50 requests a second at peak, and passes 100', () => {
		// By hand: 200 × 2.5 / 10 and 400 × 2.5 / 10.
		const proxy = proxyAt({ received: 50 });
		expect(worked(proxy.count, advice)).toBe('10');
		expect(worked(proxy.receivedPeak, advice)).toBe('50');
		expect(worked(proxy.ratePeak, advice)).toBe('100');
	});

	it.each([
		[{}, ['0.25', '64']],
		[{ received: 500 }, ['0.25', '64']],
		[{ received: 500.1 }, ['0.5', '64']],
		[{ services: 100, tasks: 2000 }, ['0.25', '64']],
		[{ services: 101 }, ['0.25', '128']],
		[{ tasks: 2001 }, ['0.25', '128']],
		[{ received: 501, services: 101 }, ['0.5', '128']]
	] as const)('in an estate with %j reserves %j: the largest of base and steps', (load, size) => {
		expect(sizeAt(load)).toEqual(size);
	});

	it('is never moved by a step that names no threshold', () => {
		const loose = [{ rps: false, services: false, tasks: false }];
		const flow = flowOf({ services: 1e6, podsMeshed: 1e6, requests: 1e9 });
		const choices = choicesOf({ mesh: { kind: 'managed', taskProxy: { steps: loose } } });
		expect(worked(taskProxyOf(choices, flow, loose).cpuReserved, advice)).toBe('0.25');
	});

	it('receives nothing where no task is meshed', () => {
		const none = proxyAt({ received: 50, tasks: 0 });
		expect(worked(none.receivedPeak, advice)).toBe('0');
		expect(worked(none.ratePeak, advice)).toBe('0');
	});

	it.each(['mesh.taskProxy.cpu', 'mesh.taskProxy.steps[0].aboveReceivedRps'])(
		'has no figure without %s',
		(path) => {
			expect(sizeAt({}, { ...advice, [path]: null })[0]).toBe(`no figure: ${path}`);
		}
	);

	it('keeps, at compile time, what a task receives apart from its size', () => {
		// @ts-expect-error 'traversal/pod-s' is not 'core/pod'
		const cores: Expr<'core/pod'> = proxyAt({}).receivedPeak;
		expect(cores.node.unit).toBe('traversal/pod-s');
	});
});
