import { textAt } from '../shape.ts';
import type { MeshName } from './types.ts';

/** Which mesh will put its proxy into pods of this template, by its label or annotation. */
export function injectsByPod(pod: unknown): MeshName | undefined {
	const label = (key: string): string | undefined => textAt(pod, 'metadata', 'labels', key);
	const note = (key: string): string | undefined => textAt(pod, 'metadata', 'annotations', key);
	const istio = label('sidecar.istio.io/inject') ?? note('sidecar.istio.io/inject');
	if (istio === 'true') return 'istio';
	if (note('linkerd.io/inject') === 'enabled') return 'linkerd';
	if (note('consul.hashicorp.com/connect-inject') === 'true') return 'consul';
	if (note('appmesh.k8s.aws/sidecarInjectorWebhook') === 'enabled') return 'app-mesh';
	return undefined;
}

/** What a Namespace asks for all its pods: a sidecar, or the node tunnel of ambient mode. */
export function injectsByNamespace(namespace: unknown): MeshName | 'ambient' | undefined {
	const label = (key: string): string | undefined => textAt(namespace, 'metadata', 'labels', key);
	if (label('istio.io/dataplane-mode') === 'ambient') return 'ambient';
	const rev = label('istio.io/rev');
	if (label('istio-injection') === 'enabled' || rev !== undefined) return 'istio';
	if (textAt(namespace, 'metadata', 'annotations', 'linkerd.io/inject') === 'enabled')
		return 'linkerd';
	if (label('appmesh.k8s.aws/sidecarInjectorWebhook') === 'enabled') return 'app-mesh';
	return undefined;
}
