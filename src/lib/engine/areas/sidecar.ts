import type { Choices } from '../choices.ts';
import type { Expr } from '../graph/expr.ts';
import { inputs } from '../inputs.ts';
import { atPeak, costOfPass, memoryByConfiguration, sized, useAtRate, visible } from './proxy.ts';
import { whenMeshed, type Traffic } from './traffic.ts';

const { proxy } = inputs.mesh;

/** What one proxy beside an application does and reserves. */
export interface EachProxy {
	readonly count: Expr<'pod'>;
	readonly ratePeak: Expr<'traversal/pod-s'>;
	readonly pass: Expr<'core-s/traversal'>;
	readonly cpuUse: Expr<'core/pod'>;
	readonly memUse: Expr<'MiB/pod'>;
	readonly cpuReserved: Expr<'core/pod'>;
	readonly memReserved: Expr<'MiB/pod'>;
}

/** One sidecar per meshed pod, at the mean rate (`model.md` §4). */
export function sidecar(choices: Choices, flow: Traffic): EachProxy {
	const when = whenMeshed(choices, flow.podsMeshed);
	const { sizing, unset } = choices.mesh;
	const pass = costOfPass(proxy, 'sidecar');
	const ratePeak = when(atPeak(flow.traversals).over(flow.podsMeshed)).as({
		id: 'sidecar.rate',
		label: 'Passes per sidecar at peak',
		symbol: 'r',
		limits: 'The mean of all pods: the busiest service has more.'
	});
	const cpuUse = useAtRate(proxy, ratePeak, pass).as({
		id: 'sidecar.cpuUse',
		label: 'CPU that a sidecar uses at peak',
		symbol: 'use',
		why: 'A quiet proxy pays more per pass: it batches less.',
		sources: ['model §4']
	});
	const memUse = memoryByConfiguration(proxy, visible(flow, choices.scoped)).as({
		id: 'sidecar.memUse',
		label: 'Memory that a sidecar uses',
		symbol: 'mem',
		why: 'It grows with the services and endpoints that the proxy is told of, not with the rate.'
	});
	return {
		count: flow.podsMeshed,
		ratePeak,
		pass,
		cpuUse,
		memUse,
		cpuReserved: sized({
			sizing,
			requestUnset: unset.has('mesh.proxy.cpuReq'),
			request: proxy.cpuReq,
			use: cpuUse
		}).as({ id: 'sidecar.cpuReserved', label: 'CPU reserved per sidecar', symbol: 'c' }),
		memReserved: sized({
			sizing,
			requestUnset: unset.has('mesh.proxy.memReqMiB'),
			request: proxy.memReqMiB,
			use: memUse
		}).as({ id: 'sidecar.memReserved', label: 'Memory reserved per sidecar', symbol: 'm' })
	};
}
