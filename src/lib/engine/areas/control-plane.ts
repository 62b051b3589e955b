import type { Choices } from '../choices.ts';
import { constant, ifAbove, one, zero, type Expr } from '../graph/expr.ts';
import { inputs, itemInputs } from '../inputs.ts';
import { whenMeshed, type Traffic } from './traffic.ts';

const { workload } = inputs;
const { controlPlane } = inputs.mesh;

export interface ControlPlane {
	readonly connections: Expr<'connection'>;
	readonly perPlane: Expr<'connection/plane'>;
	readonly pods: Expr<'pod'>;
	readonly cpu: Expr<'core'>;
	readonly memMiB: Expr<'MiB'>;
	readonly diskGiB: Expr<'GiB'>;
	/** What `kubectl top` will show; never money. */
	readonly cpuUse: Expr<'core'>;
	readonly memUseMiB: Expr<'MiB'>;
}

/** Who holds a connection to the plane: pods beside which a proxy runs, or nodes, and gateways. */
export interface Connected {
	readonly pods: Expr<'pod'>;
	readonly nodes: Expr<'node'>;
}

/** The plane, in published steps (`model.md` §5): tiers, not slopes. */
export function controlPlaneOf(
	choices: Choices,
	flow: Traffic,
	connected: Connected
): ControlPlane {
	const when = whenMeshed(choices, flow.podsMeshed);
	const connections = when(
		connected.pods
			.times(constant(1, 'connection/pod'))
			.plus(connected.nodes.times(constant(1, 'connection/node')))
	).as({ id: 'plane.connections', label: 'Proxies connected to the control plane' });
	const planes = planesOf(choices);
	const perPlane = connections
		.over(planes)
		.roundedUp()
		.as({ id: 'plane.perPlane', label: 'Proxies per control plane', symbol: 'conn' });
	const total = <U extends string, P extends string>(
		unit: U,
		{ id, label, figure }: Tiered<P>
	): Expr<U> => {
		const each = tierOf(choices, perPlane, { id, label, figure });
		return (each === undefined ? zero(unit) : when(each.times(planes).in(unit))).as({
			id,
			label,
			sources: ['model §5']
		});
	};
	const tier = (at: number) => itemInputs('mesh.controlPlane.tiers', at);
	return {
		connections,
		perPlane,
		pods: total('pod', {
			id: 'plane.pods',
			label: 'Control plane pods',
			figure: (at) => tier(at).pods
		}),
		cpu: total('core', {
			id: 'plane.cpu',
			label: 'Control plane CPU requested',
			figure: (at) => tier(at).cpu
		}),
		memMiB: total('MiB', {
			id: 'plane.memMiB',
			label: 'Control plane memory requested',
			figure: (at) => tier(at).memMiB
		}),
		diskGiB: total('GiB', {
			id: 'plane.diskGiB',
			label: 'Control plane disk',
			figure: (at) => tier(at).diskGiB
		}),
		cpuUse: connections.over(constant(1000, '1')).times(controlPlane.useCpuPer1000),
		memUseMiB: connections.over(constant(1000, '1')).times(controlPlane.useMemMiBPer1000)
	};
}

const planesOf = (choices: Choices): Expr<'plane'> =>
	choices.mesh.controlPlane?.perCluster === false
		? constant(1, 'plane')
		: workload.clusters.times(constant(1, 'plane/cluster'));

interface Tiered<P extends string> {
	readonly id: string;
	readonly label: string;
	/** The figure of a tier, for one plane. */
	readonly figure: (at: number) => Expr<P>;
}

/** First tier that serves the proxies of one plane; above the last, multiples of the last. */
function tierOf<P extends string>(
	choices: Choices,
	perPlane: Expr<'connection/plane'>,
	{ id, label, figure }: Tiered<P>
): Expr<P> | undefined {
	const order = choices.mesh.controlPlane?.tiers ?? [];
	const last = order.at(-1);
	if (last === undefined) return undefined;
	const limit = (at: number) => itemInputs('mesh.controlPlane.tiers', at).maxConn;
	const scale = perPlane.over(limit(last)).roundedUp().atLeast(one);
	let each = figure(last).by(scale);
	for (const at of [...order].reverse().slice(1)) {
		const above = each.as({ id: `${id}.above${at + 1}`, label: `${label}, above tier ${at + 1}` });
		each = ifAbove(perPlane, limit(at), above, figure(at));
	}
	return each;
}
