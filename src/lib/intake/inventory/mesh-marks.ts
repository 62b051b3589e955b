import type { JsonObject } from '../shape.ts';
import { textAt } from '../shape.ts';
import type { MeshName, Role } from './types.ts';

/** What a pod's labels, owner and containers are recognised by. */
export interface Marks {
	readonly namespace: string;
	readonly labels: JsonObject;
	readonly ownerKind: string;
	/** Names and images of the containers and native sidecars. */
	readonly containers: readonly { readonly name: string; readonly image: string }[];
}

export interface RoleFound {
	readonly role: Role;
	readonly mesh?: MeshName | undefined;
}

/** Mesh whose proxy a container is, by the name its injector gives it, else by its image. */
export function proxyMesh(name: string, image: string): MeshName | undefined {
	if (name === 'istio-proxy') return 'istio';
	if (name === 'linkerd-proxy') return 'linkerd';
	if (/^consul-dataplane(-|$)/.test(name) || /^(consul-connect-)?envoy-sidecar/.test(name))
		return 'consul';
	if (image.includes('aws-appmesh-envoy')) return 'app-mesh';
	if (name === 'kuma-sidecar' || name === 'osm-proxy') return 'other';
	return undefined;
}

/** The role of a pod. A part of a mesh is told by the labels its own installer sets. */
export function roleOf(marks: Marks): RoleFound {
	const found = istio(marks) ?? linkerd(marks) ?? consul(marks) ?? appMesh(marks);
	if (found) return found;
	return { role: marks.ownerKind === 'DaemonSet' ? 'daemon' : 'workload' };
}

function istio({ labels, containers }: Marks): RoleFound | undefined {
	const app = textAt(labels, 'app') ?? textAt(labels, 'app.kubernetes.io/name') ?? '';
	const agent = textAt(labels, 'k8s-app') ?? '';
	const images = containers.map((container) => container.image).join(' ');
	if (app === 'ztunnel' || /\/ztunnel[:@]/.test(images)) return { role: 'ztunnel', mesh: 'istio' };
	if (agent === 'istio-cni-node' || app === 'istio-cni-node' || app === 'istio-cni')
		return { role: 'node-agent', mesh: 'istio' };
	if (app === 'istiod' || /\/pilot[:@]/.test(images))
		return { role: 'control-plane', mesh: 'istio' };
	const managed = textAt(labels, 'gateway.istio.io/managed') ?? '';
	if (/mesh-controller/.test(managed)) return { role: 'waypoint', mesh: 'istio' };
	const only = containers.length === 1 && containers[0]?.name === 'istio-proxy';
	if (managed !== '' || (only && (textAt(labels, 'istio') ?? app) !== ''))
		return { role: 'gateway', mesh: 'istio' };
	return undefined;
}

function linkerd({ namespace, labels, ownerKind }: Marks): RoleFound | undefined {
	const component = textAt(labels, 'linkerd.io/control-plane-component');
	if (component === 'gateway' || textAt(labels, 'app') === 'linkerd-gateway')
		return { role: 'gateway', mesh: 'linkerd' };
	if (component !== undefined) return { role: 'control-plane', mesh: 'linkerd' };
	if (textAt(labels, 'linkerd.io/extension') !== undefined)
		return { role: 'control-plane', mesh: 'linkerd' };
	const cni = (textAt(labels, 'k8s-app') ?? '').startsWith('linkerd-cni');
	if (cni || (namespace === 'linkerd-cni' && ownerKind === 'DaemonSet'))
		return { role: 'node-agent', mesh: 'linkerd' };
	return undefined;
}

function consul({ labels, ownerKind }: Marks): RoleFound | undefined {
	const component = textAt(labels, 'component') ?? '';
	if (/(mesh|ingress|terminating|api)-gateway$/.test(component) && consulApp(labels))
		return { role: 'gateway', mesh: 'consul' };
	if (textAt(labels, 'gateway.consul.hashicorp.com/name') !== undefined)
		return { role: 'gateway', mesh: 'consul' };
	if (!consulApp(labels)) return undefined;
	return { role: ownerKind === 'DaemonSet' ? 'node-agent' : 'control-plane', mesh: 'consul' };
}

function consulApp(labels: JsonObject): boolean {
	return textAt(labels, 'app') === 'consul' && textAt(labels, 'component') !== undefined;
}

function appMesh({ labels, containers }: Marks): RoleFound | undefined {
	const name = textAt(labels, 'app.kubernetes.io/name') ?? '';
	if (name === 'appmesh-controller') return { role: 'control-plane', mesh: 'app-mesh' };
	const only = containers.length === 1 && containers[0]?.image.includes('aws-appmesh-envoy');
	if (only || name === 'appmesh-gateway') return { role: 'gateway', mesh: 'app-mesh' };
	return undefined;
}
