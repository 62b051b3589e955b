import type { KindCount } from './types.ts';

/** Kinds of the mesh and gateway APIs, by group; a kind that is not here does not exist there. */
const KINDS: Readonly<Record<string, string>> = {
	'networking.istio.io':
		'VirtualService Gateway DestinationRule Sidecar ServiceEntry EnvoyFilter WorkloadEntry ' +
		'WorkloadGroup ProxyConfig',
	'security.istio.io': 'PeerAuthentication AuthorizationPolicy RequestAuthentication',
	'telemetry.istio.io': 'Telemetry',
	'extensions.istio.io': 'WasmPlugin',
	'install.istio.io': 'IstioOperator',
	'gateway.networking.k8s.io':
		'Gateway GatewayClass HTTPRoute GRPCRoute TCPRoute TLSRoute UDPRoute ReferenceGrant ' +
		'BackendTLSPolicy BackendLBPolicy ListenerSet',
	'linkerd.io': 'ServiceProfile',
	'policy.linkerd.io':
		'Server ServerAuthorization AuthorizationPolicy MeshTLSAuthentication ' +
		'NetworkAuthentication HTTPRoute HTTPLocalRateLimitPolicy EgressNetwork',
	'multicluster.linkerd.io': 'Link ServiceImport',
	'split.smi-spec.io': 'TrafficSplit',
	'specs.smi-spec.io': 'HTTPRouteGroup TCPRoute UDPRoute',
	'access.smi-spec.io': 'TrafficTarget',
	'metrics.smi-spec.io': 'TrafficMetrics',
	'consul.hashicorp.com':
		'ServiceDefaults ServiceResolver ServiceRouter ServiceSplitter ServiceIntentions ' +
		'ProxyDefaults Mesh ExportedServices IngressGateway TerminatingGateway PeeringAcceptor ' +
		'PeeringDialer SamenessGroup ControlPlaneRequestLimit JWTProvider Registration ' +
		'GatewayClassConfig GatewayPolicy MeshService RouteAuthFilter RouteRetryFilter ' +
		'RouteTimeoutFilter',
	'appmesh.k8s.aws':
		'Mesh VirtualNode VirtualService VirtualRouter VirtualGateway GatewayRoute BackendGroup',
	'': 'Pod Service Node Namespace',
	apps: 'Deployment StatefulSet DaemonSet ReplicaSet',
	autoscaling: 'HorizontalPodAutoscaler',
	batch: 'Job CronJob'
};

/** Groups of Kubernetes itself: their other kinds exist, and nothing is needed of them. */
const KUBERNETES = /^$|^(apps|batch|autoscaling|policy|extensions|events\.k8s\.io)$|\.k8s\.io$/;

const USED = new Set([
	'Pod',
	'Node',
	'Service',
	'Namespace',
	'Deployment',
	'StatefulSet',
	'DaemonSet',
	'HorizontalPodAutoscaler',
	'Sidecar',
	'DestinationRule'
]);

/** The group of an apiVersion: "apps/v1" is apps, "v1" is ''. */
export function groupOf(apiVersion: string): string {
	const slash = apiVersion.indexOf('/');
	return slash === -1 ? '' : apiVersion.slice(0, slash);
}

/** How an object of this kind is read. */
export function readingOf(apiVersion: string, kind: string): KindCount['reading'] {
	const group = groupOf(apiVersion);
	const known = Object.hasOwn(KINDS, group) ? KINDS[group]?.split(' ') : undefined;
	if (known?.includes(kind)) return USED.has(kind) && !isRoute(group) ? 'used' : 'counted';
	if (KUBERNETES.test(group) && group !== 'gateway.networking.k8s.io') return 'counted';
	return known === undefined ? 'unknown-kind' : 'no-such-kind';
}

function isRoute(group: string): boolean {
	return group === 'gateway.networking.k8s.io';
}

/** The sentence for a kind that cannot be read. */
export function kindMessage(apiVersion: string, kind: string): string {
	if (readingOf(apiVersion, kind) === 'no-such-kind')
		return `${apiVersion} has no kind ${kind}: the object has no effect in a cluster.`;
	return `${kind} of ${apiVersion} is not a kind read here.`;
}
