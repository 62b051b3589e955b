import { plus, ResourceSum } from './sums.ts';
import type { ContainerFacts, Group, MeshName, PodFacts, ProxyFacts, Resources } from './types.ts';

/** Gathers the pods of one workload into one group. */
export class GroupSum {
	readonly #first: PodFacts;
	readonly #app = new ResourceSum();
	readonly #appLimits = new ResourceSum();
	readonly #proxy = new ResourceSum();
	readonly #proxyLimits = new ResourceSum();
	#pods = 0;
	#withoutRequests = 0;
	#ambient = 0;
	#mesh: MeshName | undefined;
	#proxies = 0;
	#native = 0;
	#proxiesUnset = 0;

	constructor(first: PodFacts) {
		this.#first = first;
	}

	add(pod: PodFacts, times = 1): void {
		const own = pod.containers.filter((container) => container.mesh === undefined);
		const app = summed(own, 'requests');
		this.#app.add(app, times);
		this.#appLimits.add(summed(own, 'limits'), times);
		this.#pods += times;
		if (pod.ambient) this.#ambient += times;
		if (app.cpu === undefined && app.memMiB === undefined) this.#withoutRequests += times;
		const proxy = pod.containers.find((container) => container.mesh !== undefined);
		if (proxy) this.#addProxy(proxy, times);
	}

	#addProxy(proxy: ContainerFacts, times: number): void {
		this.#mesh = proxy.mesh;
		this.#proxies += times;
		if (proxy.native) this.#native += times;
		const { cpu, memMiB } = proxy.requests;
		if (cpu === undefined || memMiB === undefined) this.#proxiesUnset += times;
		this.#proxy.add(proxy.requests, times);
		this.#proxyLimits.add(proxy.limits, times);
	}

	/** Sum of what the proxies of this group request, for the ratio of request to use. */
	finish(): Group {
		const { namespace, workload, workloadKind, fargate, injects } = this.#first;
		return {
			id: `${namespace}/${workload}`,
			namespace,
			workload,
			workloadKind,
			pods: this.#pods,
			runtime: fargate ? 'fargate' : 'k8s',
			app: this.#app.meanOver(this.#pods),
			appLimits: this.#appLimits.meanOfSet(),
			podsWithoutRequests: this.#withoutRequests,
			proxy: this.#proxyFacts(),
			ambientPods: this.#ambient,
			injects
		};
	}

	#proxyFacts(): ProxyFacts | undefined {
		if (this.#mesh === undefined) return undefined;
		return {
			mesh: this.#mesh,
			pods: this.#proxies,
			nativePods: this.#native,
			requests: this.#proxy.meanOfSet(),
			limits: this.#proxyLimits.meanOfSet(),
			podsWithoutRequests: this.#proxiesUnset
		};
	}
}

function summed(containers: readonly ContainerFacts[], of: 'requests' | 'limits'): Resources {
	return containers.reduce<Resources>((sum, container) => plus(sum, container[of]), {});
}
