/** Meshes as they are called on every page, those that are no option included. */
export const MESH_NAMES: Readonly<Record<string, string>> = {
	'istio-sidecar': 'Istio sidecar',
	'istio-ambient': 'Istio ambient',
	'istio-ambient-l4': 'Istio ambient, L4 only',
	linkerd: 'Linkerd',
	'linkerd-enterprise': 'Linkerd Enterprise',
	consul: 'Consul',
	'consul-enterprise': 'Consul Enterprise',
	'app-mesh': 'AWS App Mesh',
	'vpc-lattice': 'VPC Lattice',
	'ecs-service-connect': 'ECS Service Connect',
	'cloud-service-mesh': 'Cloud Service Mesh',
	cilium: 'Cilium',
	'no-mesh': 'No mesh',
	none: 'No mesh (baseline)',
	envoy: 'Envoy by itself'
};

/** The name of a mesh; an id that has none stands for itself. */
export const meshName = (id: string): string => MESH_NAMES[id] ?? id;
