import { ResourceSum } from './sums.ts';
import type { Inventory, MeshPart, PodFacts } from './types.ts';

interface Part {
	readonly first: PodFacts;
	readonly sum: ResourceSum;
	pods: number;
}

/** Gathers what runs beside the workloads: parts of meshes, and one daemon a node. */
export class PartSum {
	readonly #parts = new Map<string, Part>();
	readonly #daemons = new ResourceSum();
	#daemonPods = 0;

	add(pod: PodFacts, times: number): void {
		if (pod.role === 'daemon') {
			this.#daemons.add(pod.reserved, times);
			this.#daemonPods += times;
			return;
		}
		const key = `${pod.role}/${pod.namespace}/${pod.workload}`;
		const part = this.#parts.get(key) ?? { first: pod, sum: new ResourceSum(), pods: 0 };
		part.sum.add(pod.reserved, times);
		part.pods += times;
		this.#parts.set(key, part);
	}

	finish(): Pick<Inventory, 'meshParts' | 'daemons'> {
		return {
			meshParts: [...this.#parts.values()].flatMap(toPart),
			daemons: { pods: this.#daemonPods, requests: this.#daemons.total() }
		};
	}
}

function toPart({ first, sum, pods }: Part): readonly MeshPart[] {
	const { role, mesh, namespace, workload } = first;
	if (role === 'workload' || role === 'daemon') return [];
	const requests = sum.total();
	return [{ mesh: mesh ?? 'other', role, workload: `${namespace}/${workload}`, pods, requests }];
}
