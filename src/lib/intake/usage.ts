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

/** Containers that are proxies of a mesh, by the name their injector gives them. */
const PROXIES = new Set([
	'istio-proxy',
	'linkerd-proxy',
	'consul-dataplane',
	'envoy-sidecar',
	'consul-connect-envoy-sidecar',
	'envoy',
	'aws-appmesh-envoy',
	'ztunnel'
]);

export function isProxyContainer(name: string): boolean {
	return PROXIES.has(name) || /^consul-dataplane-/.test(name);
}
