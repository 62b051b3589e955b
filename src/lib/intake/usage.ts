import type { Problem } from './parsed.ts';

/** What one container used, from a snapshot: kubectl top or the metrics API. */
export interface ContainerUse {
	readonly namespace?: string | undefined;
	readonly pod: string;
	readonly container: string;
	readonly cpuCores?: number | undefined;
	readonly memMiB?: number | undefined;
}

/** One snapshot of use. */
export interface UseReading {
	readonly uses: readonly ContainerUse[];
	readonly notes: readonly Problem[];
	/** Moment of the snapshot, where the format states it. */
	readonly at?: string | undefined;
	/** Seconds the snapshot averages over, where stated. */
	readonly windowS?: number | undefined;
}

/** Containers that are proxies, by the name their injector gives them, and the mesh each is of. */
const PROXIES: ReadonlyMap<string, string> = new Map([
	['istio-proxy', 'istio-sidecar'],
	['linkerd-proxy', 'linkerd'],
	['consul-dataplane', 'consul'],
	['envoy-sidecar', 'consul'],
	['consul-connect-envoy-sidecar', 'consul'],
	['envoy', 'app-mesh'],
	['aws-appmesh-envoy', 'app-mesh'],
	['ztunnel', 'istio-ambient']
]);

/** The mesh whose proxy a container of this name is; undefined for every other container. */
export function meshOfContainer(name: string): string | undefined {
	return PROXIES.get(name) ?? (name.startsWith('consul-dataplane-') ? 'consul' : undefined);
}

export function isProxyContainer(name: string): boolean {
	return meshOfContainer(name) !== undefined;
}
