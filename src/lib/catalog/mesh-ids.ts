/** The options of a plan (`design.md` §3), in the order they are listed. */
export const MESH_IDS = [
	'no-mesh',
	'istio-sidecar',
	'istio-ambient',
	'istio-ambient-l4',
	'linkerd',
	'linkerd-enterprise',
	'consul',
	'consul-enterprise',
	'app-mesh',
	'vpc-lattice',
	'ecs-service-connect',
	'cloud-service-mesh'
] as const;

export type MeshId = (typeof MESH_IDS)[number];

export function isMeshId(text: string): text is MeshId {
	return MESH_IDS.some((id) => id === text);
}

/** Where pods and tasks run. `k8s` is Kubernetes on nodes of our own, of any provider. */
export const RUNTIMES = ['k8s', 'k8s-fargate', 'ecs-ec2', 'ecs-fargate'] as const;
export type Runtime = (typeof RUNTIMES)[number];

/** What a mesh may cover and a team might build instead (`model.md` §13). */
export const FEATURES = [
	'mutual-tls',
	'traffic-splitting',
	'retries-and-timeouts',
	'circuit-breaking',
	'authorization',
	'golden-metrics',
	'locality-routing',
	'multi-cluster'
] as const;
export type FeatureId = (typeof FEATURES)[number];
