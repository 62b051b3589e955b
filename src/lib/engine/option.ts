import { meshedGroups, nothingMeshed, onNodes, type Choices } from './choices.ts';
import { capacityOf, type Capacity } from './areas/capacity.ts';
import {
	afterCommitments,
	allocated,
	provisioned,
	unitPrices,
	type UnitPrices
} from './areas/compute.ts';
import { applicationTasks, largerTasks } from './areas/fargate.ts';
import { ownPods } from './areas/need.ts';
import { fee, loadBalancers, transfer, type Fee, type Transfer } from './areas/network.ts';
import { pathMean } from './areas/path-latency.ts';
import { telemetry, type Telemetry } from './areas/telemetry.ts';
import { podsOf, traffic, type Traffic } from './areas/traffic.ts';
import { constant, ifAbove, longSum, zero, type Expr } from './graph/expr.ts';
import { inputs, itemInputs } from './inputs.ts';

const { mesh, time } = inputs;

/** All quantities of one mesh, before they become rows. The only place that joins the areas. */
export interface Option {
	readonly choices: Choices;
	readonly flow: Traffic;
	readonly capacity: Capacity;
	readonly nodes0: Expr<'node'>;
	readonly nodes1: Expr<'node'>;
	readonly tunnel: TunnelAtWork | undefined;
	readonly addedCpu: Expr<'core'>;
	readonly addedMemMiB: Expr<'MiB'>;
	readonly prices: UnitPrices | undefined;
	readonly compute: Readonly<Record<'provisioned' | 'allocated', Expr<'USD/month'>>>;
	readonly fargate: Expr<'USD/month'>;
	readonly transfer: Transfer;
	readonly loadBalancers: Expr<'USD/month'>;
	readonly fee: Fee;
	readonly telemetry: Telemetry;
	readonly pathMean: Expr<'ms'>;
	/** A: month 1 of the meshed application itself (`model.md` §12). */
	readonly application: Expr<'USD/month'>;
}

/** A tunnel at the count of nodes that was found. */
export interface TunnelAtWork {
	readonly ratePeak: Expr<'traversal/pod-s'>;
	readonly cpuUse: Expr<'core/pod'>;
	readonly cpuReserved: Expr<'core/pod'>;
}

export function optionOf(choices: Choices): Option {
	const flow = traffic(choices);
	const capacity = capacityOf(choices, flow);
	const nodes0 = choices.hasNode ? capacity.nodes0(choices.packingMode) : zero('node');
	const nodes1 = choices.hasNode ? capacity.nodes1(choices.packingMode) : zero('node');
	const named0 = nodes0.as({ id: 'nodesBaseline', label: 'Nodes without the mesh', symbol: 'n₀' });
	const named1 = nodes1.as({
		id: 'nodesMesh',
		label: 'Nodes with the mesh',
		symbol: 'n₁',
		why: 'The largest of the counts by CPU, memory and pods, rounded to whole nodes and zones.',
		sources: ['model §6']
	});
	const tunnel = tunnelAtWork(capacity, named1);
	const added = addedBy(choices, flow, capacity, named1, tunnel);
	const prices = choices.hasNode ? unitPrices(capacity.alloc) : undefined;
	return {
		choices,
		flow,
		capacity,
		nodes0: named0,
		nodes1: named1,
		tunnel,
		...added,
		prices,
		compute: computeOf(choices, named1.minus(named0), added, prices),
		fargate: afterCommitments(choices, largerTasks(choices, capacity.beside), {
			id: 'fargate',
			discount: 'fargateDiscount'
		}),
		transfer: transfer(choices, flow),
		loadBalancers: loadBalancers(choices, flow, capacity.gateways),
		fee: fee(choices, flow),
		telemetry: telemetry(choices, flow, watched(capacity, named1), prices),
		pathMean: pathMean(choices, flow),
		application: applicationOf(choices, prices)
	};
}

function tunnelAtWork(capacity: Capacity, nodes: Expr<'node'>): TunnelAtWork | undefined {
	const { tunnel } = capacity;
	if (tunnel === undefined) return undefined;
	const rate = tunnel.ratePeak(nodes);
	const ratePeak = ifAbove(nodes, zero('node'), rate, zero('traversal/pod-s')).as({
		id: 'ztunnel.rate',
		label: 'Passes per node tunnel at peak'
	});
	const cpuUse = ifAbove(nodes, zero('node'), tunnel.cpuUse(nodes), mesh.ztunnel.c0).as({
		id: 'ztunnel.cpuUse',
		label: 'CPU that a node tunnel uses at peak'
	});
	const cpuReserved = tunnel.cpuReserved(cpuUse).as({
		id: 'ztunnel.cpuReserved',
		label: 'CPU reserved per node tunnel'
	});
	return { ratePeak, cpuUse, cpuReserved };
}

interface Added {
	readonly addedCpu: Expr<'core'>;
	readonly addedMemMiB: Expr<'MiB'>;
}

/** What the mesh asks for: ΔC and ΔM of `model.md` §7. */
function addedBy(
	choices: Choices,
	flow: Traffic,
	capacity: Capacity,
	nodes: Expr<'node'>,
	tunnel: TunnelAtWork | undefined
): Added {
	const { gateways, plane, waypoints } = capacity;
	const added = gateways.ingress.minus(gateways.ingressToday);
	const own = named(ownPods(gateways, plane, waypoints, added), {
		id: 'own',
		words: 'of control plane, gateways and waypoints'
	});
	const beside = named(besidePods(choices, capacity), { id: 'proxies', words: 'of proxies' });
	const idle = nothingMeshed(choices);
	const agents = idle
		? { cpu: zero('core'), memMiB: zero('MiB') }
		: named(agentsOn(capacity, nodes, tunnel), { id: 'agents', words: 'of agents on nodes' });
	const when = <U extends string>(x: Expr<U>, none: Expr<U>): Expr<U> =>
		idle ? none : ifAbove(flow.podsMeshed, zero('pod'), x, none);
	return {
		addedCpu: when(own.cpu.plus(beside.cpu).plus(agents.cpu), zero('core')).as({
			id: 'addedCpu',
			label: 'CPU that the mesh requests',
			symbol: 'ΔC'
		}),
		addedMemMiB: when(own.memMiB.plus(beside.memMiB).plus(agents.memMiB), zero('MiB')).as({
			id: 'addedMemMiB',
			label: 'Memory that the mesh requests',
			symbol: 'ΔM'
		})
	};
}

interface Asked {
	readonly cpu: Expr<'core'>;
	readonly memMiB: Expr<'MiB'>;
}

const named = (
	{ cpu, memMiB }: Asked,
	{ id, words }: { readonly id: string; readonly words: string }
): Asked => ({
	cpu: cpu.as({ id: `${id}.cpu`, label: `CPU ${words}`, symbol: `${id}Cpu` }),
	memMiB: memMiB.as({ id: `${id}.memMiB`, label: `Memory ${words}`, symbol: `${id}Mem` })
});

/** Proxies beside pods on nodes, and memory that hard limits add to those pods. */
function besidePods(choices: Choices, { beside }: Capacity): Asked {
	if (beside === undefined) return { cpu: zero('core'), memMiB: zero('MiB') };
	const groups = onNodes(choices, meshedGroups(choices));
	const label = 'Pods on nodes with a proxy';
	const pods = longSum(
		'pod',
		groups.map((at) => podsOf(choices, at)),
		{ id: 'proxiesOnNodes', label }
	).as({ id: 'proxiesOnNodes', label });
	const extra = mesh.taskProxy.appMemFactor.minus(constant(1, '1'));
	const limits = beside.limitsMemory
		? longSum(
				'MiB',
				groups.map((at) => limitOf(choices, at)),
				{ id: 'appLimits', label: 'Memory of applications under a hard limit' }
			).by(extra)
		: zero('MiB');
	return { cpu: pods.times(beside.cpu), memMiB: pods.times(beside.memMiB).plus(limits) };
}

/** Memory that the application of a group asks for. */
const limitOf = (choices: Choices, at: number): Expr<'MiB'> =>
	podsOf(choices, at).times(itemInputs('workload.groups', at).appMemMiB);

const tunnelPerNode = constant(1, 'pod/node');

function agentsOn(
	{ tunnel }: Capacity,
	nodes: Expr<'node'>,
	atWork: TunnelAtWork | undefined
): Asked {
	const cpu = nodes.times(mesh.nodeAgent.cpu);
	const memMiB = nodes.times(mesh.nodeAgent.memMiB);
	if (tunnel === undefined || atWork === undefined) return { cpu, memMiB };
	const tunnels = nodes.times(tunnelPerNode);
	return {
		cpu: cpu.plus(tunnels.times(atWork.cpuReserved)),
		memMiB: memMiB.plus(tunnels.times(tunnel.memReserved))
	};
}

function computeOf(
	choices: Choices,
	nodes: Expr<'node'>,
	added: Added,
	prices: UnitPrices | undefined
): Option['compute'] {
	const none = zero('USD/month');
	if (prices === undefined || nothingMeshed(choices)) return { provisioned: none, allocated: none };
	const share = allocated(added.addedCpu, added.addedMemMiB, prices);
	return {
		provisioned: afterCommitments(choices, provisioned(nodes), {
			id: 'provisioned',
			discount: 'discount'
		}),
		allocated: afterCommitments(choices, share, { id: 'allocated', discount: 'discount' })
	};
}

const watched = (capacity: Capacity, nodes: Expr<'node'>) => ({
	sidecars: capacity.sidecar?.count ?? zero('pod'),
	waypoints: capacity.waypoints?.count ?? zero('pod'),
	gateways: capacity.gateways,
	tunnels: capacity.tunnel === undefined ? zero('node') : nodes
});

function applicationOf(choices: Choices, prices: UnitPrices | undefined): Expr<'USD/month'> {
	const groups = nothingMeshed(choices) ? [] : onNodes(choices, meshedGroups(choices));
	const onNode = groups.flatMap((at) => {
		const group = itemInputs('workload.groups', at);
		if (prices === undefined) return [];
		const each = group.appCpu
			.times(prices.coreLoaded)
			.plus(group.appMemMiB.over(constant(1024, 'MiB/GiB')).times(prices.gibLoaded));
		const name = { id: `application${at + 1}`, label: `Application of group ${at + 1}, an hour` };
		return [podsOf(choices, at).times(each).as(name)];
	});
	const label = 'The meshed application itself';
	return longSum('USD/hour', [...onNode, ...applicationTasks(choices)], {
		id: 'application',
		label
	})
		.times(time.hoursPerMonth)
		.atMonthOne()
		.as({ id: 'migration.application', label: `${label}, a month`, symbol: 'A' });
}
