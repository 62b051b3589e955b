import { notMeasured, success, type Missing, type Parsed } from '../parsed.ts';
import { readCores, readMiB, readQuantity } from '../quantity.ts';
import { at, textAt } from '../shape.ts';
import type { Derived, NodeGroup, PodFacts } from './types.ts';

interface NodeFacts {
	readonly type: string;
	readonly zone: string;
	readonly cpu: number;
	readonly memMiB: number;
	readonly maxPods: number;
	readonly vcpu: number;
	readonly memGiB: number;
}

const TYPE = ['node.kubernetes.io/instance-type', 'beta.kubernetes.io/instance-type'] as const;
const ZONE = ['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone'] as const;
const PROVIDERS = { aws: 'eks', gce: 'gke', azure: 'aks' } as const;

/** Gathers nodes by type, zone and size, and what the pods on them request. */
export class NodeSum {
	readonly #nodes = new Map<string, NodeFacts>();
	readonly #requested = new Map<string, { readonly daemon: Sum; readonly rest: Sum }>();
	provider: 'eks' | 'gke' | 'aks' | undefined;
	region: string | undefined;

	/** Takes a Node; one that stands for a Fargate task is none. */
	addNode(node: unknown): Parsed<undefined> {
		const label = (name: string): string | undefined => textAt(node, 'metadata', 'labels', name);
		const name = textAt(node, 'metadata', 'name') ?? 'unnamed';
		if (label('eks.amazonaws.com/compute-type') === 'fargate') return success(undefined);
		const facts = readNode(node, name, label);
		if (!facts.ok) return facts;
		this.#nodes.set(name, facts.value);
		const scheme = /^(aws|gce|azure):/.exec(textAt(node, 'spec', 'providerID') ?? '')?.[1];
		if (scheme === 'aws' || scheme === 'gce' || scheme === 'azure')
			this.provider ??= PROVIDERS[scheme];
		this.region ??=
			label('topology.kubernetes.io/region') ?? label('failure-domain.beta.kubernetes.io/region');
		return success(undefined);
	}

	/** Takes what a pod that runs on a node requests. */
	addPod(pod: PodFacts): void {
		if (pod.node === undefined || pod.fargate) return;
		const sums = this.#requested.get(pod.node) ?? { daemon: none(), rest: none() };
		const perNode = ['daemon', 'node-agent', 'ztunnel'].includes(pod.role);
		const sum = perNode ? sums.daemon : sums.rest;
		sum.cpu += pod.reserved.cpu ?? 0;
		sum.memMiB += pod.reserved.memMiB ?? 0;
		sum.pods++;
		this.#requested.set(pod.node, sums);
	}

	/** By type, zone and pod limit; sizes are means, as allocatable differs by a few KiB a node. */
	groups(): readonly NodeGroup[] {
		const groups = new Map<string, NodeFacts[]>();
		for (const node of this.#nodes.values()) {
			const key = `${node.type}|${node.zone}|${node.maxPods}`;
			groups.set(key, [...(groups.get(key) ?? []), node]);
		}
		return [...groups.values()].map(averaged).sort((a, b) => b.count - a.count);
	}

	/**
	 * The packing factor (`model.md` §6, §20): requests over allocatable, both without what runs on
	 * each node anyway. The fuller of CPU and memory counts, for it is what more nodes are bought for.
	 */
	packing(): Derived | Missing {
		if (this.#nodes.size === 0)
			return notMeasured('No nodes among the files: add kubectl get nodes.');
		if (this.#requested.size === 0) return notMeasured('No pods with a node among the files.');
		const [room, used] = [none(), none()];
		for (const [name, node] of this.#nodes) {
			const sums = this.#requested.get(name);
			room.cpu += node.cpu - (sums?.daemon.cpu ?? 0);
			room.memMiB += node.memMiB - (sums?.daemon.memMiB ?? 0);
			used.cpu += sums?.rest.cpu ?? 0;
			used.memMiB += sums?.rest.memMiB ?? 0;
			used.pods += sums?.rest.pods ?? 0;
		}
		if (room.cpu <= 0 || room.memMiB <= 0)
			return notMeasured('What runs on every node already requests all that is allocatable.');
		return packed(used, room, this.#nodes.size);
	}
}

function averaged(nodes: readonly NodeFacts[]): NodeGroup {
	const mean = (of: (node: NodeFacts) => number): number =>
		nodes.reduce((sum, node) => sum + of(node), 0) / nodes.length;
	const [first] = nodes;
	return {
		type: first?.type ?? '',
		zone: first?.zone ?? '',
		count: nodes.length,
		cpu: mean((node) => node.cpu),
		memMiB: mean((node) => node.memMiB),
		maxPods: first?.maxPods ?? 0,
		vcpu: mean((node) => node.vcpu),
		memGiB: mean((node) => node.memGiB)
	};
}

interface Sum {
	cpu: number;
	memMiB: number;
	pods: number;
}

function none(): Sum {
	return { cpu: 0, memMiB: 0, pods: 0 };
}

function packed(used: Sum, room: Sum, nodes: number): Derived | Missing {
	const cpu = used.cpu / room.cpu;
	const mem = used.memMiB / room.memMiB;
	const fuller = Math.max(cpu, mem);
	if (fuller <= 0) return notMeasured('The pods on these nodes request nothing.');
	return {
		value: Math.min(1, fuller),
		from:
			`Requests of ${used.pods} pods over the allocatable of ${nodes} nodes, daemons taken off ` +
			`both: CPU ${used.cpu.toFixed(1)} of ${room.cpu.toFixed(1)} cores (${percent(cpu)}), memory ` +
			`${(used.memMiB / 1024).toFixed(1)} of ${(room.memMiB / 1024).toFixed(1)} GiB ` +
			`(${percent(mem)}); the fuller one counts`
	};
}

function percent(share: number): string {
	return `${(share * 100).toFixed(1)} %`;
}

function readNode(
	node: unknown,
	pod: string,
	label: (name: string) => string | undefined
): Parsed<NodeFacts> {
	const figure = (list: 'allocatable' | 'capacity', name: string): Parsed<number> => {
		const place = { pod: `node ${pod}`, field: `status.${list}.${name}` };
		const value = at(node, 'status', list, name);
		if (name === 'cpu') return readCores(value, place);
		return name === 'memory' ? readMiB(value, place) : readQuantity(value, place);
	};
	const cpu = figure('allocatable', 'cpu');
	const mem = figure('allocatable', 'memory');
	const pods = figure('allocatable', 'pods');
	for (const read of [cpu, mem, pods]) if (!read.ok) return read;
	if (!cpu.ok || !mem.ok || !pods.ok) return { ok: false, errors: [] };
	const [wholeCpu, wholeMem] = [figure('capacity', 'cpu'), figure('capacity', 'memory')];
	return success({
		type: label(TYPE[0]) ?? label(TYPE[1]) ?? 'unlabelled',
		zone: label(ZONE[0]) ?? label(ZONE[1]) ?? 'unlabelled',
		cpu: cpu.value,
		memMiB: mem.value,
		maxPods: pods.value,
		vcpu: wholeCpu.ok ? wholeCpu.value : Math.ceil(cpu.value),
		memGiB: wholeMem.ok ? wholeMem.value / 1024 : mem.value / 1024
	});
}
